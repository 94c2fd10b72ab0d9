package org.assay.provenance.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.assay.media.Alpha;
import org.assay.media.Image;
import org.assay.media.Media;
import org.assay.media.MediaType;
import org.assay.pipeline.Detector;
import org.assay.pipeline.DetectorContract;
import org.assay.provenance.ByteBuilder;
import org.assay.provenance.SampleFiles;
import org.assay.provenance.SampleFiles.Sample;
import org.assay.signal.Abstention;
import org.assay.signal.Mark;
import org.assay.signal.Mark.Strength;
import org.assay.signal.Signal;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarksDetectorTest extends DetectorContract {
  @TempDir Path files;

  @Override
  protected Detector detector() {
    return new MarksDetector();
  }

  @Override
  protected Media accepted() throws Exception {
    return SampleMedia.image(write(SampleFiles.png().bytes()), SampleMedia.raster(320, 240, 7));
  }

  static List<Sample> withXmp() {
    return List.of(
        SampleFiles.jpeg(),
        SampleFiles.png(),
        SampleFiles.riff(MediaType.WEBP, "WEBP"),
        SampleFiles.gif(),
        SampleFiles.tiff(),
        SampleFiles.mp4(),
        SampleFiles.heic(),
        SampleFiles.jxl(),
        SampleFiles.mp3(),
        SampleFiles.flac(),
        SampleFiles.svg(),
        SampleFiles.pdf());
  }

  @ParameterizedTest
  @MethodSource("withXmp")
  void sourceTypeIsFoundInEveryContainer(Sample sample) throws Exception {
    assertThat(Marks.read(write(sample.bytes())).marks())
        .anySatisfy(
            mark -> {
              assertThat(mark.kind()).isEqualTo("iptc-dst");
              assertThat(mark.value()).isEqualTo("trainedAlgorithmicMedia");
              assertThat(mark.strength()).isEqualTo(Strength.STRONG);
              assertThat(mark.ai()).isTrue();
            });
  }

  @Test
  void marksOfABrokenFileAreReportedBesideAnAbstention() throws Exception {
    byte[] png = SampleFiles.png().bytes();
    List<Signal> signals =
        detector().examine(SampleMedia.document(write(Arrays.copyOf(png, png.length - 20))));
    assertThat(signals).hasAtLeastOneElementOfType(Mark.class);
    assertThat(signals).hasAtLeastOneElementOfType(Abstention.class);
  }

  @Test
  void unknownFormatIsAnAbstention() throws Exception {
    assertThat(detector().examine(SampleMedia.document(write(new byte[] {1, 2, 3}))))
        .singleElement()
        .isInstanceOf(Abstention.class);
  }

  @Test
  void stealthTextIsReadFromTheAlphaPlane() throws Exception {
    for (boolean compressed : new boolean[] {false, true}) {
      Image image = stealth(compressed, 1);
      assertThat(StealthMark.find(image).map(Mark::value))
          .contains(
              (compressed ? "stealth_pngcomp" : "stealth_pnginfo") + ": {\"prompt\": \"a cat\"}");
    }
  }

  @Test
  void stealthTextOfATurnedPictureIsNotGuessed() throws Exception {
    assertThat(StealthMark.find(stealth(false, 6))).isEmpty();
  }

  private Image stealth(boolean compressed, int orientation) throws IOException {
    byte[] text = "{\"prompt\": \"a cat\"}".getBytes(StandardCharsets.UTF_8);
    byte[] data = compressed ? gzip(text) : text;
    byte[] hidden =
        new ByteBuilder()
            .text(compressed ? "stealth_pngcomp" : "stealth_pnginfo")
            .u32(8L * data.length)
            .put(data)
            .build();
    int width = 40;
    int height = 30;
    byte[] opacity = new byte[width * height];
    Arrays.fill(opacity, (byte) 255);
    for (int i = 0; i < 8 * hidden.length; i++) {
      int bit = hidden[i / 8] >> (7 - i % 8) & 1;
      opacity[i % height * width + i / height] = (byte) (254 + bit);
    }
    return new Image(
        SampleMedia.item(files.resolve("stealth.png")),
        MediaType.PNG,
        SampleMedia.flat(width, height, 9),
        Optional.of(new Alpha(width, height, opacity)),
        false,
        orientation,
        List.of());
  }

  private static byte[] gzip(byte[] text) throws IOException {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(result)) {
      gzip.write(text);
    }
    return result.toByteArray();
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(files.resolve("item"), bytes);
  }
}
