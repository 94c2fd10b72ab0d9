package org.assay.provenance.c2pa;

/** What a manifest is for, by the UUID of its box, C2PA 2.2 section 11.1.4. */
public enum ManifestKind {
  /** Describes an item; has a hard binding. */
  STANDARD,
  /** Adds to the manifest of its only parent; has no hard binding of its own. */
  UPDATE,
  /** None that the specification names; readers pass over it. */
  UNKNOWN;

  static ManifestKind of(String uuid) {
    return switch (uuid) {
      case "63326d6100110010800000aa00389b71", "63326d6400110010800000aa00389b71" -> STANDARD;
      case "6332756d00110010800000aa00389b71" -> UPDATE;
      default -> UNKNOWN;
    };
  }
}
