package org.assay.app.json;

/** Makes text of unknown origin fit for storage: bounded, and always valid Unicode. */
final class Text {
  /** Longest text that is kept, in UTF-16 units; the rest is cut off and an ellipsis put there. */
  static final int LIMIT = 16_384;

  private static final char REPLACEMENT = '\uFFFD';

  private Text() {}

  /** Cuts {@code raw} to {@link #LIMIT} units and replaces lone surrogates, which UTF-8 lacks. */
  static String clean(String raw) {
    if (raw.length() <= LIMIT
        && raw.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
      return raw;
    }
    StringBuilder clean = new StringBuilder(Math.min(raw.length(), LIMIT));
    int end = raw.length() <= LIMIT ? raw.length() : LIMIT - 1;
    int at = 0;
    while (at < end) {
      int codePoint = raw.codePointAt(at);
      int units = Character.charCount(codePoint);
      if (at + units > end) {
        break;
      }
      boolean lone = units == 1 && Character.isSurrogate((char) codePoint);
      clean.appendCodePoint(lone ? REPLACEMENT : codePoint);
      at += units;
    }
    return raw.length() <= LIMIT ? clean.toString() : clean.append('…').toString();
  }
}
