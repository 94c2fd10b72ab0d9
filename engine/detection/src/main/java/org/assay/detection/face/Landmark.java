package org.assay.detection.face;

/** The key points of a {@link Face}; right and left are the person's own. */
public enum Landmark {
  /** Centre of the right eye, on the left of a picture of an upright, facing person. */
  RIGHT_EYE(0),
  /** Centre of the left eye. */
  LEFT_EYE(1),
  /** Tip of the nose. */
  NOSE(2),
  /** Centre of the mouth. */
  MOUTH(3),
  /** Tragion of the right ear; a guess where the ear is hidden. */
  RIGHT_EAR(4),
  /** Tragion of the left ear. */
  LEFT_EAR(5);

  private final int index;

  Landmark(int index) {
    this.index = index;
  }

  /** Place in {@link Face#points} and in the points of a face's region. */
  public int index() {
    return index;
  }
}
