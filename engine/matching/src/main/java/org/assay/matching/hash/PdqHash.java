package org.assay.matching.hash;

import java.util.HexFormat;

/**
 * A hash of 256 bits, compared by Hamming distance.
 *
 * @param first the most significant 64 bits, written first in hexadecimal
 * @param second the next 64 bits
 * @param third the next 64 bits
 * @param fourth the least significant 64 bits
 */
public record PdqHash(long first, long second, long third, long fourth) {
  /** Length in bits. */
  public static final int BITS = 256;

  private static final int DIGITS = BITS / 4;
  private static final int WORD_DIGITS = 16;

  /** No bit set, as for a picture too small to hash. */
  public static final PdqHash ZERO = new PdqHash(0, 0, 0, 0);

  /**
   * Reads 64 hexadecimal digits of either case, most significant bit first.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static PdqHash parse(String hex) {
    if (hex.length() != DIGITS) {
      throw new IllegalArgumentException(
          "hash needs " + DIGITS + " hexadecimal digits, found " + hex.length());
    }
    return new PdqHash(word(hex, 0), word(hex, 1), word(hex, 2), word(hex, 3));
  }

  private static long word(String hex, int index) {
    return HexFormat.fromHexDigitsToLong(hex, index * WORD_DIGITS, (index + 1) * WORD_DIGITS);
  }

  /** 64 lower-case hexadecimal digits, most significant bit first. */
  public String hex() {
    HexFormat format = HexFormat.of();
    return format.toHexDigits(first)
        + format.toHexDigits(second)
        + format.toHexDigits(third)
        + format.toHexDigits(fourth);
  }

  /** Number of bits that differ, 0 to 256. */
  public int distanceTo(PdqHash other) {
    return Long.bitCount(first ^ other.first)
        + Long.bitCount(second ^ other.second)
        + Long.bitCount(third ^ other.third)
        + Long.bitCount(fourth ^ other.fourth);
  }

  @Override
  public String toString() {
    return hex();
  }
}
