package org.assay.matching.repost;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.assay.matching.canonical.Box;
import org.assay.matching.hash.PdqHash;
import org.assay.matching.local.DescriptorCode;
import org.assay.matching.local.LocalFeatures;

/**
 * A sketch as bytes, big-endian: version, size, hashes, thumbnail, and 40 bytes a feature. Places,
 * sizes and angles are rounded to 16 bits, also in memory, so that an index answers the same before
 * and after it was written to disk.
 */
final class SketchCodec {
  private static final byte VERSION = 1;
  private static final int STEPS = 0xffff;
  private static final int FEATURE_BYTES = 8 + DescriptorCode.WORDS * Long.BYTES;
  private static final int HASH_BYTES = 1 + 4 * Integer.BYTES + 4 * Long.BYTES + 1;
  private static final double TURN = 2 * Math.PI;

  private SketchCodec() {}

  static byte[] encode(PictureSketch sketch) {
    LocalFeatures features = sketch.features();
    ByteBuffer out =
        ByteBuffer.allocate(
            1
                + 5 * Integer.BYTES
                + sketch.hashes().size() * HASH_BYTES
                + sketch.thumbnail().length
                + features.count() * FEATURE_BYTES);
    out.put(VERSION).putInt(sketch.widthPixels()).putInt(sketch.heightPixels());
    out.putInt(sketch.hashes().size());
    sketch.hashes().forEach(hash -> put(hash, out));
    out.putInt(sketch.thumbnail().length).put(sketch.thumbnail());
    out.putInt(features.count());
    for (int i = 0; i < features.count(); i++) {
      out.putShort(share(features.x()[i], sketch.widthPixels()));
      out.putShort(share(features.y()[i], sketch.heightPixels()));
      out.putShort(share(features.size()[i], sketch.sidePixels()));
      out.putShort(
          share(features.angle()[i] - TURN * Math.floor(features.angle()[i] / TURN), TURN));
    }
    for (long word : features.codes()) {
      out.putLong(word);
    }
    return out.array();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IOException if it is anything else
   */
  static PictureSketch decode(byte[] bytes) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      byte version = in.get();
      if (version != VERSION) {
        throw new IOException("sketch of version %d, expected %d".formatted(version, VERSION));
      }
      int width = in.getInt();
      int height = in.getInt();
      List<FramedHash> hashes = new ArrayList<>();
      for (int left = count(in, HASH_BYTES, "hashes"); left > 0; left--) {
        hashes.add(hash(in));
      }
      byte[] thumbnail = new byte[count(in, 1, "thumbnail bytes")];
      in.get(thumbnail);
      return new PictureSketch(width, height, features(in, width, height), hashes, thumbnail);
    } catch (BufferUnderflowException | IllegalArgumentException broken) {
      throw new IOException(
          "sketch of %d bytes is broken at byte %d: %s"
              .formatted(bytes.length, in.position(), broken.getMessage()),
          broken);
    }
  }

  private static LocalFeatures features(ByteBuffer in, int width, int height) throws IOException {
    int count = count(in, FEATURE_BYTES, "features");
    float[] x = new float[count];
    float[] y = new float[count];
    float[] size = new float[count];
    float[] angle = new float[count];
    for (int i = 0; i < count; i++) {
      x[i] = length(in.getShort(), width);
      y[i] = length(in.getShort(), height);
      size[i] = Math.max(1e-3f, length(in.getShort(), Math.max(width, height)));
      angle[i] = length(in.getShort(), TURN);
    }
    long[] codes = new long[count * DescriptorCode.WORDS];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = in.getLong();
    }
    return new LocalFeatures(x, y, size, angle, codes);
  }

  private static int count(ByteBuffer in, int bytesEach, String what) throws IOException {
    int count = in.getInt();
    if (count < 0 || (long) count * bytesEach > in.remaining()) {
      throw new IOException(
          "sketch claims %d %s with %d bytes left".formatted(count, what, in.remaining()));
    }
    return count;
  }

  private static void put(FramedHash framed, ByteBuffer out) {
    Box box = framed.box();
    PdqHash hash = framed.hash();
    out.put(framed.part().code());
    out.putInt(box.left()).putInt(box.top()).putInt(box.width()).putInt(box.height());
    out.putLong(hash.first()).putLong(hash.second()).putLong(hash.third()).putLong(hash.fourth());
    out.put((byte) framed.quality());
  }

  private static FramedHash hash(ByteBuffer in) throws IOException {
    byte code = in.get();
    FramedHash.Part part =
        FramedHash.Part.of(code)
            .orElseThrow(() -> new IOException("sketch names part " + code + " of a picture"));
    Box box = new Box(in.getInt(), in.getInt(), in.getInt(), in.getInt());
    PdqHash hash = new PdqHash(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    return new FramedHash(part, box, hash, in.get());
  }

  private static short share(double value, double of) {
    return (short) Math.round(Math.max(0, Math.min(1, value / of)) * STEPS);
  }

  private static float length(short share, double of) {
    return (float) ((share & STEPS) * of / STEPS);
  }
}
