package org.assay.signal;

import java.util.List;
import java.util.Objects;

/**
 * What the item's C2PA manifest store proves.
 *
 * @param state how far the manifest can be believed
 * @param codes status codes of the active manifest, as the C2PA specification spells them
 * @param aiSignal what the manifests declare about generation
 * @param generator claim generator of the active manifest; hostile text, empty when unknown
 * @param signer common name of the signer; hostile text, empty when unknown
 * @param manifests labels of all manifests in the store, the active one last; hostile text
 */
public record Provenance(
    String detector,
    State state,
    List<String> codes,
    AiSignal aiSignal,
    String generator,
    String signer,
    List<String> manifests)
    implements Signal {

  /** How far a manifest can be believed, in rising order. */
  public enum State {
    /** The item carries no manifest store. Says nothing about the item. */
    ABSENT,
    /** A manifest store is there, but it does not hold, or could not be checked. */
    INVALID,
    /** Intact and signed by somebody. */
    VALID,
    /** Intact and signed by somebody whom a trust list vouches for. */
    TRUSTED
  }

  /** What the manifests declare about generation. */
  public enum AiSignal {
    /** Nothing is declared, which does not mean that nothing was generated. */
    NONE_DECLARED,
    /** Parts are declared as generated. */
    PARTLY_GENERATED,
    /** The whole item is declared as generated. */
    FULLY_GENERATED
  }

  /** Copies the lists. */
  public Provenance {
    Kebab.require("detector", detector);
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(aiSignal, "aiSignal");
    Objects.requireNonNull(generator, "generator");
    Objects.requireNonNull(signer, "signer");
    codes = List.copyOf(codes);
    manifests = List.copyOf(manifests);
  }
}
