package org.assay.pipeline;

import java.time.Duration;

/** Is told how long each stage of an item took. Safe for concurrent use. */
@FunctionalInterface
public interface StageTimer {

  /** Listens to nothing. */
  StageTimer NONE = (stage, elapsed) -> {};

  /**
   * Records one run of a stage.
   *
   * @param stage {@code decode} or the id of a detector
   */
  void record(String stage, Duration elapsed);
}
