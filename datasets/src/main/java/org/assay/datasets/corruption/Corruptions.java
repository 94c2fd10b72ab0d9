package org.assay.datasets.corruption;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assay.datasets.drawing.Noise;

/** All kinds of damage, and a seeded choice among them. */
public final class Corruptions {
  /** What a damaged file may be longer than the original at most, beside its own length. */
  public static final int MOST_ADDED_BYTES = 4096;

  private static final int[] BAD_LENGTHS = {0, 1, 0x7fffffff, 0x80000000, 0xffffffff};

  private static final List<Corruption> ALL =
      List.of(
          new Corruption("bit-flips", Corruptions::flipBits),
          new Corruption("chunk-duplicated", Corruptions::duplicate),
          new Corruption("chunk-removed", Corruptions::remove),
          new Corruption("garbage-inserted", Corruptions::insert),
          new Corruption("header-only", Corruptions::keepHeader),
          new Corruption("length-edited", Corruptions::editLength),
          new Corruption("swapped-blocks", Corruptions::swap),
          new Corruption("truncate", Corruptions::truncate),
          new Corruption("zeroed-run", Corruptions::zero));

  private Corruptions() {}

  /** Every kind, sorted by name. */
  public static List<Corruption> all() {
    return ALL;
  }

  /** The kind that {@link #corrupt} uses for a seed, to name it in a failing test. */
  public static Corruption choose(long seed) {
    return ALL.get((int) Long.remainderUnsigned(Noise.mix(seed), ALL.size()));
  }

  /**
   * A damaged copy: always different from the file, at most twice as long and {@link
   * #MOST_ADDED_BYTES} more; the same for the same file and seed.
   */
  public static byte[] corrupt(byte[] file, long seed) {
    Random random = new Random(Noise.mix(~seed));
    byte[] damaged = choose(seed).apply(file, random);
    if (Arrays.equals(file, damaged)) { // such as zeros written over zeros
      damaged[random.nextInt(damaged.length)] ^= 1;
    }
    return damaged;
  }

  private static byte[] truncate(byte[] file, Random random) {
    // Half of the cuts fall into the first part, where the headers are.
    int most = random.nextBoolean() ? file.length : Math.min(file.length, 256);
    return Arrays.copyOf(file, random.nextInt(most));
  }

  private static byte[] flipBits(byte[] file, Random random) {
    for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
      int at = place(file, random);
      file[at] = (byte) (file[at] ^ (1 << random.nextInt(8)));
    }
    return file;
  }

  private static byte[] zero(byte[] file, Random random) {
    int from = place(file, random);
    Arrays.fill(file, from, from + run(file.length - from, random), (byte) 0);
    return file;
  }

  private static byte[] duplicate(byte[] file, Random random) {
    int from = random.nextInt(file.length);
    int length = run(file.length - from, random);
    return splice(file, from, from, Arrays.copyOfRange(file, from, from + length));
  }

  private static byte[] remove(byte[] file, Random random) {
    int from = place(file, random);
    return splice(file, from, from + run(file.length - from, random), new byte[0]);
  }

  private static byte[] insert(byte[] file, Random random) {
    byte[] garbage = new byte[1 + random.nextInt(MOST_ADDED_BYTES)];
    random.nextBytes(garbage);
    int at = place(file, random);
    return splice(file, at, at, garbage);
  }

  private static byte[] keepHeader(byte[] file, Random random) {
    int kept = Math.min(file.length - 1, 4 + random.nextInt(60));
    byte[] body = new byte[file.length - kept];
    random.nextBytes(body);
    return splice(file, kept, file.length, body);
  }

  /** Four bytes become a length that no parser should believe, in either byte order. */
  private static byte[] editLength(byte[] file, Random random) {
    int value = BAD_LENGTHS[random.nextInt(BAD_LENGTHS.length)];
    int at = place(file, random);
    boolean big = random.nextInt(4) > 0;
    for (int i = 0; i < 4 && at + i < file.length; i++) {
      file[at + i] = (byte) (value >> (8 * (big ? 3 - i : i)));
    }
    return file;
  }

  private static byte[] swap(byte[] file, Random random) {
    int length = run(file.length / 2, random);
    if (length == 0) {
      return flipBits(file, random);
    }
    int one = random.nextInt(file.length - 2 * length + 1);
    int other = one + length + random.nextInt(file.length - one - 2 * length + 1);
    byte[] kept = Arrays.copyOfRange(file, one, one + length);
    System.arraycopy(file, other, file, one, length);
    System.arraycopy(kept, 0, file, other, length);
    return file;
  }

  private static int place(byte[] file, Random random) {
    return random.nextInt(random.nextBoolean() ? file.length : Math.min(file.length, 512));
  }

  /** How many bytes: often few, at times many, at least one if there are any. */
  private static int run(int available, Random random) {
    int most = Math.min(available, 1 << random.nextInt(16));
    return most == 0 ? 0 : 1 + random.nextInt(most);
  }

  private static byte[] splice(byte[] file, int from, int to, byte[] middle) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, from);
    out.writeBytes(middle);
    out.write(file, to, file.length - to);
    return out.toByteArray();
  }
}
