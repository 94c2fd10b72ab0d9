package org.assay.matching.hash;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Locale;
import java.util.stream.Stream;
import org.assay.media.Raster;
import org.assay.signal.HashType;

/**
 * PDQ, bit for bit as the C++ reference computes it.
 *
 * @see <a href="https://github.com/facebook/ThreatExchange/tree/main/pdq">PDQ</a>, in particular
 *     hashing.pdf there
 */
public final class PdqHasher implements Hasher {

  /** What happens before the filter; hashes of different variants are not comparable. */
  public enum Variant {
    /** Every pixel counts: what python-threatexchange, HMA and vPDQ exchange. */
    FULL,
    /** Anything over 512 pixels is first resized to 512 x 512: what the C++ tool writes. */
    REF512
  }

  /** The reference gives a smaller picture the zero hash and quality 0. */
  private static final int SMALLEST_SIDE_PIXELS = 5;

  private static final DihedralHashes NOTHING =
      new DihedralHashes(
          Stream.of(Transform.values()).collect(toMap(identity(), transform -> PdqHash.ZERO)), 0);

  private final Variant variant;
  private final HashType type;

  /** A hasher of one variant. */
  public PdqHasher(Variant variant) {
    this.variant = variant;
    this.type = new HashType("pdq", variant.name().toLowerCase(Locale.ROOT), PdqHash.BITS);
  }

  @Override
  public HashType type() {
    return type;
  }

  @Override
  public DihedralHashes hash(Raster raster) {
    Raster input = variant == Variant.REF512 ? NearestNeighbour.to512(raster) : raster;
    if (input.shortSidePixels() < SMALLEST_SIDE_PIXELS) {
      return NOTHING;
    }
    float[] luma64 = Downscaler.to64(input);
    float[] dct16 = Dct.of(luma64);
    return new DihedralHashes(DihedralBits.of(dct16), Quality.of(luma64));
  }
}
