package org.assay.models;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The model card: what the model is for, what it learned from, how well it does, where it fails.
 */
final class Card {
  private Card() {}

  /** Markdown; every number comes from {@code evaluation} and the list of pictures. */
  static String of(List<Listing.Item> trained, Settings settings, Evaluation evaluation) {
    StringBuilder card = new StringBuilder();
    card.append(
        """
        # ai-generated

        ## Intended use

        Tells how likely a still picture was made by an image generator. The probability is one signal
        among others: it never justifies removal alone, but asks for corroboration or a person.

        Not for videos, for pictures below 128 pixels on the short side, for text or screenshots, for
        partly edited pictures, or as proof that a picture is genuine.

        ## How it works

        Statistics of up to nine tiles of native pixels (noise, neighbourhood, frequency, colour; see
        `docs/detectors/ai-generated.md`), %d fully connected networks of %d and %d units trained with
        Deeplearning4j, the mean of their raw scores over networks and tiles, Platt calibration. A
        probability assumes that half of the pictures are generated; where they are rarer, so are true
        alarms.

        ## Training data

        """
            .formatted(settings.members(), settings.firstUnits(), settings.secondUnits()));
    appendData(card, trained);
    card.append(
        """

        **Open licence question.** Several sources state no terms or allow research only. No picture is
        part of the model or the repository, but whether weights trained on them may be shipped is open
        for the party that ships. Training on a folder of one's own licensed pictures with the same
        command settles it.

        ## Metrics

        """);
    card.append(
        """
        ### Grouped cross-validation (%d folds)

        Each picture is scored by a network that was trained without its source. The number of epochs and
        the calibration were chosen on these same scores, so they are slightly optimistic.

        """
            .formatted(evaluation.folds()));
    appendFigures(card, evaluation.validation());
    evaluation
        .test()
        .forEach(
            (hash, figures) -> {
              card.append(
                  "\n### Test listing %s…\n\nScored by the finished model as served.\n\n"
                      .formatted(hash.substring(0, 12)));
              appendFigures(card, figures);
            });
    card.append(
        """

        ## Limits

        Small training set. Recompression, rescaling and screenshots weaken the traces it looks for, and
        generators newer than the training data may leave none of them. Human digital art, game art and
        strongly retouched photographs resemble generated pictures: see the false alarms above before
        choosing a threshold.
        """);
    return card.toString();
  }

  private static void appendData(StringBuilder card, List<Listing.Item> trained) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    SortedMap<String, Integer> licences = new TreeMap<>();
    for (Listing.Item item : trained) {
      counts.merge((item.positive() ? "ai: " : "real: ") + item.group(), 1, Integer::sum);
      licences.merge(item.licence().isBlank() ? "not stated" : item.licence(), 1, Integer::sum);
    }
    card.append("%d pictures.\n\n".formatted(trained.size()));
    appendTable(card, "source", counts);
    card.append("\n");
    appendTable(card, "licence as the listing states it", licences);
  }

  private static void appendTable(
      StringBuilder card, String title, SortedMap<String, Integer> counts) {
    card.append("| %s | pictures |\n| --- | ---: |\n".formatted(title));
    counts.forEach((name, count) -> card.append("| %s | %d |\n".formatted(cell(name), count)));
  }

  private static void appendFigures(StringBuilder card, Figures figures) {
    card.append(
        String.format(
            Locale.ROOT,
            "AUC %.3f (%d generated, %d real, %d abstained), expected calibration error %.3f.%n%n",
            figures.auc(),
            figures.positives(),
            figures.reals(),
            figures.abstained(),
            figures.calibrationError()));
    card.append("| generator | pictures | AUC against all reals |\n| --- | ---: | ---: |\n");
    figures
        .aucOfGroup()
        .forEach(
            (group, auc) ->
                card.append(
                    String.format(
                        Locale.ROOT,
                        "| %s | %d | %.3f |%n",
                        cell(group),
                        auc.pictures(),
                        auc.auc())));
    card.append("\n| real source | pictures |");
    Figures.THRESHOLDS.forEach(t -> card.append(" alarms at %s |".formatted(t)));
    card.append("\n| --- | ---: |").append(" ---: |".repeat(Figures.THRESHOLDS.size()));
    card.append("\n");
    figures
        .alarms()
        .forEach(
            (group, alarms) -> {
              card.append("| %s | %d |".formatted(cell(group), alarms.pictures()));
              alarms.rates().forEach(r -> card.append(String.format(Locale.ROOT, " %.2f |", r)));
              card.append("\n");
            });
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
