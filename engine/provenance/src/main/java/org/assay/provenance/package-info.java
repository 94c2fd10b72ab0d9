/**
 * What the bytes of an item say about its origin: Content Credentials (C2PA) and other AI marks.
 *
 * <p>Start reading at {@link org.assay.provenance.ProvenanceValidator} and {@link
 * org.assay.provenance.mark.MarksDetector}. Inside: {@code bytes ◀ container}, {@code bytes ◀
 * jumbf, cbor ◀ c2pa}, {@code trust ◀ cose ◀ identity}, {@code container ◀ binding}, and {@code
 * validation} over them all; {@code mark} reads containers. May depend on core.
 */
package org.assay.provenance;
