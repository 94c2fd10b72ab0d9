package org.assay.provenance.binding;

/** Why a hard binding does not hold; never leaves the package, because it becomes a status. */
final class BindingFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** Which of the codes of its kind of binding it is. */
  enum Kind {
    /** The assertion cannot be what the specification describes. */
    MALFORMED,
    /** The file is not what the assertion says. */
    MISMATCH,
    /** A box of the file that the assertion does not list, or one listed that is not there. */
    UNKNOWN_BOX,
    /** The hash algorithm is none of C2PA's. */
    UNSUPPORTED,
    /** The number of files is not what the assertion says. */
    WRONG_COUNT,
    /** A file is named by what cannot be a relative reference within the collection. */
    INVALID_URI,
    /** A part that the assertion calls required is not in the file. */
    MISSING_PART
  }

  private final Kind kind;

  private BindingFault(Kind kind, String sentence) {
    super(sentence);
    this.kind = kind;
  }

  static BindingFault malformed(String sentence) {
    return new BindingFault(Kind.MALFORMED, sentence);
  }

  static BindingFault mismatch(String sentence) {
    return new BindingFault(Kind.MISMATCH, sentence);
  }

  static BindingFault unknownBox(String sentence) {
    return new BindingFault(Kind.UNKNOWN_BOX, sentence);
  }

  static BindingFault unsupported(String sentence) {
    return new BindingFault(Kind.UNSUPPORTED, sentence);
  }

  static BindingFault of(Kind kind, String sentence) {
    return new BindingFault(kind, sentence);
  }

  Kind kind() {
    return kind;
  }
}
