package org.assay.provenance.c2pa;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.jumbf.SuperBox;

/**
 * One manifest, as far as it can be read.
 *
 * @param box with the exact bytes of claim, signature and assertions; unpacked when it was packed
 * @param compressed whether the store holds it packed
 * @param claim empty when it is missing or broken
 * @param signature the COSE item; empty when it is missing
 * @param assertions of its assertion store, in the order of the store
 * @param dataBoxes of its data box store, as claims of version 1 have it
 */
public record Manifest(
    SuperBox box,
    ManifestKind kind,
    boolean compressed,
    Optional<Claim> claim,
    Optional<Slice> signature,
    List<Assertion> assertions,
    List<Assertion> dataBoxes) {
  private static final String ACTIONS = "c2pa.actions";

  /** Copies the lists. */
  public Manifest {
    Objects.requireNonNull(box, "box");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(signature, "signature");
    assertions = List.copyOf(assertions);
    dataBoxes = List.copyOf(dataBoxes);
  }

  /** Such as {@code urn:c2pa:…}; hostile text. */
  public String label() {
    return box.label();
  }

  /** JUMBF URI of an assertion of this manifest. */
  public String uri(Assertion assertion) {
    return JumbfUri.ofAssertion(label(), assertion.box().label());
  }

  /** The actions of all its actions assertions. */
  public List<Action> actions() {
    return actionLists().stream().flatMap(list -> list.actions().stream()).toList();
  }

  /** Its actions assertions, as far as they can be read. */
  public List<ActionList> actionLists() {
    return assertions.stream()
        .filter(assertion -> assertion.label().name().startsWith(ACTIONS))
        .flatMap(assertion -> ActionList.read(assertion).stream())
        .toList();
  }

  /** Its ingredient assertions, as far as they can be read. */
  public List<Ingredient> ingredients() {
    return assertions.stream()
        .filter(assertion -> assertion.label().base().equals(Ingredient.LABEL))
        .flatMap(assertion -> Ingredient.readable(assertion).stream())
        .toList();
  }

  /** Its assertions whose label, version and instance left out, is this. */
  public List<Assertion> named(String base) {
    return assertions.stream().filter(one -> one.label().base().equals(base)).toList();
  }

  /** The assertion that a URI of this manifest means, percent encoding undone if need be. */
  public Optional<Assertion> resolve(String uri) {
    AssertionLabel wanted = AssertionLabel.ofUri(uri);
    Optional<Assertion> exact =
        assertions.stream().filter(one -> one.label().equals(wanted)).findFirst();
    String decoded = JumbfUri.decoded(JumbfUri.lastLabel(uri));
    return exact.or(
        () -> assertions.stream().filter(one -> one.box().label().equals(decoded)).findFirst());
  }

  /** Reads what it can; what it cannot goes to {@code damage}. */
  static Manifest read(SuperBox packed, Decompression decompression, List<String> damage) {
    boolean compressed = packed.contentOf("brob").isPresent();
    SuperBox box = packed;
    try {
      if (compressed) {
        Slice plain = decompression.unpack(packed.contentOf("brob").get());
        box = SuperBox.salvage(plain, damage, damage);
      }
    } catch (MediaException fault) {
      damage.add(sentence(packed, "compressed", fault));
    }
    Optional<Claim> claim = Optional.empty();
    Optional<Slice> bytes = ofKind(box, "c2cl").flatMap(claimBox -> claimBox.contentOf("cbor"));
    try {
      if (bytes.isEmpty()) {
        damage.add("manifest '%s' has no claim".formatted(box.label()));
      } else {
        claim = Optional.of(Claim.read(bytes.get()));
      }
    } catch (MediaException fault) {
      damage.add(sentence(box, "claim", fault));
    }
    Manifest manifest =
        new Manifest(
            box,
            ManifestKind.of(box.description().uuid()),
            compressed,
            claim,
            ofKind(box, "c2cs").flatMap(signature -> signature.contentOf("cbor")),
            children(box, "c2as"),
            children(box, "c2db"));
    for (Assertion assertion : manifest.assertions) {
      if (assertion.label().name().startsWith(ACTIONS) && assertion.map().isEmpty()) {
        damage.add(
            "manifest '%s', assertion '%s': expected a CBOR map"
                .formatted(box.label(), assertion.box().label()));
      }
    }
    return manifest;
  }

  private static String sentence(SuperBox box, String what, MediaException fault) {
    return "manifest '%s', %s: %s".formatted(box.label(), what, fault.getMessage());
  }

  private static List<Assertion> children(SuperBox manifest, String kind) {
    List<Assertion> assertions = new ArrayList<>();
    ofKind(manifest, kind)
        .ifPresent(store -> store.superBoxes().forEach(b -> assertions.add(Assertion.read(b))));
    return assertions;
  }

  /** The last box of a kind counts, as in the reference. */
  private static Optional<SuperBox> ofKind(SuperBox manifest, String kind) {
    return manifest.superBoxes().stream()
        .filter(box -> box.description().kind().equals(kind))
        .reduce((first, second) -> second);
  }

  /** The box with its signature, which ingredients of version 3 keep the hash of. */
  public Optional<SuperBox> signatureBox() {
    return ofKind(box, "c2cs");
  }
}
