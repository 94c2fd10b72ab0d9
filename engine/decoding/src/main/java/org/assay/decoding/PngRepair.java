package org.assay.decoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.assay.media.MediaException;

/**
 * Makes a decodable PNG of a broken one, as a browser would show it: the rows that can be read,
 * then nothing. Needed because libpng gives up all rows at the first fault.
 */
final class PngRepair {
  private static final int MOST_RAW_BYTES = 400 << 20;
  private static final int[] CHANNELS = {1, 0, 3, 1, 2, 0, 4};
  private static final int LARGEST_FILTER = 4;
  private static final int[][] INTERLACING = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private PngRepair() {}

  /**
   * A whole PNG with what could be read of {@code file}; the caller has checked its size.
   *
   * @throws MediaException if not one row could be read
   */
  static byte[] repair(Bytes file, StillHeader header) throws MediaException {
    List<Pass> passes = passes(file, header);
    long size = passes.stream().mapToLong(pass -> pass.rows() * pass.rowBytes()).sum();
    if (size > MOST_RAW_BYTES) {
      throw new MediaException(
          "PNG with damage needs %d bytes of rows: at most %d are repaired"
              .formatted(size, MOST_RAW_BYTES));
    }
    byte[] raw = new byte[(int) size];
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length());
    out.write(file.array(), 0, 8);
    long read = 0;
    Inflater inflater = new Inflater();
    try {
      long position = 8;
      while (file.has(position, 12)) {
        long claimed = file.u32(position, false);
        int length = (int) Math.min(claimed, file.length() - position - 8);
        String name = file.name(position + 4);
        switch (name) {
          case "IHDR", "PLTE", "tRNS" -> {
            if (inflater.getBytesWritten() == 0) {
              chunk(out, name, file.array(), (int) position + 8, length);
            }
          }
          case "IDAT" -> {
            inflater.setInput(file.array(), (int) position + 8, length);
            inflate(inflater, raw);
          }
          default -> {}
        }
        position += claimed + 12;
      }
      read = inflater.getBytesWritten();
    } finally {
      inflater.end();
    }
    if (read <= raw.length / header.heightPixels()) {
      throw new MediaException(
          "PNG of %d bytes: expected %d bytes of rows, found %d: not one whole row"
              .formatted(file.length(), raw.length, read));
    }
    clearFromFirstBadRow(raw, passes);
    byte[] packed = deflate(raw);
    chunk(out, "IDAT", packed, 0, packed.length);
    chunk(out, "IEND", packed, 0, 0);
    return out.toByteArray();
  }

  private static void inflate(Inflater inflater, byte[] raw) {
    try {
      int count = 1;
      while (count > 0 && inflater.getBytesWritten() < raw.length) {
        int at = (int) inflater.getBytesWritten();
        count = inflater.inflate(raw, at, raw.length - at);
      }
    } catch (DataFormatException broken) {
      // What came before the fault is in the rows and counted; the header's damage names the rest.
      inflater.setInput(new byte[0]);
    }
  }

  /** The rows of each pass: their number and their bytes, the filter's byte among them. */
  private static List<Pass> passes(Bytes file, StillHeader header) throws MediaException {
    int colour = file.u8(25);
    if (colour >= CHANNELS.length || CHANNELS[colour] == 0) {
      throw new MediaException("PNG colour type: expected 0, 2, 3, 4 or 6, found " + colour);
    }
    long bitsPerPixel = (long) CHANNELS[colour] * header.bitsPerSample();
    long width = header.widthPixels();
    long height = header.heightPixels();
    if (file.u8(28) == 0) {
      return List.of(new Pass(height, 1 + (width * bitsPerPixel + 7) / 8));
    }
    List<Pass> passes = new ArrayList<>();
    for (int[] pass : INTERLACING) {
      long columns = (width - pass[0] + pass[2] - 1) / pass[2];
      long rows = (height - pass[1] + pass[3] - 1) / pass[3];
      if (columns > 0 && rows > 0) {
        passes.add(new Pass(rows, 1 + (columns * bitsPerPixel + 7) / 8));
      }
    }
    return passes;
  }

  private record Pass(long rows, long rowBytes) {}

  /**
   * Behind a fault the data often go on as noise, at which libpng gives up: no such row is kept.
   */
  private static void clearFromFirstBadRow(byte[] raw, List<Pass> passes) {
    int at = 0;
    for (Pass pass : passes) {
      for (long row = 0; row < pass.rows(); row++) {
        if ((raw[at] & 0xFF) > LARGEST_FILTER) {
          Arrays.fill(raw, at, raw.length, (byte) 0);
          return;
        }
        at += (int) pass.rowBytes();
      }
    }
  }

  private static byte[] deflate(byte[] raw) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(raw);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
      byte[] block = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(block, 0, deflater.deflate(block));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(
      ByteArrayOutputStream out, String name, byte[] data, int from, int length) {
    CRC32 crc = new CRC32();
    byte[] type = name.getBytes(ISO_8859_1);
    crc.update(type);
    crc.update(data, from, length);
    writeInt(out, length);
    out.writeBytes(type);
    out.write(data, from, length);
    writeInt(out, (int) crc.getValue());
  }

  private static void writeInt(ByteArrayOutputStream out, int value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(value >>> shift);
    }
  }
}
