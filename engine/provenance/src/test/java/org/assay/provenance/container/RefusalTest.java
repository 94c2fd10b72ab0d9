package org.assay.provenance.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assay.media.MediaType;
import org.assay.provenance.ByteBuilder;
import org.assay.provenance.SampleFiles;
import org.assay.provenance.SampleFiles.Sample;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.container.Part.EmbeddedStore;
import org.junit.jupiter.api.Test;

/** Files whose manifest must not be believed, whatever it says. */
class RefusalTest {

  @Test
  void validFilesAreNotRefused() throws Exception {
    for (Sample sample :
        List.of(
            SampleFiles.jpeg(),
            SampleFiles.png(),
            SampleFiles.gif(),
            SampleFiles.tiff(),
            SampleFiles.mp4(),
            SampleFiles.heic(),
            SampleFiles.jxl(),
            SampleFiles.mp3(),
            SampleFiles.flac(),
            SampleFiles.svg(),
            SampleFiles.pdf(),
            SampleFiles.riff(MediaType.WAV, "WAVE"))) {
      assertThat(read(sample.bytes()).refusal()).as("%s", sample.type()).isEmpty();
    }
  }

  @Test
  void secondStoreIsRefusedWhereOneOfBothCouldBeChosen() throws Exception {
    assertThat(read(doubled(SampleFiles.png())).refusal()).isPresent();
    assertThat(read(doubled(SampleFiles.mp4())).refusal()).isPresent();
    byte[] jpeg = doubled(SampleFiles.jpeg());
    assertThat(read(jpeg).refusal()).isEmpty();
    assertThat(read(jpeg).stores()).hasSize(1);
    EmbeddedStore first = read(jpeg).stores().get(0);
    int second = (int) first.enclosing().get(first.enclosing().size() - 1).end();
    int end = second + (second - (int) first.enclosing().get(0).offset());
    for (int at = second; at < end; at += 2 + (jpeg[at + 2] & 0xFF) * 256 + (jpeg[at + 3] & 0xFF)) {
      jpeg[at + 7] ^= 0x55; // another instance number
    }
    assertThat(read(jpeg).refusal()).isPresent();
  }

  @Test
  void storeAfterTheFirstCountsForNothingInGifAndRiff() throws Exception {
    for (Sample sample : List.of(SampleFiles.gif(), SampleFiles.riff(MediaType.WEBP, "WEBP"))) {
      byte[] doubled = doubled(sample);
      if (sample.type() == MediaType.WEBP) { // the form has become longer
        System.arraycopy(new ByteBuilder().u32le(doubled.length - 8L).build(), 0, doubled, 4, 4);
      }
      Container container = read(doubled);
      assertThat(container.stores()).hasSize(1);
      assertThat(container.damage()).isNotEmpty();
    }
  }

  @Test
  void purposeThatHidesTheManifestIsRefused() throws Exception {
    for (String purpose : List.of("anything", "original", "merkle\0\0")) {
      assertThat(read(replaced(SampleFiles.mp4(), "manifest\0", purpose + "\0")).refusal())
          .as(purpose)
          .isPresent();
    }
    assertThat(read(replaced(SampleFiles.mp4(), "manifest\0", "update\0\0\0")).refusal())
        .isPresent();
  }

  @Test
  void manifestInAnotherElementIsRefused() throws Exception {
    byte[] svg = replaced(SampleFiles.svg(), "metadata>", "metaxata>");
    assertThat(read(svg).stores()).isEmpty();
    assertThat(read(svg).refusal()).isPresent();
  }

  private static Container read(byte[] bytes) throws Exception {
    return Containers.read(ByteSource.of(bytes), Limits.DEFAULT);
  }

  /** The bytes around the store twice, one after the other. */
  private static byte[] doubled(Sample sample) throws Exception {
    byte[] bytes = sample.bytes();
    List<ByteRange> ranges = read(bytes).stores().get(0).enclosing();
    int start = (int) ranges.get(0).offset();
    int end = (int) ranges.get(ranges.size() - 1).end();
    return new ByteBuilder()
        .put(Arrays.copyOf(bytes, end))
        .put(Arrays.copyOfRange(bytes, start, end))
        .put(Arrays.copyOfRange(bytes, end, bytes.length))
        .build();
  }

  private static byte[] replaced(Sample sample, String text, String other) {
    String latin1 = new String(sample.bytes(), ISO_8859_1);
    assertThat(latin1).contains(text);
    return latin1.replace(text, other).getBytes(ISO_8859_1);
  }
}
