package org.assay.provenance.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.identity.SignerPayload.Reference;
import org.assay.provenance.json.Json;

/**
 * An identity claims aggregation credential: a W3C verifiable credential, CAWG identity section
 * 8.1.2.
 *
 * @param payload what it says was signed, {@code c2paAsset}
 */
record AggregationCredential(
    String issuer,
    Optional<Instant> validFrom,
    Optional<Instant> validUntil,
    List<VerifiedIdentity> identities,
    SignerPayload payload) {

  AggregationCredential {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(validFrom, "validFrom");
    Objects.requireNonNull(validUntil, "validUntil");
    identities = List.copyOf(identities);
  }

  static AggregationCredential read(Slice bytes) throws MediaException {
    if (!(Json.parse(bytes) instanceof Json.Map credential)) {
      throw new MediaException("credential: expected a JSON object");
    }
    if (credential.array("@context").isEmpty() || credential.array("type").isEmpty()) {
      throw new MediaException("credential: expected @context and type");
    }
    Json.Map subject = subject(credential);
    return new AggregationCredential(
        required(credential, "issuer"),
        time(credential, "validFrom"),
        time(credential, "validUntil"),
        identities(subject),
        payload(
            subject
                .object("c2paAsset")
                .orElseThrow(() -> new MediaException("credential: no c2paAsset")),
            bytes));
  }

  private static Json.Map subject(Json.Map credential) throws MediaException {
    Json subject = credential.get("credentialSubject").orElse(new Json.Null());
    if (subject instanceof Json.Array several && !several.items().isEmpty()) {
      subject = several.items().get(0);
    }
    if (subject instanceof Json.Map map) {
      return map;
    }
    throw new MediaException("credential: no credentialSubject");
  }

  private static List<VerifiedIdentity> identities(Json.Map subject) throws MediaException {
    List<VerifiedIdentity> identities = new ArrayList<>();
    for (Json item : subject.array("verifiedIdentities")) {
      if (!(item instanceof Json.Map identity)) {
        throw new MediaException("verifiedIdentities: expected objects");
      }
      Json.Map provider =
          identity
              .object("provider")
              .orElseThrow(() -> new MediaException("verifiedIdentities: no provider"));
      required(provider, "id");
      if (time(identity, "verifiedAt").isEmpty()) {
        throw new MediaException("verifiedIdentities: no verifiedAt");
      }
      identities.add(
          new VerifiedIdentity(
              required(identity, "type"),
              optional(identity, "name"),
              optional(identity, "username"),
              optional(identity, "address"),
              optional(identity, "uri"),
              required(provider, "name")));
    }
    if (identities.isEmpty()) {
      throw new MediaException("credential: no verifiedIdentities");
    }
    return identities;
  }

  private static SignerPayload payload(Json.Map asset, Slice source) throws MediaException {
    List<Reference> references = new ArrayList<>();
    if (!(asset.get("referenced_assertions").orElse(null) instanceof Json.Array array)) {
      throw new MediaException("c2paAsset: no referenced_assertions");
    }
    for (Json item : array.items()) {
      if (!(item instanceof Json.Map reference) || reference.text("hash").isEmpty()) {
        throw new MediaException("c2paAsset: expected references with a hash");
      }
      references.add(
          new Reference(
              required(reference, "url"),
              optional(reference, "alg"),
              hash(reference.text("hash").get())));
    }
    List<String> roles = new ArrayList<>();
    for (Json role : asset.array("role")) {
      if (!(role instanceof Json.Text text)) {
        throw new MediaException("c2paAsset: expected roles as strings");
      }
      roles.add(text.value());
    }
    return new SignerPayload(references, required(asset, "sig_type"), roles, source);
  }

  /** What is no Base64 matches no hash, and so says more than a refusal. */
  private static Slice hash(String base64) {
    try {
      return Slice.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Slice.of(new byte[0]);
    }
  }

  private static Optional<Instant> time(Json.Map map, String name) throws MediaException {
    Optional<Json> value = map.get(name).filter(json -> !(json instanceof Json.Null));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(map.text(name).orElse("")).toInstant());
    } catch (DateTimeException fault) {
      throw new MediaException("%s: expected a time of RFC 3339".formatted(name), fault);
    }
  }

  private static String required(Json.Map map, String name) throws MediaException {
    String value = optional(map, name);
    if (value.isEmpty()) {
      throw new MediaException("credential: expected a text %s".formatted(name));
    }
    return value;
  }

  private static String optional(Json.Map map, String name) throws MediaException {
    Optional<Json> value = map.get(name).filter(json -> !(json instanceof Json.Null));
    if (value.isPresent() && map.text(name).isEmpty()) {
      throw new MediaException("credential: %s is no text".formatted(name));
    }
    return map.text(name).orElse("");
  }
}
