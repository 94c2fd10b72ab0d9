/**
 * Signatures of claims: COSE_Sign1 (RFC 9052) over exact bytes.
 *
 * <p>Start reading at {@link org.assay.provenance.cose.SignatureValidator}. May depend on {@code
 * status}, {@code trust}, {@code cbor}, {@code bytes} and Bouncy Castle.
 */
package org.assay.provenance.cose;
