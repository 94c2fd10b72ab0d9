package org.assay.provenance.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assay.provenance.bytes.Slice;

/** Documents of decentralised identifiers that have none within themselves. */
@FunctionalInterface
public interface DidDocuments {
  /** Most that is read of one document. */
  int MAX_BYTES = 1 << 20;

  /**
   * The JSON document of a DID, without fragment.
   *
   * @return empty when there is none
   * @throws IOException if it is there and cannot be read
   */
  Optional<Slice> document(String did) throws IOException;

  /** None at all. */
  static DidDocuments none() {
    return did -> Optional.empty();
  }

  /**
   * Those pinned in a folder: the document of {@code did:web:example.com} is the file {@code
   * did_web_example.com.json}.
   */
  static DidDocuments folder(Path folder) {
    return did -> {
      if (!did.matches("did(:[A-Za-z0-9._%-]{1,200})+")) {
        return Optional.empty(); // also keeps the name within the folder
      }
      Path file = folder.resolve(did.replace(':', '_') + ".json");
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new IOException(
            "%s: expected at most %d bytes, found %d".formatted(file, MAX_BYTES, size));
      }
      return Optional.of(Slice.of(Files.readAllBytes(file)));
    };
  }
}
