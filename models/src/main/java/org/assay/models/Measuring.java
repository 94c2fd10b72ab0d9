package org.assay.models;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.detection.statistics.PictureStatistics;
import org.assay.detection.statistics.TileValues;
import org.assay.media.Raster;
import org.assay.media.Sha256;

/**
 * Measures pictures and altered copies of them with detection's own statistics, and keeps the
 * values in a folder, since measuring takes most of the time of a training.
 */
final class Measuring {
  private final PictureStatistics statistics = new PictureStatistics();
  private final Augmentation augmentation = new Augmentation(PictureStatistics.LEAST_SIDE_PIXELS);
  private final Path cache;
  private final int copies;
  private final long seed;

  /** Makes {@code copies} altered copies of each picture. */
  Measuring(Path cache, int copies, long seed) {
    this.cache = cache;
    this.copies = copies;
    this.seed = seed;
  }

  /** How many values a tile has. */
  int size() {
    return statistics.size();
  }

  /** All pictures, in order; those that are too small or flat have no tiles. */
  List<Picture> measure(List<Listing.Item> items) throws IOException, InterruptedException {
    Files.createDirectories(cache);
    ProgressBar bar = new ProgressBar("measuring pictures", items.size());
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Picture>> futures = new ArrayList<>();
      for (Listing.Item item : items) {
        Callable<Picture> task =
            () -> {
              Picture picture = cached(item);
              bar.step();
              return picture;
            };
        futures.add(workers.submit(task));
      }
      List<Picture> pictures = new ArrayList<>();
      for (Future<Picture> future : futures) {
        pictures.add(future.get());
      }
      return pictures;
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException("measuring failed", failure.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private Picture cached(Listing.Item item) throws IOException, InterruptedException {
    if (!Files.isRegularFile(item.file())) {
      throw new IOException("the listing names a picture that is not there: " + item.file());
    }
    byte[] bytes = Files.readAllBytes(item.file());
    String key =
        Sha256.of(
            bytes,
            "statistics %s, %d copies, seed %d"
                .formatted(PictureStatistics.VERSION, copies, seed)
                .getBytes(StandardCharsets.UTF_8));
    Path file = cache.resolve(key + ".values");
    if (Files.exists(file)) {
      try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
        return new Picture(item, readTiles(in), readTiles(in));
      }
    }
    Picture picture = measure(item, key);
    Path unfinished = Files.createTempFile(cache, key, ".part");
    try (OutputStream stream = Files.newOutputStream(unfinished);
        DataOutputStream out = new DataOutputStream(stream)) {
      writeTiles(out, picture.original());
      writeTiles(out, picture.altered());
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    return picture;
  }

  private Picture measure(Listing.Item item, String key) throws IOException, InterruptedException {
    Raster raster = PictureFile.read(item.file());
    SplittableRandom random = new SplittableRandom(Long.parseUnsignedLong(key, 0, 16, 16));
    List<float[]> altered = new ArrayList<>();
    for (int copy = 0; copy < copies; copy++) {
      altered.addAll(values(augmentation.apply(raster, random)));
    }
    return new Picture(item, values(raster), altered);
  }

  private List<float[]> values(Raster raster) throws InterruptedException {
    return statistics.measure(raster).stream().map(TileValues::values).toList();
  }

  private void writeTiles(DataOutputStream out, List<float[]> tiles) throws IOException {
    out.writeInt(tiles.size());
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * size());
    for (float[] tile : tiles) {
      bytes.asFloatBuffer().put(tile);
      out.write(bytes.array());
    }
  }

  private List<float[]> readTiles(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<float[]> tiles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tiles.add(readTile(in));
    }
    return tiles;
  }

  private float[] readTile(InputStream in) throws IOException {
    float[] tile = new float[size()];
    ByteBuffer.wrap(in.readNBytes(Float.BYTES * size())).asFloatBuffer().get(tile);
    return tile;
  }
}
