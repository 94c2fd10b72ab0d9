package org.assay.provenance.validation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.c2pa.Assertion;
import org.assay.provenance.c2pa.AssertionLabel;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.HashedUri;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestKind;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.jumbf.Box;
import org.assay.provenance.jumbf.SuperBox;
import org.assay.provenance.status.StatusCode;

/**
 * Whether the boxes of a store are those that the specification asks for, C2PA 2.2 section 11.1.4
 * and 15.5. A manifest without claim, signature or assertion store is beyond validation.
 */
final class StoreStructure {
  private static final String STORE = "6332706100110010800000aa00389b71";
  private static final String UUID_REST = "00110010800000aa00389b71";
  private static final Set<String> PARTS =
      Set.of(
          "c2pa.assertions", "c2pa.claim", "c2pa.signature", "c2pa.credentials", "c2pa.databoxes");
  private static final int MAX_ASSERTIONS = 100_000;

  private final StatusLog log;

  StoreStructure(StatusLog log) {
    this.log = log;
  }

  void check(ManifestStore store) throws Refusal {
    for (SuperBox box : store.boxes()) {
      if (!box.description().uuid().equals(STORE)) {
        throw new Refusal("the outermost box is not a manifest store");
      }
      lengths(box);
      if (box.superBoxes().size() != box.children().size()) {
        throw new Refusal("manifest store: expected only superboxes");
      }
    }
    for (Manifest manifest : store.manifests()) {
      if (manifest.compressed()) {
        lengths(manifest.box());
      }
      if (manifest.kind() != ManifestKind.UNKNOWN) {
        manifest(manifest);
      } else if (manifest.box().description().kind().equals("c2cm")) {
        log.add(StatusCode.MANIFEST_COMPRESSED_INVALID, manifest.label(), "manifest not unpacked");
        throw new Refusal("manifest '%s': cannot be unpacked".formatted(manifest.label()));
      }
    }
  }

  /** A length of zero, to the end of the file, has no place inside a store. */
  private static void lengths(Box box) throws Refusal {
    try {
      long length = box.whole().u32(0);
      if (length == 0 || (length == 1 && !(box instanceof SuperBox))) {
        throw new Refusal(
            "JUMBF box '%s' at byte %d: no length of its own"
                .formatted(box.type().replaceAll("[^ -~]", "?"), box.whole().offset()));
      }
    } catch (MediaException impossible) {
      throw new IllegalStateException("a box has a header", impossible);
    }
    if (box instanceof SuperBox superBox) {
      if (superBox.label().isEmpty() || !superBox.description().requestable()) {
        throw new Refusal("JUMBF superbox at byte %d: no label".formatted(box.whole().offset()));
      }
      for (Box child : superBox.children()) {
        lengths(child);
      }
    }
  }

  private void manifest(Manifest manifest) throws Refusal {
    String where = "manifest '%s'".formatted(manifest.label());
    parts(manifest, where);
    Claim claim = claim(manifest, where);
    if (manifest.signature().isEmpty() || ofKind(manifest, "c2cs").isEmpty()) {
      log.add(StatusCode.CLAIM_SIGNATURE_MISSING, manifest.label(), "no signature box");
      throw new Refusal(where + " has no claim signature");
    }
    if (ofKind(manifest, "c2as").isEmpty()) {
      throw new Refusal(where + " has no assertion store");
    }
    if (manifest.assertions().size() > MAX_ASSERTIONS) {
      throw new Refusal(where + ": more than " + MAX_ASSERTIONS + " assertions");
    }
    if (claim.version() > 1 && ofKind(manifest, "c2vc").isPresent()) {
      throw new Refusal(where + ": a claim of version 2 has no credential store");
    }
    boolean first = true;
    for (Assertion assertion : manifest.assertions()) {
      assertion(manifest, claim, assertion, first);
      first = false;
    }
    for (Assertion dataBox : manifest.dataBoxes()) {
      if (dataBox.map().filter(map -> map.text("dc:format").isPresent()).isEmpty()) {
        throw new Refusal(where + ": data box '" + dataBox.box().label() + "' is malformed");
      }
    }
  }

  private void parts(Manifest manifest, String where) throws Refusal {
    int claims = 0;
    for (Box child : manifest.box().children()) {
      if (!(child instanceof SuperBox part)) {
        throw new Refusal(where + ": expected only superboxes");
      }
      claims += part.description().kind().equals("c2cl") ? 1 : 0;
      if (claims > 1) {
        log.add(StatusCode.CLAIM_MULTIPLE, manifest.label(), "more than one claim box");
        throw new Refusal(where + " has more than one claim");
      }
      if (!PARTS.contains(AssertionLabel.of(part.label()).base())) {
        log.add(StatusCode.CLAIM_MULTIPLE, "JUMBF", "unrecognized manifest box");
      }
    }
  }

  private Claim claim(Manifest manifest, String where) throws Refusal {
    Optional<SuperBox> box = ofKind(manifest, "c2cl");
    if (box.isEmpty()) {
      log.add(StatusCode.CLAIM_MISSING, manifest.label(), "no claim box");
      throw new Refusal(where + " has no claim");
    }
    int boxVersion = AssertionLabel.of(box.get().label()).version();
    Claim claim = manifest.claim().filter(one -> one.faults().isEmpty()).orElse(null);
    if (claim == null || box.get().children().size() != 1) {
      String why = manifest.claim().map(one -> String.join("; ", one.faults())).orElse("not CBOR");
      log.add(StatusCode.CLAIM_MALFORMED, manifest.label(), why);
      throw new Refusal(where + ", claim: " + why);
    }
    if (boxVersion > 2 || claim.version() < boxVersion) {
      throw new Refusal(where + ": label of the claim box does not fit the claim");
    }
    if (claim.algorithm().isEmpty()) {
      log.add(StatusCode.ALGORITHM_UNSUPPORTED, manifest.label(), "claim names no algorithm");
      throw new Refusal(where + ": claim names no hash algorithm");
    }
    return claim;
  }

  private void assertion(Manifest manifest, Claim claim, Assertion assertion, boolean first)
      throws Refusal {
    String label = assertion.box().label();
    String url = manifest.uri(assertion);
    Optional<HashedUri> claimed =
        claim.assertions().stream().filter(uri -> names(uri, assertion)).findFirst();
    if (claimed.isEmpty()) {
      log.add(StatusCode.ASSERTION_UNDECLARED, url, "assertion is not referenced by the claim");
      throw new Refusal("assertion '%s' is not in the claim".formatted(label));
    }
    if (!assertion.complete()) {
      throw new Refusal("assertion '%s': its boxes are not those of its kind".formatted(label));
    }
    if (first && claimed.get().matches(assertion.data(), claim.algorithm())) {
      throw new Refusal("assertion '%s': hashed as before version 1".formatted(label));
    }
    if (assertion.kind() == Assertion.Kind.CBOR && assertion.cbor().isEmpty()) {
      log.add(StatusCode.ASSERTION_CBOR_INVALID, url, "invalid assertion cbor");
    }
    if (assertion.kind() == Assertion.Kind.JSON) {
      if (!isUtf8(assertion.data())) {
        throw new Refusal("assertion '%s': not UTF-8".formatted(label));
      }
      if (JsonContent.parse(assertion.data()).isEmpty()) {
        log.add(StatusCode.ASSERTION_JSON_INVALID, url, "invalid assertion json");
      }
    }
    if (assertion.redactedInName()) {
      log.add(StatusCode.ASSERTION_NOT_REDACTED, url, "redacted assertion still holds data");
    }
  }

  private static boolean names(HashedUri uri, Assertion assertion) {
    return AssertionLabel.ofUri(uri.url()).equals(assertion.label())
        || uri.url().contains(assertion.box().label());
  }

  private static boolean isUtf8(Slice text) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text.toArray()));
      return true;
    } catch (CharacterCodingException not) {
      return false;
    }
  }

  private static Optional<SuperBox> ofKind(Manifest manifest, String kind) {
    List<SuperBox> boxes = manifest.box().superBoxes();
    String uuid = HexFormat.of().formatHex(kind.getBytes(StandardCharsets.US_ASCII)) + UUID_REST;
    return boxes.stream().filter(box -> box.description().uuid().equals(uuid)).findFirst();
  }
}
