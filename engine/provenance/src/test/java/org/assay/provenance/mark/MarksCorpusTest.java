package org.assay.provenance.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.assay.media.Alpha;
import org.assay.media.Image;
import org.assay.media.Media;
import org.assay.media.MediaType;
import org.assay.media.Raster;
import org.assay.provenance.Corpus;
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
      List<Signal> signals = new MarksDetector().examine(media(file));
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

  /** As decoding would give it where the JDK can decode it; else a document. */
  private static Media media(Path file) throws Exception {
    BufferedImage picture = null;
    try {
      picture = ImageIO.read(file.toFile());
    } catch (java.io.IOException | RuntimeException damaged) {
      // some negatives are damaged on purpose; their metadata is read all the same
    }
    if (picture == null) {
      return SampleMedia.document(file);
    }
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] argb = picture.getRGB(0, 0, width, height, null, 0, width);
    byte[] rgb = new byte[3 * argb.length];
    byte[] opacity = new byte[argb.length];
    for (int i = 0; i < argb.length; i++) {
      rgb[3 * i] = (byte) (argb[i] >> 16);
      rgb[3 * i + 1] = (byte) (argb[i] >> 8);
      rgb[3 * i + 2] = (byte) argb[i];
      opacity[i] = (byte) (argb[i] >>> 24);
    }
    return new Image(
        SampleMedia.item(file),
        MediaType.PNG,
        new Raster(width, height, rgb),
        picture.getColorModel().hasAlpha()
            ? Optional.of(new Alpha(width, height, opacity))
            : Optional.empty(),
        false,
        1,
        List.of());
  }
}
