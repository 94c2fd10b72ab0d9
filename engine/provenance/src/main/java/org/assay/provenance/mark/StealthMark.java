package org.assay.provenance.mark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.zip.GZIPInputStream;
import org.assay.media.Alpha;
import org.assay.media.Image;
import org.assay.media.Raster;
import org.assay.provenance.bytes.Texts;
import org.assay.signal.Mark;
import org.assay.signal.Mark.Strength;

/**
 * Generator parameters in least significant bits, column by column from the upper left corner: 15
 * letters that name the variant, the length in bits as 32 bits, then text, or gzip of it. NovelAI
 * uses the opacity plane; a variant of WebUI extensions uses red, green and blue.
 */
final class StealthMark {
  private static final int NAME_BYTES = 15;
  private static final int MAX_SHOWN_BYTES = 4096;

  /** Sample {@code n} in the order in which bits are stored. */
  private final IntUnaryOperator samples;

  private final long count;
  private final String prefix;
  private final String place;

  private StealthMark(IntUnaryOperator samples, long count, String prefix, String place) {
    this.samples = samples;
    this.count = count;
    this.prefix = prefix;
    this.place = place;
  }

  /** The mark of a picture, if it bears one; a picture that was turned upright is not read. */
  static Optional<Mark> find(Image image) {
    if (image.orientation() != 1) {
      return Optional.empty();
    }
    Optional<Mark> inAlpha = image.alpha().flatMap(alpha -> inAlpha(alpha).read());
    return inAlpha.isPresent() ? inAlpha : inColours(image.raster()).read();
  }

  private static StealthMark inAlpha(Alpha alpha) {
    int width = alpha.widthPixels();
    int height = alpha.heightPixels();
    byte[] opacity = alpha.opacity();
    IntUnaryOperator samples = n -> opacity[n % height * width + n / height];
    return new StealthMark(samples, (long) width * height, "stealth_png", "alpha plane");
  }

  private static StealthMark inColours(Raster raster) {
    int width = raster.widthPixels();
    int height = raster.heightPixels();
    byte[] rgb = raster.rgb();
    IntUnaryOperator samples = n -> rgb[3 * (n / 3 % height * width + n / 3 / height) + n % 3];
    return new StealthMark(samples, 3L * width * height, "stealth_rgb", "colour planes");
  }

  private Optional<Mark> read() {
    if (count < 8L * (NAME_BYTES + 4)) {
      return Optional.empty();
    }
    String name = new String(bytes(0, NAME_BYTES), StandardCharsets.ISO_8859_1);
    boolean compressed = name.equals(prefix + "comp");
    if (!compressed && !name.equals(prefix + "info")) {
      return Optional.empty();
    }
    long bits = 0;
    for (byte part : bytes(8 * NAME_BYTES, 4)) {
      bits = bits << 8 | (part & 0xFF);
    }
    int start = 8 * (NAME_BYTES + 4);
    int length = (int) (Math.min(bits, count - start) / 8);
    String text = text(bytes(start, length), compressed);
    String value = name + ": " + text;
    return Optional.of(Marking.mark("stealth-pnginfo", place, value, Strength.STRONG, true));
  }

  /** The name alone is proof enough; text that does not inflate is told as such. */
  private static String text(byte[] data, boolean compressed) {
    if (!compressed) {
      return Texts.utf8OrLatin1(data);
    }
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(data))) {
      return Texts.utf8OrLatin1(gzip.readNBytes(MAX_SHOWN_BYTES));
    } catch (IOException damaged) {
      return "(text cannot be inflated: " + damaged.getMessage() + ")";
    }
  }

  private byte[] bytes(int start, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < 8 * length; i++) {
      bytes[i / 8] = (byte) (bytes[i / 8] << 1 | (samples.applyAsInt(start + i) & 1));
    }
    return bytes;
  }
}
