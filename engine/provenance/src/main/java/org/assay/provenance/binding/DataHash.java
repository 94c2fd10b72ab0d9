package org.assay.provenance.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.StatusCode;

/**
 * The {@code c2pa.hash.data} assertion: one hash over all bytes but some, C2PA 2.2 section 18.5.
 *
 * @param exclusions as they are listed
 * @param algorithm empty when it names none
 */
record DataHash(List<ByteRange> exclusions, String algorithm, Slice hash) {

  static DataHash read(Slice assertion, boolean strict) throws BindingFault {
    Fields fields = Fields.of(assertion, "data hash");
    List<ByteRange> exclusions = new ArrayList<>();
    for (Fields exclusion : fields.maps("exclusions").orElse(List.of())) {
      long start = exclusion.requiredUnsigned("start");
      long length = exclusion.requiredUnsigned("length");
      if (start > Long.MAX_VALUE - length) {
        throw BindingFault.malformed("data hash: an exclusion exceeds every file");
      }
      exclusions.add(new ByteRange(start, length));
    }
    requireApart(exclusions, strict);
    if (fields.has("url")) {
      throw BindingFault.mismatch("data hash: hashes of remote data are not supported");
    }
    fields.text("name");
    fields.requiredBytes("pad");
    return new DataHash(exclusions, fields.text("alg").orElse(""), fields.requiredBytes("hash"));
  }

  private static void requireApart(List<ByteRange> exclusions, boolean strict) throws BindingFault {
    List<ByteRange> sorted = new ArrayList<>(exclusions);
    sorted.sort(Comparator.comparingLong(ByteRange::offset));
    if (strict && !sorted.equals(exclusions)) {
      throw BindingFault.malformed("data hash: exclusions are not in ascending order");
    }
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).offset() < sorted.get(i - 1).end()) {
        throw BindingFault.malformed("data hash: exclusions overlap");
      }
    }
  }

  void check(BoundFile file, String defaultAlgorithm, Findings findings)
      throws IOException, InterruptedException, BindingFault {
    if (exclusions.size() > 1) {
      findings.add(
          StatusCode.ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT,
          "data hash: %d exclusions, of which one is the manifest's".formatted(exclusions.size()));
    }
    Optional<ByteRange> place = ManifestPlace.of(file);
    List<ByteRange> excluded = file.updated() ? grown(place) : exclusions;
    boolean excludesSomething = excluded.stream().anyMatch(range -> range.length() > 0);
    if (excludesSomething && !ManifestPlace.isExcluded(file, place, excluded)) {
      findings.add(
          StatusCode.ASSERTION_DATA_HASH_MISMATCH,
          "data hash: no exclusion is exactly where the manifest stands");
    }
    FileHasher hasher = new FileHasher(file.bytes());
    for (ByteRange range : excluded) {
      if (range.end() > hasher.fileBytes()) {
        throw BindingFault.mismatch(
            "data hash: exclusion %d + %d exceeds the file of %d bytes"
                .formatted(range.offset(), range.length(), hasher.fileBytes()));
      }
    }
    String name = algorithm.isEmpty() ? defaultAlgorithm : algorithm;
    List<ByteRange> left = Pieces.outside(excluded, hasher.fileBytes());
    Slice found = hasher.hash(HashAlgorithm.required(name), Pieces.stretches(left));
    if (hasher.fileBytes() == 0 || !found.equals(hash)) {
      throw BindingFault.mismatch("data hash: the file has other bytes");
    }
    findings.add(StatusCode.ASSERTION_DATA_HASH_MATCH, "data hash: the file is as it was bound");
  }

  /** An update manifest lengthens the store, and moves what stands after it. */
  private List<ByteRange> grown(Optional<ByteRange> place) {
    Optional<ByteRange> old =
        place.flatMap(
            now -> exclusions.stream().filter(it -> it.offset() == now.offset()).findFirst());
    if (place.isEmpty() || old.isEmpty()) {
      return exclusions;
    }
    long growth = Math.max(0, place.get().length() - old.get().length());
    List<ByteRange> moved = new ArrayList<>();
    for (ByteRange range : exclusions) {
      if (range.equals(old.get())) {
        moved.add(place.get());
      } else if (range.offset() > old.get().offset() && range.end() <= Long.MAX_VALUE - growth) {
        moved.add(new ByteRange(range.offset() + growth, range.length()));
      } else {
        moved.add(range);
      }
    }
    return moved;
  }
}
