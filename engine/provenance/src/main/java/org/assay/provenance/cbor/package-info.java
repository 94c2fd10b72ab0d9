/**
 * CBOR, RFC 8949: a strict decoder that keeps the exact bytes of every item, because claims and
 * assertions are hashed as they stand.
 *
 * <p>Start reading at {@link org.assay.provenance.cbor.Cbor}. May depend on {@code bytes} and
 * {@code org.assay.media}.
 */
package org.assay.provenance.cbor;
