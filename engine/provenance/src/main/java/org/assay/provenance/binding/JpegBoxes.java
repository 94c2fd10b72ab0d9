package org.assay.provenance.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Span;

/** The marker segments of a JPEG file; a scan has its samples with it: C2PA 2.2 section A.3.1. */
final class JpegBoxes {
  private static final int APP1 = 0xE1;
  private static final int APP11 = 0xEB;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int WINDOW_BYTES = 64 * 1024;

  private final Span file;
  private final List<NamedBox> boxes = new ArrayList<>();
  private int manifestAt = -1;
  private String instance = "";

  private JpegBoxes(Span file) {
    this.file = file;
  }

  static List<NamedBox> list(Span file) throws IOException, MediaException, InterruptedException {
    JpegBoxes jpeg = new JpegBoxes(file);
    jpeg.read();
    if (jpeg.manifestAt < 0) {
      jpeg.placeForManifest();
    }
    return jpeg.boxes;
  }

  private void read() throws IOException, MediaException, InterruptedException {
    boxes.add(NamedBox.of("SOI", 0, 2));
    long at = 2;
    int marker = 0;
    while (marker != END_OF_IMAGE) {
      BoxList.step(boxes);
      marker = file.u8(at + 1);
      if (file.u8(at) != 0xFF || marker == 0xFF) {
        throw new MediaException("JPEG at byte %d: expected a marker".formatted(at));
      }
      long end = at + 2 + (isAlone(marker) ? 0 : file.u16(at + 2));
      Span segment = file.sub(at, end - at, "JPEG segment");
      if (marker == APP11) {
        app11(segment);
      } else if (marker == START_OF_SCAN) {
        end = scan(at, end);
      } else if (marker == APP1) {
        app1(segment);
      } else {
        boxes.add(NamedBox.of(name(marker, at), at, end));
      }
      at = end;
    }
  }

  private static boolean isAlone(int marker) {
    return marker == END_OF_IMAGE || (marker >= 0xD0 && marker <= 0xD8);
  }

  private void app1(Span segment) throws IOException, MediaException {
    String exif = "Exif\0\0";
    String xmp = "http://ns.adobe.com/xap/1.0/\0";
    long start = segment.offset();
    long end = start + segment.length();
    for (String signature : List.of(exif, xmp)) {
      if (segment.matches(4, signature)) {
        boxes.add(NamedBox.metadata("APP1", start, start + 4 + signature.length(), end));
        return;
      }
    }
    boxes.add(NamedBox.of("APP1", start, end));
  }

  /** The segments of the manifest are one box, where they follow one another. */
  private void app11(Span segment) throws IOException, MediaException {
    long start = segment.offset();
    long end = start + segment.length();
    boolean jumbf = segment.length() > 20 && segment.matches(4, "JP");
    boolean continues =
        jumbf && manifestAt == boxes.size() - 1 && manifestAt >= 0 && segment.matches(6, instance);
    if (continues) {
      long first = boxes.get(manifestAt).range().offset();
      boxes.set(manifestAt, NamedBox.of(NamedBox.C2PA, first, end));
    } else if (jumbf && manifestAt < 0 && segment.matches(28, "c2pa")) {
      manifestAt = boxes.size();
      instance = segment.latin1(6, 2);
      boxes.add(NamedBox.of(NamedBox.C2PA, start, end));
    } else {
      boxes.add(NamedBox.of("APP11", start, end));
    }
  }

  /** Samples end at the first marker that is neither a stuffed FF nor a restart. */
  private long scan(long start, long header)
      throws IOException, MediaException, InterruptedException {
    int box = boxes.size();
    boxes.add(NamedBox.of("SOS", start, header));
    long at = header;
    boolean escaped = false;
    while (true) {
      BoxList.step(boxes);
      int count = (int) Math.min(WINDOW_BYTES, file.length() - at);
      if (count == 0) {
        throw new MediaException("JPEG scan at byte %d: expected its end".formatted(start));
      }
      byte[] window = file.bytes(at, count, WINDOW_BYTES);
      for (int i = 0; i < count; i++) {
        int value = window[i] & 0xFF;
        if (escaped && value >= 0xD0 && value <= 0xD7) {
          boxes.add(NamedBox.of("RST" + (value - 0xD0), at + i - 1, at + i + 1));
          BoxList.step(boxes);
        } else if (escaped && value != 0) {
          long end = at + i - 1;
          boxes.set(box, NamedBox.of("SOS", start, end));
          return end;
        }
        escaped = value == 0xFF && !escaped;
      }
      at += count;
    }
  }

  private void placeForManifest() {
    int before = 0;
    for (int i = 0; i < boxes.size(); i++) {
      if (boxes.get(i).is("APP0")) {
        before = i;
        break;
      }
    }
    long end = boxes.get(before).range().end();
    boxes.add(before + 1, NamedBox.of(NamedBox.C2PA, end, end));
  }

  private static String name(int marker, long at) throws MediaException {
    if (marker >= 0xE0 && marker <= 0xEF) {
      return "APP" + (marker - 0xE0);
    }
    if (marker >= 0xF0 && marker <= 0xFD) {
      return "JPG" + (marker - 0xF0);
    }
    return switch (marker) {
      case 0xC0 -> "SOF0";
      case 0xC1 -> "SOF1";
      case 0xC2 -> "SOF2";
      case 0xC4 -> "DHT";
      case 0xCC -> "DAC";
      case 0xD8 -> "SOI";
      case END_OF_IMAGE -> "EOI";
      case 0xDB -> "DQT";
      case 0xDD -> "DRI";
      case 0xFE -> "COM";
      default ->
          throw new MediaException(
              "JPEG at byte %d: marker %02X has no name".formatted(at, marker));
    };
  }
}
