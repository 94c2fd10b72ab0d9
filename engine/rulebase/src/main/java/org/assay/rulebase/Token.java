package org.assay.rulebase;

/**
 * A word of a rule.
 *
 * @param text as written; of a string, what stands between its quotes, escapes resolved
 * @param line in the DRL, from 1
 * @param column in the DRL, from 1
 * @param start first character in the DRL
 * @param end behind the last character in the DRL
 */
record Token(Kind kind, String text, int line, int column, int start, int end) {

  enum Kind {
    /** A keyword, a name, or a variable such as {@code $p}. */
    WORD,
    STRING,
    NUMBER,
    /** An operator or a bracket. */
    SIGN,
    /** Behind the last token. */
    END
  }

  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
  }

  boolean isVariable() {
    return kind == Kind.WORD && text.startsWith("$");
  }

  /** For messages. */
  String shown() {
    return kind == Kind.END ? "the end of the file" : "'" + text + "'";
  }
}
