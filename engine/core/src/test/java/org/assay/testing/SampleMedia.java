package org.assay.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assay.media.Audio;
import org.assay.media.Context;
import org.assay.media.Document;
import org.assay.media.Frame;
import org.assay.media.Image;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.media.Raster;
import org.assay.media.Sound;
import org.assay.media.Video;

/** Seeded media made in memory; the item's file does not exist unless the test writes it. */
public final class SampleMedia {
  private SampleMedia() {}

  /** An item whose file is {@code file}. */
  public static MediaItem item(Path file) {
    return new MediaItem("item-" + file.getFileName(), "test", file, Context.NONE);
  }

  /** Smooth coloured waves with a few hard edges: enough structure for every hash. */
  public static Raster raster(int width, int height, long seed) {
    Random random = new Random(seed);
    double[] wave = random.doubles(18, 0.5, 6).toArray();
    byte[] rgb = new byte[3 * width * height];
    int edge = random.nextInt(Math.max(1, width));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double u = (double) x / width;
        double v = (double) y / height;
        for (int c = 0; c < 3; c++) {
          double value =
              Math.sin(wave[6 * c] * 3 * u + wave[6 * c + 1])
                  + Math.sin(wave[6 * c + 2] * 3 * v + wave[6 * c + 3])
                  + Math.sin(wave[6 * c + 4] * (u + v) * 4 + wave[6 * c + 5]);
          rgb[3 * (y * width + x) + c] =
              (byte) Math.round(Math.min(255, 127 + 40 * value + (x > edge ? 8 : 0)));
        }
      }
    }
    return new Raster(width, height, rgb);
  }

  /** One flat colour. */
  public static Raster flat(int width, int height, int grey) {
    byte[] rgb = new byte[3 * width * height];
    Arrays.fill(rgb, (byte) grey);
    return new Raster(width, height, rgb);
  }

  /** A still picture of {@code raster}. */
  public static Image image(Path file, Raster raster) {
    return new Image(item(file), MediaType.PNG, raster, Optional.empty(), false, 1, List.of());
  }

  /** A silent video, one frame a second. */
  public static Video video(Path file, Raster... rasters) {
    List<Frame> frames = new ArrayList<>();
    for (int second = 0; second < rasters.length; second++) {
      frames.add(new Frame(Duration.ofSeconds(second), rasters[second], false));
    }
    return new Video(
        item(file),
        MediaType.MP4,
        Duration.ofSeconds(rasters.length),
        frames,
        Optional.empty(),
        List.of());
  }

  /** One second of silence. */
  public static Audio audio(Path file) {
    return new Audio(item(file), MediaType.WAV, new Sound(16_000, new short[16_000]), List.of());
  }

  /** A file without samples. */
  public static Document document(Path file) {
    return new Document(item(file), MediaType.PDF, List.of());
  }
}
