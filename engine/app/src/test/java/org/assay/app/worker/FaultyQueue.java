package org.assay.app.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.app.queue.Job;
import org.assay.app.queue.JobQueue;
import org.assay.app.queue.JobState;
import org.assay.app.queue.ParkedJob;
import org.assay.app.queue.Settled;
import org.assay.app.queue.Settlement;
import org.assay.media.MediaItem;

/** Hands on to another queue, unless a test wants a fault first. */
final class FaultyQueue implements JobQueue {
  private final JobQueue queue;

  /** Throws, or does nothing. */
  interface Fault {
    void strike(String method, List<? extends Settlement> settlements) throws IOException;
  }

  volatile Fault fault = (method, settlements) -> {};

  FaultyQueue(JobQueue queue) {
    this.queue = queue;
  }

  @Override
  public Set<String> submit(List<MediaItem> items, int priority) throws IOException {
    return queue.submit(items, priority);
  }

  @Override
  public List<Job> claim(int most, String owner, Duration lease) throws IOException {
    fault.strike("claim", List.of());
    return queue.claim(most, owner, lease);
  }

  @Override
  public List<Job> extend(Collection<Job> jobs, Duration lease) throws IOException {
    fault.strike("extend", List.of());
    return queue.extend(jobs, lease);
  }

  @Override
  public List<Settled> settle(List<? extends Settlement> settlements) throws IOException {
    fault.strike("settle", settlements);
    return queue.settle(settlements);
  }

  @Override
  public List<ParkedJob> parked(int most) throws IOException {
    return queue.parked(most);
  }

  @Override
  public Set<String> replay(Collection<String> itemIds) throws IOException {
    return queue.replay(itemIds);
  }

  @Override
  public Map<JobState, Long> counts() throws IOException {
    return queue.counts();
  }
}
