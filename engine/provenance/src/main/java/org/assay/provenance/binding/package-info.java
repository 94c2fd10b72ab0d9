/**
 * Hard bindings: that a file is the one that its manifest speaks of, C2PA 2.2 section 9.
 *
 * <p>Start reading at {@link org.assay.provenance.binding.HardBindings}; {@link
 * org.assay.provenance.binding.FileHardBindings} implements it. May depend on {@code status},
 * {@code container}, {@code cbor}, {@code bytes} and {@code org.assay.media}.
 */
package org.assay.provenance.binding;
