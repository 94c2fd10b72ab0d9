/**
 * Bounded access to bytes: nothing reads past its part, and nothing is allocated before its size
 * has been checked.
 *
 * <p>Start reading at {@link org.assay.provenance.bytes.Span} (over a file of any size) and {@link
 * org.assay.provenance.bytes.Slice} (in memory). May depend on {@code org.assay.media} only.
 */
package org.assay.provenance.bytes;
