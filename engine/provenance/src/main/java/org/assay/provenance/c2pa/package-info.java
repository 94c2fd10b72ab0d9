/**
 * C2PA manifests as data, C2PA 2.2: the store, its manifests, their claims, assertions, ingredients
 * and actions. Nothing here is validated; whoever reads a value here reads what somebody wrote.
 *
 * <p>Start reading at {@link org.assay.provenance.c2pa.ManifestStore}. May depend on {@code jumbf},
 * {@code cbor}, {@code bytes}, {@code org.assay.signal}, {@code org.assay.media} and Brotli.
 */
package org.assay.provenance.c2pa;
