package org.assay.decoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assay.media.Document;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormatSnifferTest {
  private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
  private static final String DTD = "<!DOCTYPE svg [<!ENTITY a \"]>\"><!ENTITY b \"x\">]>";

  @TempDir private Path folder;

  static Stream<Arguments> heads() {
    return Stream.of(
        Arguments.of(MediaType.PDF, "%PDF-1.7\n"),
        Arguments.of(MediaType.PDF, "x".repeat(1_000) + "%PDF-1.4"),
        Arguments.of(MediaType.SVG, SVG),
        Arguments.of(MediaType.SVG, "\u00EF\u00BB\u00BF<?xml version=\"1.0\"?>\n" + SVG),
        Arguments.of(MediaType.SVG, "<!-- <html> -->\n" + DTD.replace("]>\"", "x\"") + SVG),
        Arguments.of(MediaType.SVG, "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>"),
        Arguments.of(MediaType.C2PA, "\0\0\0@jumb\0\0\0\u001Ejumdc2pa"),
        Arguments.of(MediaType.JXL, "\u00FF\n\u0001\u0002"),
        Arguments.of(MediaType.JXL, "\0\0\0\fJXL \r\n\u0087\n"),
        Arguments.of(MediaType.DNG, "II*\0\b\0\0\0\u0001\0\u0012\u00C6" + "\0".repeat(14)),
        Arguments.of(MediaType.TIFF, "II*\0\b\0\0\0\u0001\0\u0000\u0001" + "\0".repeat(14)),
        Arguments.of(MediaType.HEIC, "\0\0\0\u0018ftypmif1\0\0\0\0mif1heic"),
        Arguments.of(MediaType.AVIF, "\0\0\0\u0018ftypmif1\0\0\0\0mif1avif"),
        Arguments.of(MediaType.M4A, "\0\0\0\u0014ftypM4A \0\0\0\0isom"),
        Arguments.of(MediaType.MOV, "\0\0\0\u0014ftypqt  \0\0\0\0qt  "),
        Arguments.of(MediaType.MOV, "\0\0\0\bwide\0\0\0\bmdat"),
        Arguments.of(MediaType.MP4, "\0\0\0\u0014ftypisom\0\0\0\0mp42"),
        Arguments.of(MediaType.FLAC, "ID3\u0004\0\0\0\0\0\u0002xxfLaC"),
        Arguments.of(MediaType.MP3, "ID3\u0004\0\0\0\0\0\u0002xx\u00FF\u00FB"),
        Arguments.of(MediaType.WAV, "RF64\u00FF\u00FF\u00FF\u00FFWAVEds64"));
  }

  @ParameterizedTest
  @MethodSource("heads")
  void tellsFormatsByTheirFirstBytes(MediaType type, String head) throws Exception {
    assertThat(FormatSniffer.sniff(file(head))).isEqualTo(type);
  }

  @ParameterizedTest
  @MethodSource("heads")
  void everyTruncationOfAHeadIsAFormatOrARefusal(MediaType type, String head) throws Exception {
    for (int length = 0; length < Math.min(head.length(), 64); length++) {
      try {
        assertThat(FormatSniffer.sniff(file(head.substring(0, length)))).isNotNull();
      } catch (MediaException refused) {
        assertThat(refused).hasMessageStartingWith("unknown format at byte 0: expected");
      }
    }
  }

  @Test
  void otherMarkupAndForeignBrandsAreRefused() {
    for (String head :
        new String[] {
          "<html><svg/></html>",
          "<?xml version=\"1.0\"?><rss/>",
          "x".repeat(1_024) + "%PDF-",
          "\0\0\0\u0014ftypjp2 \0\0\0\0jp2 ",
          "\u00FF\u00F1P\u0080",
          "BMW is a car"
        }) {
      assertThatThrownBy(() -> FormatSniffer.sniff(file(head)))
          .as(head)
          .isInstanceOf(MediaException.class);
    }
  }

  @Test
  void whatHoldsNoSamplesBecomesADocument() throws Exception {
    MediaDecoder decoder = new MediaDecoder(Limits.DEFAULT, TestCache.folder());
    Document svg = (Document) decoder.decode(SampleMedia.item(file(SVG)));
    assertThat(svg.type()).isEqualTo(MediaType.SVG);
    assertThat(svg.damage()).isEmpty();
    Document jxl = (Document) decoder.decode(SampleMedia.item(file("\u00FF\n\u0001\u0002")));
    assertThat(jxl.damage()).containsExactly("JPEG XL pictures cannot be decoded here");
    String negative = "II*\0\b\0\0\0\u0001\0\u0012\u00C6" + "\0".repeat(14);
    Document dng = (Document) decoder.decode(SampleMedia.item(file(negative)));
    assertThat(dng.damage()).singleElement().asString().startsWith("DNG cannot be decoded: DNG");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> FormatSniffer.sniff(folder.resolve("missing")))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("missing");
  }

  private Path file(String latin1) throws Exception {
    Path file = folder.resolve("head");
    return Files.write(file, latin1.getBytes(ISO_8859_1));
  }
}
