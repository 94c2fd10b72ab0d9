package org.assay.provenance.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.c2pa.ActionList;
import org.assay.provenance.c2pa.Assertion;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.HashedUri;
import org.assay.provenance.c2pa.JumbfUri;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestKind;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.status.StatusCode;

/**
 * That the assertions whose form the specification gives can be read in every manifest of the
 * store, also where no rule asks for their content.
 */
final class LoadChecks {
  private static final String IDENTITY = "cawg.identity";

  private final IdentityChecks identities;
  private final StatusLog log;

  LoadChecks(IdentityChecks identities, StatusLog log) {
    this.identities = identities;
    this.log = log;
  }

  void check(ManifestStore store) {
    for (Manifest manifest : store.manifests()) {
      if (manifest.kind() != ManifestKind.UNKNOWN) {
        identities(manifest);
        if (!manifest.assertions().stream().allMatch(LoadChecks::readable)) {
          log.add(
              StatusCode.ASSERTION_REQUIRED_MISSING,
              JumbfUri.ofManifest(manifest.label()),
              "Failed to load manifest");
        }
      }
    }
  }

  private void identities(Manifest manifest) {
    Map<String, Slice> claimed = new LinkedHashMap<>();
    manifest.claim().map(Claim::assertions).orElse(List.of()).stream()
        .forEach(uri -> claimed.put(uri.url(), uri.hash()));
    for (Assertion assertion : manifest.named(IDENTITY)) {
      if (assertion.kind() == Assertion.Kind.CBOR && !assertion.blank()) {
        identities.validate(assertion.data(), manifest.uri(assertion), claimed).forEach(log::add);
      }
    }
  }

  private static boolean readable(Assertion assertion) {
    String name = assertion.label().name();
    if (assertion.kind() == Assertion.Kind.UUID || assertion.blank()) {
      return true; // redacted
    }
    if (name.startsWith("c2pa.actions")) {
      return ActionList.read(assertion).flatMap(ActionShape::fault).isEmpty()
          && assertion.map().isPresent();
    }
    if (MetadataRules.isMetadata(name)) {
      return MetadataRules.readable(assertion);
    }
    return !assertion.label().base().equals(IDENTITY)
        || assertion.map().map(LoadChecks::isIdentity).orElse(false);
  }

  /** CAWG identity assertion 1.2 section 5.2. */
  private static boolean isIdentity(Cbor.Map map) {
    return map.get("signature").orElse(null) instanceof Cbor.Bytes
        && map.get("pad1").orElse(null) instanceof Cbor.Bytes
        && map.get("signer_payload").orElse(null) instanceof Cbor.Map payload
        && payload.text("sig_type").isPresent()
        && payload.get("referenced_assertions").orElse(null) instanceof Cbor.Array references
        && references.items().stream().allMatch(item -> HashedUri.of(item).isPresent());
  }
}
