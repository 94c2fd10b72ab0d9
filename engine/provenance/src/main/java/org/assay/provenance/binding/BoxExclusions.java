package org.assay.provenance.binding;

import java.util.ArrayList;
import java.util.List;
import org.assay.provenance.binding.BoxesHash.Entry;
import org.assay.provenance.binding.BoxesHash.Exclusion;
import org.assay.provenance.bytes.ByteRange;

/** Exclusions within boxes: only metadata that programs rewrite, C2PA 2.4 section 15.12.3. */
final class BoxExclusions {
  private BoxExclusions() {}

  /** In places of the file; empty where the entry has none. */
  static List<ByteRange> of(Entry entry, List<NamedBox> boxes) throws BindingFault {
    if (entry.exclusions().isEmpty()) {
      return List.of();
    }
    if (entry.exclusions().get().isEmpty()) {
      throw BindingFault.malformed("boxes hash: an empty list of exclusions");
    }
    List<ByteRange> ranges = new ArrayList<>();
    for (Exclusion exclusion : entry.exclusions().get()) {
      if (exclusion.boxIndex() >= boxes.size()) {
        throw BindingFault.malformed("boxes hash: an exclusion in a box that is not there");
      }
      NamedBox box = boxes.get((int) exclusion.boxIndex());
      long start = box.range().offset();
      if (exclusion.range().end() > Long.MAX_VALUE - start) {
        throw BindingFault.malformed("boxes hash: an exclusion exceeds every file");
      }
      ByteRange range =
          new ByteRange(start + exclusion.range().offset(), exclusion.range().length());
      if (!ranges.isEmpty() && range.offset() < ranges.get(ranges.size() - 1).end()) {
        throw BindingFault.malformed("boxes hash: exclusions overlap or are not in order");
      }
      if (box.metadata().isEmpty()
          || range.offset() < box.metadata().get().offset()
          || range.end() > box.metadata().get().end()) {
        throw BindingFault.mismatch("boxes hash: an exclusion where nothing may be excluded");
      }
      ranges.add(range);
    }
    return ranges;
  }
}
