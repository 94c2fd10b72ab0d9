package org.assay.decoding;

import java.time.Duration;
import org.assay.media.MediaException;

/**
 * How much of the machine one item may take.
 *
 * @param maxStillBytes largest still file that is read into memory
 * @param maxStillPixels largest width times height of a still, at most 700 million
 * @param maxSidePixels longest side of a still or of a video's own frames
 * @param maxVideoPixels largest width times height of a video's own frames
 * @param maxFrameSidePixels sampled video frames are scaled down to this long side
 * @param maxFrames most frames sampled from one video
 * @param maxDuration longest video; a longer one is refused
 * @param maxSound sound beyond this is not decoded
 * @param maxOutputBytes most bytes that one child process may hand over
 * @param childTime wall-clock time of one child process
 * @param childMemoryBytes address space of one child process, where the system can limit it
 */
public record Limits(
    long maxStillBytes,
    long maxStillPixels,
    int maxSidePixels,
    long maxVideoPixels,
    int maxFrameSidePixels,
    int maxFrames,
    Duration maxDuration,
    Duration maxSound,
    long maxOutputBytes,
    Duration childTime,
    long childMemoryBytes) {

  /** Room for a 100 megapixel photograph, an hours-long video and ten minutes of its sound. */
  public static final Limits DEFAULT =
      new Limits(
          128L << 20,
          100_000_000,
          32_768,
          8_192L * 4_352,
          1_920,
          120,
          Duration.ofHours(4),
          Duration.ofMinutes(10),
          384L << 20,
          Duration.ofMinutes(2),
          3L << 30);

  private static final long LARGEST_ARRAY_PIXELS = 700_000_000;

  /** Checks that every limit is positive and that a picture fits into one array. */
  public Limits {
    long smallest =
        Math.min(
            Math.min(
                Math.min(maxStillBytes, maxStillPixels), Math.min(maxSidePixels, maxVideoPixels)),
            Math.min(
                Math.min(maxFrameSidePixels, maxFrames),
                Math.min(maxOutputBytes, childMemoryBytes)));
    if (smallest <= 0 || maxStillPixels > LARGEST_ARRAY_PIXELS) {
      throw new IllegalArgumentException(
          "limits must be positive and maxStillPixels at most "
              + LARGEST_ARRAY_PIXELS
              + ": smallest is "
              + smallest
              + ", maxStillPixels is "
              + maxStillPixels);
    }
    requirePositive("maxDuration", maxDuration);
    requirePositive("maxSound", maxSound);
    requirePositive("childTime", childTime);
  }

  private static void requirePositive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " must be positive: " + duration);
    }
  }

  Limits withMaxOutputBytes(long bytes) {
    return new Limits(
        maxStillBytes,
        maxStillPixels,
        maxSidePixels,
        maxVideoPixels,
        maxFrameSidePixels,
        maxFrames,
        maxDuration,
        maxSound,
        bytes,
        childTime,
        childMemoryBytes);
  }

  void checkStillBytes(String format, long found) throws MediaException {
    if (found > maxStillBytes) {
      throw new MediaException(
          "%s file of %d bytes: at most %d are read".formatted(format, found, maxStillBytes));
    }
  }

  void checkStill(String format, long width, long height) throws MediaException {
    check(format + " picture", width, height, maxStillPixels);
  }

  void checkDuration(Duration found) throws MediaException {
    if (found.compareTo(maxDuration) > 0) {
      throw new MediaException(
          "video or sound of %d s: at most %d s are decoded"
              .formatted(found.toSeconds(), maxDuration.toSeconds()));
    }
  }

  void checkVideo(long width, long height) throws MediaException {
    check("video", width, height, maxVideoPixels);
  }

  private void check(String what, long width, long height, long maxPixels) throws MediaException {
    if (width <= 0 || height <= 0) {
      throw new MediaException(
          "%s claims %d x %d pixels: expected both above zero".formatted(what, width, height));
    }
    if (width > maxSidePixels || height > maxSidePixels) {
      throw new MediaException(
          "%s claims %d x %d pixels: a side may have at most %d"
              .formatted(what, width, height, maxSidePixels));
    }
    if (width * height > maxPixels) {
      throw new MediaException(
          "%s claims %d x %d = %d pixels: at most %d are decoded"
              .formatted(what, width, height, width * height, maxPixels));
    }
  }
}
