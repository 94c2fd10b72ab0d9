package org.assay.provenance.c2pa;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Values of the IPTC digital source type vocabulary, and C2PA's additions, that say that a machine
 * made the item or a part of it.
 */
public enum SourceType {
  /** Made by a model trained on samples. */
  TRAINED_ALGORITHMIC_MEDIA("trainedAlgorithmicMedia", true),
  /** Made by an algorithm without trained data. */
  ALGORITHMIC_MEDIA("algorithmicMedia", true),
  /** C2PA's own: data that a trained model made. */
  TRAINED_ALGORITHMIC_DATA("trainedAlgorithmicData", true),
  /** A picture edited with a generative model. */
  COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA("compositeWithTrainedAlgorithmicMedia", false),
  /** Several elements, at least one of them synthetic. */
  COMPOSITE_SYNTHETIC("compositeSynthetic", false);

  private static final Set<String> BASES =
      Set.of("://cv.iptc.org/newscodes/digitalsourcetype/", "://c2pa.org/digitalsourcetype/");

  private final String term;
  private final boolean whole;

  SourceType(String term, boolean whole) {
    this.term = term;
    this.whole = whole;
  }

  /** Whether it speaks of the whole item and not of parts. */
  public boolean whole() {
    return whole;
  }

  /** Reads an address in either scheme, or the bare term; empty for values that name no machine. */
  public static Optional<SourceType> of(String value) {
    String term = term(value);
    return Arrays.stream(values()).filter(type -> type.term.equals(term)).findFirst();
  }

  /** The term of an address of a known vocabulary; anything else as it stands. */
  public static String term(String value) {
    String text = value.strip();
    for (String base : BASES) {
      for (String scheme : Set.of("http", "https")) {
        if (text.regionMatches(true, 0, scheme + base, 0, scheme.length() + base.length())) {
          return text.substring(scheme.length() + base.length());
        }
      }
    }
    return text;
  }
}
