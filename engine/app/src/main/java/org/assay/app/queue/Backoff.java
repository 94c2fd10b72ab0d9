package org.assay.app.queue;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential delays with jitter, so that jobs which failed together do not come back together.
 *
 * @param first delay after the first failure, before jitter
 * @param most longest delay, before jitter
 * @param jitter share of the delay, in [0, 1], that is left to chance
 */
public record Backoff(Duration first, Duration most, double jitter) {

  /** One second, doubled up to five minutes, half of it left to chance. */
  public static final Backoff USUAL =
      new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), 0.5);

  /** Checks the ranges. */
  public Backoff {
    if (first.isNegative() || most.compareTo(first) < 0) {
      throw new IllegalArgumentException("backoff runs from " + first + " to " + most);
    }
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException("jitter must be in [0, 1]: " + jitter);
    }
  }

  /**
   * The delay before the next attempt, in {@code [(1 - jitter) * full, full]}.
   *
   * @param attempt the one that failed, from 1
   */
  public Duration after(int attempt, RandomGenerator random) {
    double doubled = first.toNanos() * Math.pow(2, Math.max(0, attempt - 1));
    double full = Math.min(doubled, (double) most.toNanos());
    return Duration.ofNanos(Math.round(full * (1 - jitter * random.nextDouble())));
  }
}
