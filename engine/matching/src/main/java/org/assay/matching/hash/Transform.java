package org.assay.matching.hash;

import java.util.Locale;

/**
 * The eight turns and mirrorings of a rectangle, named as in the PDQ reference, whose "x" and "y"
 * name the axis a picture is mirrored about.
 */
public enum Transform {
  /** Unchanged. */
  IDENTITY,
  /** A quarter turn counter-clockwise. */
  ROT90,
  /** Half a turn. */
  ROT180,
  /** A quarter turn clockwise. */
  ROT270,
  /** Upside down: the top row becomes the bottom row. */
  FLIPX,
  /** As in a mirror: the left column becomes the right column. */
  FLIPY,
  /** Rows become columns: mirrored about the diagonal from the upper left. */
  FLIPPLUS1,
  /** Mirrored about the diagonal from the upper right. */
  FLIPMINUS1;

  /** The transform that undoes this one. */
  public Transform inverse() {
    return switch (this) {
      case ROT90 -> ROT270;
      case ROT270 -> ROT90;
      default -> this;
    };
  }

  /** As shown to people and written in signals, such as {@code flipx}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
