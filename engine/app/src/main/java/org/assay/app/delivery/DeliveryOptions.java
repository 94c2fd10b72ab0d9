package org.assay.app.delivery;

import java.time.Duration;
import org.assay.app.queue.Backoff;

/**
 * How entries are delivered.
 *
 * @param poll how often the outbox is looked at when there is nothing to tell
 * @param maxAttempts after which a notice that the subscriber refuses is parked
 * @param backoff delay between attempts
 */
public record DeliveryOptions(Duration poll, int maxAttempts, Backoff backoff) {

  /** Ten looks a second, ten attempts over about a quarter of an hour. */
  public static final DeliveryOptions USUAL =
      new DeliveryOptions(Duration.ofMillis(100), 10, Backoff.USUAL);

  /** Checks the ranges. */
  public DeliveryOptions {
    if (poll.isNegative() || poll.isZero() || maxAttempts < 1) {
      throw new IllegalArgumentException(
          "poll must be positive and attempts at least 1: " + poll + ", " + maxAttempts);
    }
  }
}
