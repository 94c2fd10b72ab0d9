/**
 * Content Credentials for programs and people: the JSON line, the tree on a terminal, and the
 * report in the reference tool's form.
 *
 * <p>Start reading at {@link org.assay.app.provenance.ProvenanceJson}. May depend on {@code
 * org.assay.provenance} and {@code org.assay.app.json}.
 */
package org.assay.app.provenance;
