package org.assay.detection.statistics;

import java.nio.FloatBuffer;

/** One family of numbers measured on a tile; stateless, safe for concurrent use. */
interface Statistic {

  /** How many values {@link #measure} appends. */
  int size();

  /** Appends {@link #size()} finite values, which depend on the pixels alone. */
  void measure(Tile tile, FloatBuffer values);
}
