package org.assay.app.worker;

import java.time.Duration;
import java.util.Objects;
import org.assay.app.queue.Backoff;

/**
 * How a worker works.
 *
 * @param owner unique to the process, such as host, process id and a random number
 * @param pipeline version of everything that makes a case; an item has one decision for each
 * @param threads items examined at the same time
 * @param batch most jobs in hand; they also count an attempt when the process dies, so not many
 *     more than threads when items take long
 * @param lease how long jobs stay with a worker that is silent; renewed at a third of it
 * @param poll how often an idle worker looks for jobs
 * @param grace how long items in progress may take to end when the worker stops
 * @param maxAttempts after which a job is parked
 * @param backoff delay between attempts
 */
public record WorkerOptions(
    String owner,
    String pipeline,
    int threads,
    int batch,
    Duration lease,
    Duration poll,
    Duration grace,
    int maxAttempts,
    Backoff backoff) {

  /** Checks the ranges. */
  public WorkerOptions {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(pipeline, "pipeline");
    Objects.requireNonNull(backoff, "backoff");
    if (threads < 1 || batch < threads || maxAttempts < 1) {
      throw new IllegalArgumentException(
          "threads and attempts must be at least 1, batch at least threads: %d, %d, %d"
              .formatted(threads, maxAttempts, batch));
    }
    if (lease.isNegative() || lease.isZero() || poll.isNegative() || poll.isZero()) {
      throw new IllegalArgumentException("lease and poll must be positive: " + lease + ", " + poll);
    }
    if (grace.isNegative()) {
      throw new IllegalArgumentException("grace is negative: " + grace);
    }
  }

  /** Twice as many jobs in hand as threads, a minute's lease, five attempts. */
  public static WorkerOptions usual(String owner, String pipeline, int threads) {
    return new WorkerOptions(
        owner,
        pipeline,
        threads,
        2 * threads,
        Duration.ofMinutes(1),
        Duration.ofMillis(200),
        Duration.ofSeconds(20),
        5,
        Backoff.USUAL);
  }
}
