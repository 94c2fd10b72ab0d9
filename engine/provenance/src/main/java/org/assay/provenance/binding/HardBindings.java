package org.assay.provenance.binding;

import java.io.IOException;
import java.util.List;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.Status;

/** Compares a file with the hash in its manifest: C2PA 2.2 section 15.12. */
@FunctionalInterface
public interface HardBindings {

  /**
   * Checks one hard binding.
   *
   * @param label of the assertion, such as {@code c2pa.hash.data} or {@code c2pa.hash.bmff.v3}
   * @param assertion its CBOR content
   * @param url JUMBF URI of the assertion, for the statuses
   * @param algorithm default hash algorithm of the claim; empty when it names none
   * @return at least one status; what is wrong with hostile bytes is a status, never an exception
   * @throws IOException if the file itself cannot be read
   */
  List<Status> check(String label, Slice assertion, String url, String algorithm, BoundFile file)
      throws IOException, InterruptedException;
}
