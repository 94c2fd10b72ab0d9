package org.assay.datasets.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import org.assay.media.Alpha;
import org.assay.media.Raster;

/** PNG with 8 bits a sample, every row filtered by the Paeth predictor. */
public final class PngWriter {
  private static final int TRUE_COLOUR = 2;
  private static final int TRUE_COLOUR_WITH_ALPHA = 6;
  private static final int PAETH = 4;

  private PngWriter() {}

  /** A file without alpha. */
  public static byte[] encode(Raster raster) {
    return file(raster, TRUE_COLOUR, raster.rgb(), 3);
  }

  /**
   * A file with alpha; colours under transparent pixels are kept.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public static byte[] encode(Raster raster, Alpha alpha) {
    if (raster.widthPixels() != alpha.widthPixels()
        || raster.heightPixels() != alpha.heightPixels()) {
      throw new IllegalArgumentException(
          "alpha is %d x %d, the picture %s"
              .formatted(alpha.widthPixels(), alpha.heightPixels(), raster));
    }
    byte[] rgb = raster.rgb();
    byte[] samples = new byte[Math.multiplyExact(4, alpha.opacity().length)];
    for (int i = 0; i < alpha.opacity().length; i++) {
      System.arraycopy(rgb, 3 * i, samples, 4 * i, 3);
      samples[4 * i + 3] = alpha.opacity()[i];
    }
    return file(raster, TRUE_COLOUR_WITH_ALPHA, samples, 4);
  }

  private static byte[] file(Raster raster, int colourType, byte[] samples, int pixelBytes) {
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(raster.widthPixels()).putInt(raster.heightPixels());
    header.put((byte) 8).put((byte) colourType);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PngChunks.signature());
    PngChunks.write(out, "IHDR", header.array());
    PngChunks.write(
        out, "IDAT", deflate(filter(samples, raster.widthPixels() * pixelBytes, pixelBytes)));
    PngChunks.write(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  /** Rows of differences to the predictor, a filter type before each (PNG, section 9). */
  private static byte[] filter(byte[] samples, int rowBytes, int pixelBytes) {
    int rows = samples.length / rowBytes;
    byte[] filtered = new byte[Math.addExact(samples.length, rows)];
    for (int row = 0; row < rows; row++) {
      filtered[row * (rowBytes + 1)] = PAETH;
      for (int i = 0; i < rowBytes; i++) {
        int at = row * rowBytes + i;
        boolean first = i < pixelBytes;
        int left = first ? 0 : samples[at - pixelBytes] & 0xff;
        int up = row == 0 ? 0 : samples[at - rowBytes] & 0xff;
        int corner = first || row == 0 ? 0 : samples[at - rowBytes - pixelBytes] & 0xff;
        filtered[row * (rowBytes + 1) + 1 + i] = (byte) (samples[at] - paeth(left, up, corner));
      }
    }
    return filtered;
  }

  private static int paeth(int left, int up, int corner) {
    int fromLeft = Math.abs(up - corner);
    int fromUp = Math.abs(left - corner);
    int fromCorner = Math.abs(left + up - 2 * corner);
    if (fromLeft <= fromUp && fromLeft <= fromCorner) {
      return left;
    }
    return fromUp <= fromCorner ? up : corner;
  }

  static byte[] deflate(byte[] data) {
    Deflater deflater = new Deflater(6);
    try {
      deflater.setInput(data);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] part = new byte[16_384];
      while (!deflater.finished()) {
        out.write(part, 0, deflater.deflate(part));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
