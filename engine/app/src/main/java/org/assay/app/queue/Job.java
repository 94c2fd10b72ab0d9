package org.assay.app.queue;

import java.time.Instant;
import java.util.Objects;
import org.assay.media.MediaItem;

/**
 * One item to examine, in the hands of {@code owner}.
 *
 * @param priority higher comes first
 * @param attempt 1 on the first try; failed attempts and expired leases count, returned jobs do not
 * @param claim number of this claim of the job: after another claim, this one is worth nothing
 */
public record Job(
    MediaItem item,
    int priority,
    int attempt,
    String owner,
    long claim,
    Instant leaseUntil,
    Instant submitted) {

  /** Checks that nothing is missing. */
  public Job {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(leaseUntil, "leaseUntil");
    Objects.requireNonNull(submitted, "submitted");
  }

  /** The same job, held for longer. */
  Job until(Instant newLeaseUntil) {
    return new Job(item, priority, attempt, owner, claim, newLeaseUntil, submitted);
  }
}
