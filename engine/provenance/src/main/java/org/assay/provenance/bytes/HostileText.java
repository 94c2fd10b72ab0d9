package org.assay.provenance.bytes;

/** Text out of a stranger's file, made fit for a log line, a console and a JSON string. */
public final class HostileText {
  private HostileText() {}

  /**
   * One line of at most {@code most} code points, an ellipsis included: control characters, line
   * breaks, text-direction overrides and broken surrogates become blanks, runs of blanks one blank.
   */
  public static String clean(String text, int most) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), most));
    int count = 0;
    boolean blank = true; // leading blanks are dropped
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      boolean isBlank = isUnfit(c) || Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (isBlank && blank) {
        continue;
      }
      if (++count >= most && !text.substring(at).isBlank()) {
        return clean.append('…').toString();
      }
      clean.appendCodePoint(isBlank ? ' ' : c);
      blank = isBlank;
    }
    return clean.toString().stripTrailing();
  }

  private static boolean isUnfit(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED;
  }
}
