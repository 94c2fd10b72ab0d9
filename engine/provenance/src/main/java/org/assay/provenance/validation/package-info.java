/**
 * Judges a manifest store: structure, hashes, actions, ingredients, redactions and updates, C2PA
 * 2.2 section 15. What signatures and hard bindings are worth is asked of others.
 *
 * <p>Start reading at {@link org.assay.provenance.validation.ManifestValidator}. May depend on
 * {@code c2pa}, {@code cose}, {@code binding}, {@code status}, {@code jumbf}, {@code cbor} and
 * {@code bytes}.
 */
package org.assay.provenance.validation;
