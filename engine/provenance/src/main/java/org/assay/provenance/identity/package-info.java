/**
 * CAWG identity assertions 1.1 to 1.3: who says to stand behind a manifest, besides its signer.
 *
 * <p>Start reading at {@link org.assay.provenance.identity.IdentityValidator}. May depend on {@code
 * status}, {@code cose}, {@code trust}, {@code cbor}, {@code json}, {@code bytes} and Bouncy
 * Castle.
 */
package org.assay.provenance.identity;
