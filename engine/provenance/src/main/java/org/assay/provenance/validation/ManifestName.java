package org.assay.provenance.validation;

/** Labels of manifests, C2PA 2.2 section 8.2. */
final class ManifestName {
  private static final int MAX_VENDOR = 32;

  private ManifestName() {}

  /**
   * Whether it is {@code urn:c2pa:ID[:GENERATOR[:VERSION_REASON]]}, or one of the forms of version
   * 1 with {@code urn:uuid}.
   */
  static boolean valid(String label) {
    String[] parts = label.split(":", -1);
    if (parts.length < 3) {
      return false;
    }
    if (!parts[0].equals("urn")) {
      return parts.length == 4 && parts[1].equals("urn") && parts[2].equals("uuid");
    }
    if (parts[1].equals("uuid")) {
      return true;
    }
    return parts[1].equals("c2pa")
        && parts.length <= 5
        && (parts.length < 4 || parts[3].isEmpty() || vendor(parts[3]))
        && (parts.length < 5 || parts[4].isEmpty() || version(parts[4]));
  }

  private static boolean vendor(String text) {
    return text.length() <= MAX_VENDOR
        && text.strip().split("\\s+").length == 1
        && text.chars().allMatch(c -> c < 128);
  }

  private static boolean version(String text) {
    return text.matches("\\d{1,18}(_\\d{1,18}(_.*)?)?");
  }
}
