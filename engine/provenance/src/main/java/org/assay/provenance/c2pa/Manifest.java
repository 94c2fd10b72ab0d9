package org.assay.provenance.c2pa;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.jumbf.SuperBox;

/**
 * One manifest, as far as it can be read.
 *
 * @param box with the exact bytes of claim, signature and assertions
 * @param claim empty when it is missing or broken
 */
public record Manifest(SuperBox box, Optional<Claim> claim, List<Action> actions) {
  private static final String COMPRESSED = "c2cm";
  private static final String CLAIM = "c2cl";
  private static final String ASSERTION_STORE = "c2as";
  private static final String ACTIONS = "c2pa.actions";

  /** Copies the list. */
  public Manifest {
    Objects.requireNonNull(box, "box");
    Objects.requireNonNull(claim, "claim");
    actions = List.copyOf(actions);
  }

  /** Such as {@code urn:c2pa:…}; hostile text. */
  public String label() {
    return box.label();
  }

  /** Reads what it can; what it cannot goes to {@code damage}. */
  static Manifest read(SuperBox box, List<String> damage) {
    if (box.description().kind().equals(COMPRESSED)) {
      damage.add("manifest '%s' is compressed and was not read".formatted(box.label()));
      return new Manifest(box, Optional.empty(), List.of());
    }
    Optional<Claim> claim = Optional.empty();
    List<Action> actions = new ArrayList<>();
    try {
      Optional<Slice> bytes = ofKind(box, CLAIM).flatMap(claimBox -> claimBox.contentOf("cbor"));
      if (bytes.isEmpty()) {
        damage.add("manifest '%s' has no claim".formatted(box.label()));
      } else {
        claim = Optional.of(Claim.read(bytes.get()));
      }
    } catch (MediaException fault) {
      damage.add("manifest '%s', claim: %s".formatted(box.label(), fault.getMessage()));
    }
    for (SuperBox assertion : assertions(box)) {
      if (assertion.label().startsWith(ACTIONS)) {
        try {
          actions.addAll(actions(assertion));
        } catch (MediaException fault) {
          String text = "manifest '%s', assertion '%s': %s";
          damage.add(text.formatted(box.label(), assertion.label(), fault.getMessage()));
        }
      }
    }
    return new Manifest(box, claim, actions);
  }

  private static List<Action> actions(SuperBox assertion) throws MediaException {
    Optional<Slice> bytes = assertion.contentOf("cbor");
    if (bytes.isPresent() && Cbor.decodePrefix(bytes.get()) instanceof Cbor.Map map) {
      return map.array("actions").stream()
          .filter(Cbor.Map.class::isInstance)
          .map(action -> Action.read((Cbor.Map) action))
          .toList();
    }
    throw new MediaException("expected a CBOR map");
  }

  private static List<SuperBox> assertions(SuperBox manifest) {
    return ofKind(manifest, ASSERTION_STORE).map(SuperBox::superBoxes).orElse(List.of());
  }

  private static Optional<SuperBox> ofKind(SuperBox manifest, String kind) {
    return manifest.superBoxes().stream()
        .filter(box -> box.description().kind().equals(kind))
        .findFirst();
  }
}
