package org.assay.app.worker;

import java.time.Duration;
import org.assay.app.queue.Job;
import org.assay.decision.Case;
import org.assay.decision.Decision;

/**
 * Is told what a worker does, for metrics. Every call comes from the worker's own dispatcher
 * thread, after the fact is committed; must be quick.
 */
public interface WorkerListener {

  /** Listens to nothing. */
  WorkerListener NONE = new WorkerListener() {};

  /** Jobs were claimed. */
  default void claimed(int jobs) {}

  /**
   * An item was decided.
   *
   * @param busy time to examine and decide, waiting not counted
   */
  default void decided(Job job, Case examined, Decision decision, Duration busy) {}

  /** Decisions are on record; called once a transaction, before further jobs are claimed. */
  default void committed() {}

  /** An attempt failed, the job will be tried again. */
  default void retried(Job job, String cause) {}

  /** A job was given up. */
  default void parked(Job job, String cause) {}

  /** A job was handed back unharmed. */
  default void returned(Job job, String cause) {}

  /** A job's lease was lost; what was done for it counts for nothing. */
  default void lost(Job job) {}

  /** The queue could not be reached; the worker pauses and tries again. */
  default void troubled(Exception failure) {}
}
