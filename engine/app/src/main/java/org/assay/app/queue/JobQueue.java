package org.assay.app.queue;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.media.MediaItem;

/**
 * Jobs, one for each item id. Safe for concurrent use by many threads and processes; every method
 * is one transaction, and what it returned is not lost when the process or the machine dies.
 *
 * <p>Every method throws {@link IOException} if the queue cannot be reached; nothing has then been
 * changed.
 */
public interface JobQueue {

  /** Ordinary work. */
  int NORMAL_PRIORITY = 0;

  /** Longest item id, in UTF-16 units. */
  int LONGEST_ID = 512;

  /**
   * Takes items on. An item whose id is known, whatever became of its job, is passed over.
   *
   * @param priority higher comes first; within a priority jobs go in order of submission
   * @return ids of the items that were new, in order of submission
   * @throws IllegalArgumentException if an id is longer than {@link #LONGEST_ID} or has control
   *     characters or surrogates, that is, characters beyond U+FFFF
   */
  Set<String> submit(List<MediaItem> items, int priority) throws IOException;

  /**
   * Leases ready jobs, and jobs whose lease has run out, to an owner.
   *
   * @param most how many, at least 1
   * @param owner unique to the process
   * @return in order of priority, then of submission; empty when nothing is ready
   */
  List<Job> claim(int most, String owner, Duration lease) throws IOException;

  /**
   * Holds jobs for longer, counted from now.
   *
   * @return those still in the owner's hands, with their new lease; the others are lost to it
   */
  List<Job> extend(Collection<Job> jobs, Duration lease) throws IOException;

  /**
   * Ends claims, all in one transaction. A claim whose lease ran out still counts as long as nobody
   * else claimed the job.
   *
   * @return one answer for each settlement, in the same order
   */
  List<Settled> settle(List<? extends Settlement> settlements) throws IOException;

  /** The jobs given up, last parked first. */
  List<ParkedJob> parked(int most) throws IOException;

  /**
   * Makes parked jobs ready again, with all attempts before them.
   *
   * @return ids of those that were parked
   */
  Set<String> replay(Collection<String> itemIds) throws IOException;

  /** Number of jobs in each state, zeros included. */
  Map<JobState, Long> counts() throws IOException;
}
