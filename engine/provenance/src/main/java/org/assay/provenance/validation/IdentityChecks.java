package org.assay.provenance.validation;

import java.util.List;
import java.util.Map;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.Status;

/** Judges CAWG identity assertions. */
@FunctionalInterface
public interface IdentityChecks {

  /**
   * Checks one assertion.
   *
   * @param assertion its CBOR content
   * @param url JUMBF URI of the assertion, for the statuses
   * @param claim hashes of the assertions that the claim lists, by URI as it stands in the claim
   */
  List<Status> validate(Slice assertion, String url, Map<String, Slice> claim);
}
