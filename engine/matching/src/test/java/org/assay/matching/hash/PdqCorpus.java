package org.assay.matching.hash;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.assay.media.Raster;

/** The reference pictures and hashes of PDQ, where this machine has them. */
public final class PdqCorpus {
  private PdqCorpus() {}

  /** The folder; a test that asks is skipped when it is not there. */
  public static Path folder() {
    return folder("pdq");
  }

  /** Another folder of the shared data; a test that asks is skipped when it is not there. */
  public static Path folder(String name) {
    Path root = Path.of(System.getProperty("assay.root", "")).toAbsolutePath();
    Path folder = root.resolveSibling("shared").resolve(name);
    assumeTrue(Files.isDirectory(folder), "the data for this test is not at " + folder);
    return folder;
  }

  /** A row of an {@code expected.csv}. */
  record Expected(Path file, String variant, int channels, DihedralHashes hashes) {
    @Override
    public String toString() {
      return file.getFileName() + " " + variant;
    }
  }

  static List<Expected> expected(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("expected.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(
            cells ->
                new Expected(
                    folder.resolve(cells[0]), cells[1], Integer.parseInt(cells[6]), hashes(cells)))
        .toList();
  }

  /** The last eight columns stand in the order of the enum. */
  private static DihedralHashes hashes(String[] cells) {
    Map<Transform, PdqHash> hashes = new EnumMap<>(Transform.class);
    int column = 8;
    for (Transform transform : Transform.values()) {
      hashes.put(transform, PdqHash.parse(cells[column++]));
    }
    return new DihedralHashes(hashes, Integer.parseInt(cells[7]));
  }

  /** Decoded by the JDK, alpha dropped. */
  public static Raster decode(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    int width = image.getWidth();
    int height = image.getHeight();
    if (image.getColorModel() instanceof IndexColorModel) {
      BufferedImage direct = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      direct.setRGB(
          0, 0, width, height, image.getRGB(0, 0, width, height, null, 0, width), 0, width);
      image = direct;
    }
    int bands = image.getRaster().getNumBands();
    int[] samples = image.getRaster().getPixels(0, 0, width, height, (int[]) null);
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) samples[i / 3 * bands + Math.min(i % 3, bands - 1)];
    }
    return new Raster(width, height, rgb);
  }

  /** Little-endian floats. */
  static float[] floats(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    float[] floats = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(floats);
    return floats;
  }
}
