package org.assay.provenance.c2pa;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The label of an assertion, taken apart: {@code c2pa.ingredient.v3__2} is the third {@code
 * c2pa.ingredient.v3} of its manifest, C2PA 2.2 section 6.4.
 *
 * @param name with the version, without the instance; hostile text
 * @param instance 0 for the first
 */
public record AssertionLabel(String name, int instance) {
  private static final Pattern INSTANCE = Pattern.compile("(.*?)__(\\d{1,9})", Pattern.DOTALL);
  private static final Pattern THUMBNAIL =
      Pattern.compile("(c2pa\\.thumbnail\\.ingredient)(?:_{1,2}(\\d{1,9}))?(?:\\.([^.]*))?");
  private static final Pattern VERSION = Pattern.compile("(.+)\\.v(\\d{1,9})", Pattern.DOTALL);

  /** Checks that nothing is missing. */
  public AssertionLabel {
    Objects.requireNonNull(name, "name");
  }

  /** Takes a label apart; the instance of an ingredient's thumbnail stands before its format. */
  public static AssertionLabel of(String label) {
    Matcher thumbnail = THUMBNAIL.matcher(label);
    if (thumbnail.matches()) {
      String format = thumbnail.group(3) == null ? "" : "." + thumbnail.group(3);
      return new AssertionLabel(
          thumbnail.group(1) + format,
          thumbnail.group(2) == null ? 0 : Integer.parseInt(thumbnail.group(2)));
    }
    Matcher instance = INSTANCE.matcher(label);
    return instance.matches()
        ? new AssertionLabel(instance.group(1), Integer.parseInt(instance.group(2)))
        : new AssertionLabel(label, 0);
  }

  /** Of the assertion that a URI names, whatever stands before its last slash. */
  public static AssertionLabel ofUri(String uri) {
    return of(JumbfUri.lastLabel(uri));
  }

  /** The name without the version. */
  public String base() {
    Matcher matcher = VERSION.matcher(name);
    return matcher.matches() ? matcher.group(1) : name;
  }

  /** 1 when the name says none. */
  public int version() {
    Matcher matcher = VERSION.matcher(name);
    return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 1;
  }
}
