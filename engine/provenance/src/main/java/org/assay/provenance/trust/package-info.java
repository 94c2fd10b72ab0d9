/**
 * Whom to believe: trust lists, the certificate profile, paths, time stamps and revocation. C2PA
 * 2.2 section 14.
 *
 * <p>Start reading at {@link org.assay.provenance.trust.TrustLists}, then {@link
 * org.assay.provenance.trust.CertificatePaths}. May depend on {@code status}, {@code bytes}, {@code
 * org.assay.media} and Bouncy Castle, whose provider is never registered.
 */
package org.assay.provenance.trust;
