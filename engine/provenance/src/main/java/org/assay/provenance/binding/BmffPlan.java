package org.assay.provenance.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.media.MediaException;
import org.assay.provenance.binding.BmffExclusion.Data;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.container.BmffBox;
import org.assay.provenance.container.BmffTree;

/**
 * What of one BMFF file is hashed.
 *
 * @param boxes at top level, in the order of the file
 * @param pieces what is left without the exclusions
 */
record BmffPlan(List<BmffBox> boxes, List<Piece> pieces) {
  /** Most boxes that all exclusions together may match: hostile paths match everything. */
  private static final int MAX_MATCHES = 2_000_000;

  /** Most bytes that are compared with what exclusions expect in boxes. */
  private static final long MAX_COMPARED_BYTES = 64L << 20;

  /**
   * Applies exclusions to a file.
   *
   * @param withOffsets whether offsets of top-level boxes are hashed: from version 2 on
   */
  static BmffPlan of(
      ByteSource bytes, List<BmffExclusion> exclusions, boolean withOffsets, boolean strict)
      throws IOException, InterruptedException, BindingFault {
    List<BmffBox> boxes = boxesOf(bytes);
    List<ByteRange> excluded = new ArrayList<>();
    Set<Long> whole = new HashSet<>();
    int matches = 0;
    long compared = 0;
    for (BmffExclusion exclusion : exclusions) {
      Optional<BoxPath> path = BoxPath.parse(exclusion.path());
      List<BmffBox> named = path.isEmpty() ? List.of() : path.get().in(boxes);
      matches += 1 + named.size();
      if (matches > MAX_MATCHES) {
        throw BindingFault.malformed("BMFF hash: exclusions match too many boxes");
      }
      long dataBytes = exclusion.data().stream().mapToLong(data -> data.value().length()).sum();
      for (BmffBox box : named) {
        compared += dataBytes;
        if (compared > MAX_COMPARED_BYTES) {
          throw BindingFault.malformed("BMFF hash: exclusions compare too many bytes");
        }
        if (exclusion.fits(box, strict) && holds(bytes, box, exclusion.data())) {
          excluded.addAll(exclusion.excludedOf(box));
          if (exclusion.subset().isEmpty()) {
            whole.add(box.start());
          }
        }
      }
    }
    List<ByteRange> left = Pieces.outside(excluded, bytes.length());
    if (!withOffsets) {
      return new BmffPlan(boxes, Pieces.stretches(left));
    }
    List<Long> offsets =
        boxes.stream().map(BmffBox::start).filter(start -> !whole.contains(start)).toList();
    return new BmffPlan(boxes, Pieces.withOffsets(left, offsets));
  }

  private static List<BmffBox> boxesOf(ByteSource bytes)
      throws IOException, InterruptedException, BindingFault {
    try {
      return BmffTree.read(Span.of(bytes));
    } catch (MediaException fault) {
      throw BindingFault.mismatch(fault.getMessage());
    }
  }

  private static boolean holds(ByteSource bytes, BmffBox box, List<Data> data)
      throws IOException, BindingFault {
    for (Data wanted : data) {
      long left = bytes.length() - box.start();
      if (wanted.offset() > left || wanted.value().length() > left - wanted.offset()) {
        throw BindingFault.mismatch("BMFF hash: data to match would stand after the end");
      }
      byte[] found = new byte[wanted.value().length()];
      bytes.read(box.start() + wanted.offset(), found, 0, found.length);
      if (!wanted.value().equals(Slice.of(found))) {
        return false;
      }
    }
    return true;
  }
}
