package org.assay.provenance.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assay.media.Media;
import org.assay.provenance.Corpus;
import org.assay.provenance.PictureFiles;
import org.assay.signal.Mark;
import org.assay.signal.Signal;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same figures as {@code marks.py} beside the corpus. */
@Tag("corpus")
class MarksCorpusTest {
  /** Need a learned decoder whose weights Assay does not have. */
  private static final Set<String> LEARNED = Set.of("trustmark");

  @Test
  void everyMarkIsFoundAndNothingElse() throws Exception {
    Path corpus = Corpus.folder("marks");
    Map<String, int[]> perKind = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    List<String> alarms = new ArrayList<>();
    for (Map<String, String> row : Corpus.rows(corpus.resolve("labels.csv"))) {
      Path file = corpus.resolve(row.get("file"));
      Media media =
          PictureFiles.decode(file).map(Media.class::cast).orElse(SampleMedia.document(file));
      List<Signal> signals = new MarksDetector().examine(media);
      boolean said = signals.stream().anyMatch(one -> one instanceof Mark mark && mark.ai());
      int[] counts = perKind.computeIfAbsent(row.get("kind"), kind -> new int[2]);
      counts[0] += said ? 1 : 0;
      counts[1]++;
      boolean wanted = row.get("ai_mark").equals("1");
      boolean excused = LEARNED.contains(row.get("kind")) || row.get("file").contains("_q95");
      if (wanted && !said && !excused) {
        missed.add(row.get("file") + " " + signals);
      } else if (!wanted && said) {
        alarms.add(row.get("file") + " " + signals);
      }
    }
    perKind.forEach((kind, counts) -> System.out.println(kind + " " + counts[0] + "/" + counts[1]));
    assertThat(alarms).as("false alarms").isEmpty();
    assertThat(missed).as("missed").isEmpty();
  }
}
