package org.assay.provenance.binding;

import java.util.List;
import java.util.Optional;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.container.Part.EmbeddedStore;

/**
 * Where the manifest store of a file stands, as an exclusion has to name it. Without this check,
 * bytes that a decoder shows can hide in an exclusion: C2PA 2.4 section 15.12.1.
 */
final class ManifestPlace {
  private ManifestPlace() {}

  /** Empty when the file holds none, or in a format of which the place cannot be told. */
  static Optional<ByteRange> of(BoundFile file) {
    if (hasNoPlace(file) || file.stores().isEmpty()) {
      return Optional.empty();
    }
    EmbeddedStore store = file.stores().get(0);
    List<ByteRange> ranges = store.enclosing();
    if (ranges.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i).offset() != ranges.get(i - 1).end()) {
        return Optional.empty();
      }
    }
    long start = ranges.get(0).offset();
    return Optional.of(new ByteRange(start, ranges.get(ranges.size() - 1).end() - start));
  }

  /** Whether an exclusion may be there at all, and names the place exactly. */
  static boolean isExcluded(BoundFile file, Optional<ByteRange> place, List<ByteRange> excluded) {
    return place.isPresent() ? excluded.contains(place.get()) : hasNoPlace(file);
  }

  /** A sidecar is all manifest; in the others the reference validator does not look either. */
  private static boolean hasNoPlace(BoundFile file) {
    return file.container().type() == MediaType.C2PA
        || (file.container().type() == MediaType.PDF && !file.stores().isEmpty());
  }
}
