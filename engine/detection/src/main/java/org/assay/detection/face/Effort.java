package org.assay.detection.face;

/** How small the faces are that {@link Faces} looks for in a large picture, and at what cost. */
public enum Effort {
  /** Faces from about a twenty-seventh of the longer side; for frames of a video. */
  QUICK(10, 16),
  /** Faces from about a fifty-fifth of the longer side; for still pictures. */
  THOROUGH(40, 64);

  private final int maxTiles;
  private final int maxCandidates;

  Effort(int maxTiles, int maxCandidates) {
    this.maxTiles = maxTiles;
    this.maxCandidates = maxCandidates;
  }

  /** Runs of the full-range network over one picture, at most. */
  int maxTiles() {
    return maxTiles;
  }

  /** Places that are looked at again, at most; the best ones. */
  int maxCandidates() {
    return maxCandidates;
  }
}
