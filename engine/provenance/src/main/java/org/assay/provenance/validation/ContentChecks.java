package org.assay.provenance.validation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.provenance.c2pa.Assertion;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.HashedUri;
import org.assay.provenance.c2pa.JumbfUri;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestKind;
import org.assay.provenance.c2pa.SoftBindingAlgorithms;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.StatusCode;

/** Rules on what stands in single assertions: metadata, soft bindings, cloud data, icons. */
final class ContentChecks {
  private static final Set<String> HARD_BINDINGS =
      Set.of("c2pa.hash.data", "c2pa.hash.boxes", "c2pa.hash.bmff", "c2pa.hash.collection.data");

  private final Manifest manifest;
  private final Claim claim;
  private final Mode mode;
  private final StatusLog log;

  ContentChecks(Manifest manifest, Claim claim, Mode mode, StatusLog log) {
    this.manifest = manifest;
    this.claim = claim;
    this.mode = mode;
    this.log = log;
  }

  /** C2PA 2.2 section 15.10.3 and 18.17; only claims of version 2 are held to it. */
  void metadata() throws Refusal {
    for (Assertion assertion : manifest.assertions()) {
      String label = assertion.box().label();
      if (MetadataRules.isMetadata(assertion.label().name())) {
        if (!MetadataRules.allowed(assertion, created(assertion) || mode == Mode.STRICT)) {
          log.add(
              StatusCode.ASSERTION_METADATA_DISALLOWED,
              JumbfUri.ofAssertion(manifest.label(), label),
              "metadata assertion contains disallowed field");
        }
      }
    }
  }

  private boolean created(Assertion assertion) {
    return claim.created().stream()
        .anyMatch(uri -> manifest.resolve(uri.url()).filter(assertion::equals).isPresent());
  }

  /**
   * Section 9.3.2; the reference asks for known algorithms only when it is given a list of them.
   */
  void softBindings() {
    if (mode == Mode.COMPAT) {
      return;
    }
    for (Assertion assertion : manifest.named("c2pa.soft-binding")) {
      String url = manifest.uri(assertion);
      Optional<String> algorithm =
          assertion.map().flatMap(map -> map.text("alg")).or(() -> claim.map().text("alg_soft"));
      if (algorithm.isEmpty()) {
        log.add(StatusCode.CLAIM_MALFORMED, url, "soft binding assertion has no algorithm");
      } else if (SoftBindingAlgorithms.name(algorithm.get()).isEmpty()) {
        log.add(
            StatusCode.ALGORITHM_UNSUPPORTED,
            url,
            "soft binding algorithm '%s' is not on the public list".formatted(algorithm.get()));
      }
    }
  }

  /** Section 15.10.3.2.1. */
  void cloudData() throws Refusal {
    for (Assertion assertion : manifest.named("c2pa.cloud-data")) {
      String url = manifest.uri(assertion);
      Cbor.Map map = assertion.map().filter(ContentChecks::isCloudData).orElse(null);
      if (map == null) {
        log.add(StatusCode.ASSERTION_CLOUD_DATA_MALFORMED, url, "cloud-data not decoded");
        throw new Refusal("assertion '%s' is malformed".formatted(assertion.box().label()));
      }
      String label = map.text("label").orElse("");
      if (map.get("size").orElse(map) instanceof Cbor.Int size && size.value().signum() < 1) {
        log.add(StatusCode.ASSERTION_CLOUD_DATA_MALFORMED, url, "cloud-data has no size");
      }
      if (HARD_BINDINGS.stream().anyMatch(label::startsWith)) {
        log.add(StatusCode.ASSERTION_CLOUD_DATA_HARD_BINDING, url, "hard binding as cloud-data");
      }
      if (manifest.kind() == ManifestKind.UPDATE && label.startsWith("c2pa.actions")) {
        log.add(StatusCode.ASSERTION_CLOUD_DATA_ACTIONS, url, "actions of an update as cloud-data");
      }
    }
  }

  private static boolean isCloudData(Cbor.Map map) {
    return map.text("label").isPresent()
        && map.get("size").orElse(map) instanceof Cbor.Int
        && map.get("location").orElse(null) instanceof Cbor.Map location
        && location.text("url").isPresent()
        && location.text("alg").isPresent()
        && location.get("hash").orElse(null) instanceof Cbor.Bytes;
  }

  /** That the icons of programs are there and unchanged. */
  void icons(List<Cbor.Map> programs) {
    for (Cbor.Map program : programs) {
      program.get("icon").flatMap(HashedUri::of).ifPresent(this::icon);
    }
  }

  private void icon(HashedUri icon) {
    Optional<Assertion> assertion = manifest.resolve(icon.url());
    if (assertion.isPresent()) {
      if (!icon.matches(assertion.get().box().content(), claim.algorithm())) {
        log.add(StatusCode.ASSERTION_HASHED_URI_MISMATCH, icon.url(), "icon has changed");
      }
      return;
    }
    boolean dataBox =
        manifest.dataBoxes().stream()
            .filter(box -> box.box().label().equals(JumbfUri.lastLabel(icon.url())))
            .anyMatch(box -> icon.matches(box.box().content(), claim.algorithm()));
    if (!dataBox) {
      log.add(StatusCode.ASSERTION_MISSING, icon.url(), "could not resolve icon address");
    }
  }
}
