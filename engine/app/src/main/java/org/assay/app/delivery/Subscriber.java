package org.assay.app.delivery;

import java.io.IOException;
import java.util.List;

/** Somebody who is told what was committed. Is called by one thread at a time. */
public interface Subscriber {

  /** Kebab case; its position in the outbox is kept under this name. */
  String id();

  /** How many notices it takes at once, at least 1. */
  int most();

  /**
   * Takes notices, in order. If it throws, it may be given all of them again.
   *
   * @throws RefusedException if it does not take one of them: tried a few times, then parked
   * @throws IOException if it is out of reach: tried until it is back
   */
  void deliver(List<Notice> notices) throws IOException, InterruptedException;
}
