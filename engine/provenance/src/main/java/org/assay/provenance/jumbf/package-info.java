/**
 * JUMBF, ISO/IEC 19566-5: boxes in boxes, each with a description. Strict: every length is checked
 * against the parent, and nothing is skipped over.
 *
 * <p>Start reading at {@link org.assay.provenance.jumbf.SuperBox}. May depend on {@code bytes} and
 * {@code org.assay.media}.
 */
package org.assay.provenance.jumbf;
