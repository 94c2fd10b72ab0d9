package org.assay.app.queue;

/** Where a job stands. */
public enum JobState {
  /** Waits to be claimed, at once or after a delay. */
  READY,
  /** In the hands of an owner until its lease runs out. */
  LEASED,
  /** Its decision is in the store. */
  DONE,
  /** Given up until a person replays it. */
  PARKED
}
