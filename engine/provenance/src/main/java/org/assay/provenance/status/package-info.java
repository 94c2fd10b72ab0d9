/**
 * The words in which validation speaks: status codes of the C2PA specification and where they
 * apply.
 *
 * <p>Start reading at {@link org.assay.provenance.status.StatusCode}. Depends on nothing.
 */
package org.assay.provenance.status;
