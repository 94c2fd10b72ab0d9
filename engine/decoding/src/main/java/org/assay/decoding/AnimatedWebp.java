package org.assay.decoding;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.assay.media.Alpha;
import org.assay.media.MediaException;
import org.assay.media.Raster;

/** Shows the first frame of an animated WebP, which OpenCV 4.9 cannot read, on its canvas. */
final class AnimatedWebp {
  private static final int FRAME_HEADER = 16;

  private AnimatedWebp() {}

  /** The first frame on a black, transparent canvas of the size that {@code header} says. */
  static Samples read(Bytes file, StillHeader header) throws MediaException {
    long chunk = WebpHeader.firstFrame(file);
    if (chunk < 0) {
      throw new MediaException("animated WebP: expected an 'ANMF' chunk, found none");
    }
    long data = chunk + 8;
    int left = 2 * file.u24Little(data);
    int top = 2 * file.u24Little(data + 3);
    int width = 1 + file.u24Little(data + 6);
    int height = 1 + file.u24Little(data + 9);
    if (left + width > header.widthPixels() || top + height > header.heightPixels()) {
      throw new MediaException(
          "WebP frame at byte %d: %d x %d pixels at (%d, %d) exceed the canvas of %d x %d"
              .formatted(
                  chunk, width, height, left, top, header.widthPixels(), header.heightPixels()));
    }
    long end = Math.min(file.length(), data + file.u32(chunk + 4, true));
    Bytes still = still(file, data + FRAME_HEADER, end, width, height);
    StillHeader stillHeader = WebpHeader.read(still);
    Samples frame =
        OpenCvReader.read(
            still, new byte[0], new StillHeader(width, height, 8, false, 1, stillHeader.damage()));
    return place(frame, left, top, (int) header.widthPixels(), (int) header.heightPixels());
  }

  private static Bytes still(Bytes file, long from, long to, int width, int height)
      throws MediaException {
    file.require(from, 8, "WebP frame data");
    boolean alpha = file.matches(from, "ALPH");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int extended = alpha ? 18 : 0;
    int length = (int) (to - from);
    ByteBuffer head = ByteBuffer.allocate(12 + extended).order(ByteOrder.LITTLE_ENDIAN);
    head.put(new byte[] {'R', 'I', 'F', 'F'}).putInt(4 + extended + length);
    head.put(new byte[] {'W', 'E', 'B', 'P'});
    if (alpha) {
      head.put(new byte[] {'V', 'P', '8', 'X'}).putInt(10).putInt(0x10);
      putU24(head, width - 1);
      putU24(head, height - 1);
    }
    out.writeBytes(head.array());
    out.write(file.array(), (int) from, length);
    return new Bytes("WebP frame", out.toByteArray());
  }

  private static void putU24(ByteBuffer buffer, int value) {
    buffer.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
  }

  private static Samples place(Samples frame, int left, int top, int width, int height) {
    Raster raster = frame.raster();
    int columns = raster.widthPixels();
    if (columns == width && raster.heightPixels() == height) {
      return frame;
    }
    byte[] rgb = new byte[3 * width * height];
    byte[] opacity = new byte[width * height];
    for (int y = 0; y < raster.heightPixels(); y++) {
      int from = y * columns;
      int to = (top + y) * width + left;
      System.arraycopy(raster.rgb(), 3 * from, rgb, 3 * to, 3 * columns);
      if (frame.alpha().isPresent()) {
        System.arraycopy(frame.alpha().get().opacity(), from, opacity, to, columns);
      } else {
        Arrays.fill(opacity, to, to + columns, (byte) 255);
      }
    }
    return new Samples(
        new Raster(width, height, rgb), Optional.of(new Alpha(width, height, opacity)));
  }
}
