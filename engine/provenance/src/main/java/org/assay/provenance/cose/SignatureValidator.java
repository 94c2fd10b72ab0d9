package org.assay.provenance.cose;

/** Judges the signature of a claim: C2PA 2.2 section 15.7 to 15.9. Safe for concurrent use. */
@FunctionalInterface
public interface SignatureValidator {

  /** Never throws on hostile bytes: what is wrong with them is a status. */
  SignatureReport validate(SignedClaim claim);
}
