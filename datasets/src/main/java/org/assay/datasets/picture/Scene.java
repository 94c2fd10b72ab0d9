package org.assay.datasets.picture;

/** What a generated picture shows. */
public enum Scene {
  /** Mountains, a meadow and trees under clouds. */
  LANDSCAPE,
  /** Mountains mirrored in water, perhaps a boat. */
  LAKE,
  /** Houses with windows along a street. */
  TOWN,
  /** Fruit and jars on a wooden table. */
  STILL_LIFE,
  /** A drawn person before blurred lights. */
  PORTRAIT,
  /** Warped bands of colour with discs. */
  ABSTRACT
}
