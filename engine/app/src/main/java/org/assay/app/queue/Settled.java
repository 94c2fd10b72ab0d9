package org.assay.app.queue;

/** How the queue took a {@link Settlement}. */
public enum Settled {
  /** As asked. */
  DONE,
  /** The item already had a decision of this pipeline, which stands; the job is done. */
  DUPLICATE,
  /** The job was claimed by somebody else in the meantime, or replayed; nothing was changed. */
  STALE
}
