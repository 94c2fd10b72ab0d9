package org.assay.provenance.binding;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.container.BmffBox;
import org.assay.provenance.container.BmffTree;

/**
 * One entry of the exclusions of a BMFF hash, C2PA 2.2 section 18.7.2.
 *
 * @param path as written
 * @param length the box's own, where it has to be a certain one
 * @param flags three bytes
 * @param exact whether the flags have to be equal or only to be set
 * @param data what has to stand in the box
 * @param subset which bytes of the box are excluded; empty for all
 */
record BmffExclusion(
    String path,
    OptionalLong length,
    OptionalLong version,
    Optional<Slice> flags,
    boolean exact,
    List<Data> data,
    Optional<List<ByteRange>> subset) {
  private static final Slice C2PA_UUID = Slice.of(HexFormat.of().parseHex(BmffTree.C2PA_UUID));
  private static final int UUID_OFFSET = 8;

  /** Bytes at an offset from the start of the box. */
  record Data(long offset, Slice value) {}

  static BmffExclusion read(Fields fields) throws BindingFault {
    Optional<String> path = fields.text("xpath");
    if (path.isEmpty()) {
      throw BindingFault.malformed("BMFF hash: an exclusion has no path");
    }
    List<Data> data = new ArrayList<>();
    for (Fields entry : fields.maps("data").orElse(List.of())) {
      data.add(new Data(entry.requiredUnsigned("offset"), entry.requiredBytes("value")));
    }
    return new BmffExclusion(
        path.get(),
        fields.unsigned("length"),
        fields.unsigned("version"),
        fields.bytes("flags"),
        fields.flag("exact").orElse(true),
        data,
        subset(fields));
  }

  private static Optional<List<ByteRange>> subset(Fields fields) throws BindingFault {
    Optional<List<Fields>> entries = fields.maps("subset");
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    List<ByteRange> ranges = new ArrayList<>();
    for (Fields entry : entries.get()) {
      long offset = entry.requiredUnsigned("offset");
      long length = entry.requiredUnsigned("length");
      if (offset > Long.MAX_VALUE - length) {
        throw BindingFault.malformed("BMFF hash: a subset exceeds every box");
      }
      ranges.add(new ByteRange(offset, length));
    }
    List<ByteRange> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingLong(ByteRange::offset));
    if (!sorted.equals(ranges)) {
      throw BindingFault.malformed("BMFF hash: subsets are not in ascending order");
    }
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i - 1).end() > ranges.get(i).offset()) {
        throw BindingFault.malformed("BMFF hash: subsets overlap");
      }
    }
    return Optional.of(List.copyOf(ranges));
  }

  /** Whether the specification asks every BMFF hash for this exclusion. */
  boolean isMandatory() {
    return switch (path) {
      case "/ftyp", "/mfra" -> true;
      case "/uuid" ->
          data.size() == 1
              && data.get(0).offset() == UUID_OFFSET
              && data.get(0).value().equals(C2PA_UUID);
      default -> false;
    };
  }

  /** Whether version, length and flags of a box are as asked for; data are not looked at. */
  boolean fits(BmffBox box, boolean strict) {
    if (length.isPresent() && length.getAsLong() != box.range().length()) {
      return false;
    }
    if (box.full().isEmpty()) {
      return true;
    }
    if (version.isPresent() && version.getAsLong() != box.full().get().version()) {
      return false;
    }
    return flags.isEmpty() || fits(flags.get(), box.full().get().flags(), strict);
  }

  private boolean fits(Slice wantedFlags, int flags, boolean strict) {
    byte[] wanted = wantedFlags.toArray();
    long asked = wanted.length < 3 ? 0 : new BigInteger(1, Arrays.copyOf(wanted, 3)).longValue();
    if (strict) {
      return exact ? asked == flags : (asked & flags) == asked;
    }
    long shifted = asked << 8; // the reference validator reads three bytes as the upper of four
    return exact ? shifted == flags : (shifted | flags) == shifted;
  }

  /** What of a box is excluded. */
  List<ByteRange> excludedOf(BmffBox box) {
    if (subset.isEmpty()) {
      return List.of(box.range());
    }
    List<ByteRange> ranges = new ArrayList<>();
    for (ByteRange range : subset.get()) {
      long left = box.range().length() - range.offset();
      if (left >= 0) {
        long count = range.length() == 0 ? left : Math.min(range.length(), left);
        ranges.add(new ByteRange(box.start() + range.offset(), count));
      }
    }
    return ranges;
  }
}
