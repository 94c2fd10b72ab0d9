/**
 * Hard bindings: that a file is the one that its manifest speaks of, C2PA 2.2 section 9.
 *
 * <p>Start reading at {@link org.assay.provenance.binding.HardBindings}. May depend on {@code
 * status}, {@code container}, {@code cbor} and {@code bytes}.
 */
package org.assay.provenance.binding;
