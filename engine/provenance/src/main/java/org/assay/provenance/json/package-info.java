/**
 * JSON, RFC 8259: a strict parser with limits, for the few places where manifests hold it.
 *
 * <p>Start reading at {@link org.assay.provenance.json.Json}. May depend on {@code bytes} and
 * {@code org.assay.media}.
 */
package org.assay.provenance.json;
