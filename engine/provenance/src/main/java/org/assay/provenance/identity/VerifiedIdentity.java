package org.assay.provenance.identity;

import java.util.Objects;

/**
 * One identity of the named actor as an aggregator verified it, CAWG identity 8.1.2.4. All text is
 * hostile; what is not given is empty.
 *
 * @param kind such as {@code cawg.social_media}
 * @param provider name of the identity provider
 */
public record VerifiedIdentity(
    String kind, String name, String username, String address, String uri, String provider) {

  /** Checks that nothing is missing. */
  public VerifiedIdentity {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(username, "username");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(provider, "provider");
  }
}
