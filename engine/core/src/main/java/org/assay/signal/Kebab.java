package org.assay.signal;

import java.util.regex.Pattern;

/** Identifiers shown to people: lower-case words, digits and single hyphens. */
public final class Kebab {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private Kebab() {}

  /**
   * Gives back {@code identifier} if it is in kebab case.
   *
   * @param what names the identifier in the message
   * @throws IllegalArgumentException if it is not
   */
  public static String require(String what, String identifier) {
    if (!FORM.matcher(identifier).matches()) {
      throw new IllegalArgumentException(
          what + " must be in kebab case, such as 'face-swap': '" + identifier + "'");
    }
    return identifier;
  }
}
