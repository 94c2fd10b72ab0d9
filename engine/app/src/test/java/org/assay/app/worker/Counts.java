package org.assay.app.worker;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.assay.app.queue.Job;
import org.assay.decision.Case;
import org.assay.decision.Decision;

/** Counts every call of a worker. */
final class Counts implements WorkerListener {
  final AtomicInteger claimed = new AtomicInteger();
  final AtomicInteger decided = new AtomicInteger();
  final AtomicInteger retried = new AtomicInteger();
  final AtomicInteger parked = new AtomicInteger();
  final AtomicInteger returned = new AtomicInteger();
  final AtomicInteger lost = new AtomicInteger();
  final AtomicInteger troubled = new AtomicInteger();

  @Override
  public void claimed(int jobs) {
    claimed.addAndGet(jobs);
  }

  @Override
  public void decided(Job job, Case examined, Decision decision, Duration busy) {
    decided.incrementAndGet();
  }

  @Override
  public void retried(Job job, String cause) {
    retried.incrementAndGet();
  }

  @Override
  public void parked(Job job, String cause) {
    parked.incrementAndGet();
  }

  @Override
  public void returned(Job job, String cause) {
    returned.incrementAndGet();
  }

  @Override
  public void lost(Job job) {
    lost.incrementAndGet();
  }

  @Override
  public void troubled(Exception failure) {
    troubled.incrementAndGet();
  }
}
