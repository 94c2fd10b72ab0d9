package org.assay.provenance.c2pa;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.cbor.Cbor;

/**
 * An ingredient assertion of version 1, 2 or 3, C2PA 2.2 section 18.16. All text is hostile.
 *
 * @param version 1 to 3
 * @param title empty when there is none
 * @param format media type; empty when there is none
 * @param manifest of the ingredient, in the same store
 * @param signature box of the ingredient's manifest, only in version 3
 * @param resultsPresent whether version 3 records what validation found when it was added
 * @param recorded what validation found when it was added
 */
public record Ingredient(
    Assertion assertion,
    int version,
    Relationship relationship,
    String title,
    String format,
    Optional<HashedUri> manifest,
    Optional<HashedUri> signature,
    boolean resultsPresent,
    List<RecordedStatus> recorded) {
  /** Label of every version. */
  public static final String LABEL = "c2pa.ingredient";

  private static final int LAST_VERSION = 3;

  /** What an ingredient is to the item. */
  public enum Relationship {
    /** The item was made by changing it. */
    PARENT_OF("parentOf"),
    /** The item contains it. */
    COMPONENT_OF("componentOf"),
    /** A program was fed with it. */
    INPUT_TO("inputTo");

    private final String term;

    Relationship(String term) {
      this.term = term;
    }

    /** As the specification spells it. */
    public String term() {
      return term;
    }

    private static Optional<Relationship> of(String term) {
      return List.of(values()).stream().filter(one -> one.term.equals(term)).findFirst();
    }
  }

  /** Copies the list. */
  public Ingredient {
    Objects.requireNonNull(assertion, "assertion");
    Objects.requireNonNull(relationship, "relationship");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(manifest, "manifest");
    Objects.requireNonNull(signature, "signature");
    recorded = List.copyOf(recorded);
  }

  /**
   * Reads one.
   *
   * @throws MediaException if a field is missing that its version asks for
   */
  public static Ingredient read(Assertion assertion) throws MediaException {
    int version = assertion.label().version();
    Cbor.Map map = assertion.map().orElseThrow(() -> fault(assertion, "expected a CBOR map"));
    if (version < 1 || version > LAST_VERSION) {
      throw fault(assertion, "version " + version + " is unknown");
    }
    for (String key : required(version)) {
      if (map.text(key).isEmpty()) {
        throw fault(assertion, "'" + key + "' is missing or not a text");
      }
    }
    Relationship relationship =
        map.text("relationship")
            .flatMap(Relationship::of)
            .orElseThrow(() -> fault(assertion, "'relationship' is missing or unknown"));
    Optional<HashedUri> manifest =
        map.get(version == LAST_VERSION ? "activeManifest" : "c2pa_manifest")
            .flatMap(HashedUri::of);
    Optional<HashedUri> signature =
        version == LAST_VERSION
            ? map.get("claimSignature").flatMap(HashedUri::of)
            : Optional.empty();
    Optional<List<RecordedStatus>> recorded =
        version == LAST_VERSION ? RecordedStatus.results(map) : RecordedStatus.list(map);
    return new Ingredient(
        assertion,
        version,
        relationship,
        map.text("dc:title").orElse(""),
        map.text("dc:format").orElse(""),
        manifest,
        signature,
        version == LAST_VERSION && recorded.isPresent(),
        recorded.orElse(List.of()));
  }

  /** Reads one; empty when it cannot be read. */
  static Optional<Ingredient> readable(Assertion assertion) {
    try {
      return Optional.of(read(assertion));
    } catch (MediaException unreadable) {
      return Optional.empty(); // the validator says so with a status code
    }
  }

  /** Label of its manifest; empty when it has none. */
  public Optional<String> manifestLabel() {
    return manifest.map(uri -> JumbfUri.manifest(uri.url()).orElse(uri.url()));
  }

  private static List<String> required(int version) {
    return switch (version) {
      case 1 -> List.of("dc:title", "dc:format", "instanceID");
      case 2 -> List.of("dc:title", "dc:format");
      default -> List.of();
    };
  }

  private static MediaException fault(Assertion assertion, String what) {
    return new MediaException("assertion '%s': %s".formatted(assertion.box().label(), what));
  }
}
