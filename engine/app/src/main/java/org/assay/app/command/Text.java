package org.assay.app.command;

/** Makes hostile text safe to print on a terminal. */
public final class Text {
  private Text() {}

  /**
   * Control characters, which could steer a terminal, become {@code ?}; line feeds become spaces.
   */
  public static String clean(String hostile) {
    StringBuilder clean = new StringBuilder(hostile.length());
    hostile
        .codePoints()
        .map(point -> point == '\n' || point == '\t' ? ' ' : point)
        .map(point -> isHarmless(point) ? point : '?')
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isHarmless(int point) {
    int type = Character.getType(point);
    return !Character.isISOControl(point)
        && type != Character.FORMAT // also turns text around: U+202E
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  /** At most {@code length} characters, the cut shown by an ellipsis. */
  public static String shorten(String text, int length) {
    return text.length() <= length ? text : text.substring(0, Math.max(0, length - 1)) + "…";
  }
}
