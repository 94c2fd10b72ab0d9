package org.assay.app.command;

import java.util.List;
import java.util.Locale;
import org.assay.app.json.Json;
import org.assay.signal.Abstention;
import org.assay.signal.Activity;
import org.assay.signal.BankMatch;
import org.assay.signal.Consent;
import org.assay.signal.DetectorScore;
import org.assay.signal.Fingerprint;
import org.assay.signal.Mark;
import org.assay.signal.Mention;
import org.assay.signal.Provenance;
import org.assay.signal.Signal;

/** Signals in one line each, for people. Everything hostile is cleaned. */
final class SignalText {
  private static final int VALUE_LENGTH = 60;

  private SignalText() {}

  /** Such as {@code face: 0.98, 2 places}. */
  static String of(Signal signal) {
    return Text.clean(signal.detector() + ": " + says(signal));
  }

  private static String says(Signal signal) {
    if (signal instanceof DetectorScore score) {
      return "probability %s%s (%s)"
          .formatted(share(score.probability()), places(score.evidence()), score.model());
    } else if (signal instanceof Fingerprint print) {
      return "%s %s, quality %d%s"
          .formatted(
              print.type().id(),
              print.hash(),
              print.quality(),
              print.time().map(time -> " at " + time.toMillis() / 1000.0 + " s").orElse(""));
    } else if (signal instanceof BankMatch match) {
      return "matches %s in bank %s, %d bits apart, %s%s"
          .formatted(
              match.entry(),
              match.bank(),
              match.distance(),
              match.transform(),
              match.verdict().isEmpty() ? "" : ", decided: " + match.verdict());
    } else if (signal instanceof Provenance provenance) {
      return "%s%s%s"
          .formatted(
              Json.kebab(provenance.state()),
              provenance.generator().isEmpty()
                  ? ""
                  : ", made by " + Text.shorten(provenance.generator(), VALUE_LENGTH),
              provenance.codes().isEmpty() ? "" : ", " + String.join(" ", provenance.codes()));
    } else if (signal instanceof Mark mark) {
      return "%s in %s, %s%s: %s"
          .formatted(
              mark.kind(),
              mark.place(),
              Json.kebab(mark.strength()),
              mark.ai() ? ", says AI" : "",
              Text.shorten(mark.value(), VALUE_LENGTH));
    } else if (signal instanceof Mention mention) {
      return "%s of watchlist %s in %s (%s)"
          .formatted(
              mention.entry(), mention.watchlist(), mention.place(), share(mention.confidence()));
    } else if (signal instanceof Consent consent) {
      return "%s %s %s"
          .formatted(
              consent.subject(),
              consent.allowed() ? "allows" : "does not allow",
              consent.purpose());
    } else if (signal instanceof Activity activity) {
      return "%s posted %d items in %s, %s near copies, %s AI"
          .formatted(
              activity.account(),
              activity.items(),
              activity.window(),
              share(activity.nearCopyShare()),
              share(activity.aiShare()));
    } else if (signal instanceof Abstention abstention) {
      return "no answer: " + abstention.reason();
    }
    throw new IllegalStateException("no text for " + signal.getClass());
  }

  private static String places(List<?> evidence) {
    return switch (evidence.size()) {
      case 0 -> "";
      case 1 -> ", 1 place";
      default -> ", " + evidence.size() + " places";
    };
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
