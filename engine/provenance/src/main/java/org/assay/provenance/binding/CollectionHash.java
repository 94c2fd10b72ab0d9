package org.assay.provenance.binding;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.StatusCode;

/**
 * The {@code c2pa.hash.collection.data} assertion over files of their own: C2PA 2.2 section 18.8.
 * Archives are not looked into.
 *
 * @param algorithm empty when it names none
 */
record CollectionHash(List<Entry> entries, String algorithm) {

  /** A file: its place in the collection, its hash and, where given, its size. */
  record Entry(Path place, Slice hash, OptionalLong size) {}

  static CollectionHash read(Slice assertion) throws BindingFault {
    Fields fields = Fields.of(assertion, "collection hash");
    if (fields.has("zip_central_directory_hash")) {
      throw BindingFault.mismatch("collection hash: archives are not supported");
    }
    Optional<List<Fields>> files = fields.maps("uris");
    if (files.isEmpty() || files.get().isEmpty()) {
      throw BindingFault.malformed("collection hash: no files");
    }
    List<Entry> entries = new ArrayList<>();
    Set<Path> places = new HashSet<>();
    for (Fields file : files.get()) {
      Path place = place(file.text("uri").orElse(""));
      if (!places.add(place)) {
        throw BindingFault.malformed("collection hash: a file is listed twice");
      }
      entries.add(new Entry(place, file.requiredBytes("hash"), file.unsigned("size")));
    }
    return new CollectionHash(entries, fields.text("alg").orElse(""));
  }

  /** Relative, and without steps that lead out of the collection. */
  private static Path place(String uri) throws BindingFault {
    try {
      Path path = Path.of(uri);
      boolean plain = !uri.isEmpty() && !uri.contains(":") && !uri.contains("\\");
      for (Path step : path) {
        plain &= !step.toString().equals(".") && !step.toString().equals("..");
      }
      if (plain && !path.isAbsolute()) {
        return path;
      }
    } catch (InvalidPathException noPath) {
      throw BindingFault.of(BindingFault.Kind.INVALID_URI, "collection hash: no path");
    }
    throw BindingFault.of(
        BindingFault.Kind.INVALID_URI, "collection hash: a path out of the collection");
  }

  void check(BoundFile file, String defaultAlgorithm, Findings findings)
      throws IOException, InterruptedException, BindingFault {
    if (file.fragments().size() != entries.size()) {
      throw wrongCount(file.fragments().size());
    }
    HashAlgorithm hashing =
        HashAlgorithm.required(algorithm.isEmpty() ? defaultAlgorithm : algorithm);
    for (Entry entry : entries) {
      List<Path> named =
          file.fragments().stream().filter(path -> path.endsWith(entry.place())).toList();
      if (named.size() != 1) {
        throw wrongCount(file.fragments().size());
      }
      try (ByteSource bytes = ByteSource.open(named.get(0))) {
        Slice found = new FileHasher(bytes).hash(hashing, new ByteRange(0, bytes.length()));
        boolean sameSize = entry.size().orElse(bytes.length()) == bytes.length();
        if (!sameSize || !found.equals(entry.hash())) {
          throw BindingFault.mismatch("collection hash: a file has other bytes");
        }
      }
    }
    findings.add(
        StatusCode.ASSERTION_COLLECTION_HASH_MATCH, "collection hash: all files are as bound");
  }

  private BindingFault wrongCount(int found) {
    return BindingFault.of(
        BindingFault.Kind.WRONG_COUNT,
        "collection hash: %d files, of which not each is one of the %d listed"
            .formatted(found, entries.size()));
  }
}
