package org.assay.provenance.cose;

import java.util.List;
import java.util.Objects;
import org.assay.provenance.bytes.Slice;

/**
 * A claim and what is to prove who signed it.
 *
 * @param claim the exact CBOR bytes that were signed
 * @param signature the COSE_Sign1 item; may be padded with zeros
 * @param claimVersion 1 or 2
 * @param url JUMBF URI of the signature box, for the statuses
 * @param timeStamps tokens for this claim from {@code c2pa.time-stamp} assertions of later
 *     manifests
 * @param ocspResponses DER responses from {@code c2pa.certificate-status} assertions
 */
public record SignedClaim(
    Slice claim,
    Slice signature,
    int claimVersion,
    String url,
    List<Slice> timeStamps,
    List<Slice> ocspResponses) {

  /** Copies the lists. */
  public SignedClaim {
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(signature, "signature");
    Objects.requireNonNull(url, "url");
    timeStamps = List.copyOf(timeStamps);
    ocspResponses = List.copyOf(ocspResponses);
  }
}
