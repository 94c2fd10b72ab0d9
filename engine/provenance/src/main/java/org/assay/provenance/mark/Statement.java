package org.assay.provenance.mark;

import java.util.Objects;

/**
 * One thing that a file's metadata says, whatever the format: what every rule looks at.
 *
 * @param keyword the text chunk's keyword, the EXIF field's name, the IIM data set's number, or
 *     namespace and name of the XMP property
 * @param text hostile
 */
record Statement(Origin origin, String keyword, String text, String place) {

  /** Which vocabulary the keyword is of. */
  enum Origin {
    XMP,
    EXIF,
    IIM,
    TEXT
  }

  /** Checks that nothing is missing. */
  Statement {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(keyword, "keyword");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(place, "place");
  }

  /** Whether it is this XMP property. */
  boolean isXmp(String namespace, String name) {
    return origin == Origin.XMP && keyword.equals(namespace + name);
  }

  /** Whether it is a text with this keyword, in any case. */
  boolean isText(String name) {
    return origin == Origin.TEXT && keyword.equalsIgnoreCase(name);
  }

  /** Whether it is this EXIF field. */
  boolean isExif(String name) {
    return origin == Origin.EXIF && keyword.equals(name);
  }

  /** Whether generators write their parameters here: comments, never captions or titles. */
  boolean isComment() {
    boolean caption = keyword.equalsIgnoreCase("title") || keyword.equalsIgnoreCase("subject");
    return origin == Origin.EXIF || (origin == Origin.TEXT && !caption);
  }
}
