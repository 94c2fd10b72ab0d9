package org.assay.detection.face;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.assay.detection.ModelFolder;
import org.assay.detection.opencv.OpenCvLibrary;
import org.opencv.core.Core;
import org.opencv.core.CvException;

/**
 * A fixed number of network pairs, lent to one thread each, because a network keeps the numbers of
 * its last run inside. Safe for concurrent use.
 */
final class Networks {
  /** Both networks, for one thread at a time. */
  record Pair(BlazeFace shortRange, BlazeFace fullRange) {}

  /** What is done with a pair. */
  interface Work<T> {
    T with(Pair pair) throws InterruptedException;
  }

  private final BlockingQueue<Pair> free;

  /**
   * Reads the weights once a pair.
   *
   * @param pairs how many threads can look at once; 4 MB each
   * @throws IOException if weights are missing, altered or cannot be read
   */
  Networks(ModelFolder model, int pairs) throws IOException {
    if (pairs < 1) {
      throw new IllegalArgumentException("at least one pair of networks is needed: " + pairs);
    }
    String shortRange = weights(model, BlazeFace.Range.SHORT);
    String fullRange = weights(model, BlazeFace.Range.FULL);
    this.free = new ArrayBlockingQueue<>(pairs);
    try {
      OpenCvLibrary.load();
      // Pictures are looked at side by side already. OpenCV's own threads, which all of the process
      // shares, only cost time at networks this small: a third to two thirds more.
      Core.setNumThreads(1);
      for (int i = 0; i < pairs; i++) {
        free.add(
            new Pair(
                new BlazeFace(BlazeFace.Range.SHORT, shortRange),
                new BlazeFace(BlazeFace.Range.FULL, fullRange)));
      }
    } catch (CvException unreadable) {
      throw new IOException(model.id() + ": OpenCV cannot read the weights", unreadable);
    }
  }

  /** Waits for a free pair, and gives it back whatever happens. */
  <T> T lend(Work<T> work) throws InterruptedException {
    Pair pair = free.take();
    try {
      return work.with(pair);
    } finally {
      free.add(pair);
    }
  }

  private static String weights(ModelFolder model, BlazeFace.Range range) throws IOException {
    try {
      return model.file(range.file()).toString();
    } catch (IOException missing) {
      throw new IOException(
          "%s; fetch the weights with: %s"
              .formatted(
                  missing.getMessage(),
                  model
                      .description()
                      .path("fetch")
                      .asText("npm ci --prefix " + model.folder() + " --ignore-scripts")),
          missing);
    }
  }
}
