package org.assay.app.queue;

import java.time.Duration;
import java.util.Objects;
import org.assay.decision.Case;
import org.assay.decision.Decision;

/** What became of a claimed job. */
public sealed interface Settlement
    permits Settlement.Completed, Settlement.Failed, Settlement.Returned, Settlement.Parked {

  /** The job as it was claimed. */
  Job job();

  /**
   * The item is decided: case, decision, notice in the outbox and end of the job are one commit.
   *
   * @param pipeline version of everything that made the case; an item has one decision for each
   */
  record Completed(Job job, Case examined, Decision decision, String pipeline)
      implements Settlement {

    /** Checks that the case is the job's. */
    public Completed {
      Objects.requireNonNull(decision, "decision");
      Objects.requireNonNull(pipeline, "pipeline");
      if (!examined.item().id().equals(job.item().id())) {
        throw new IllegalArgumentException(
            "job is for item '%s', its case for '%s'"
                .formatted(job.item().id(), examined.item().id()));
      }
    }
  }

  /** An attempt failed; the job is ready again after {@code delay}. */
  record Failed(Job job, Duration delay, String cause) implements Settlement {}

  /** The job is handed back through no fault of its item; this attempt does not count. */
  record Returned(Job job, Duration delay, String cause) implements Settlement {}

  /** The job is given up; a notice goes to the outbox. */
  record Parked(Job job, String cause) implements Settlement {}
}
