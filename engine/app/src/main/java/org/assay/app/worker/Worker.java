package org.assay.app.worker;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.assay.app.queue.Job;
import org.assay.app.queue.JobQueue;
import org.assay.app.queue.Settlement;
import org.assay.decision.RuleBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Examines and decides jobs until it is closed. One dispatcher thread alone speaks with the queue:
 * it claims a batch, hands it to the threads, and settles in one transaction whatever they have
 * ended in the meantime.
 */
public final class Worker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration WAIT_FOR_THREADS = Duration.ofSeconds(2);

  private final JobQueue queue;
  private final Examiner examiner;
  private final Supplier<RuleBase> rules;
  private final WorkerOptions options;
  private final WorkerListener listener;
  private final RandomGenerator random;

  private final ThreadPoolExecutor threads;
  private final BlockingQueue<Examination.Ended> ended = new LinkedBlockingQueue<>();
  private final Thread dispatcher = new Thread(this::dispatch, "assay-worker");
  private volatile boolean stopping;

  // of the dispatcher thread alone
  private final Map<String, Examination> inHand = new LinkedHashMap<>();
  private final Settler settler;
  private long nextClaim = System.nanoTime();
  private long nextHeartbeat = System.nanoTime();
  private int troubles;

  /**
   * Puts a worker together; {@link #start} sets it to work.
   *
   * @param rules asked anew for every item, so that rules can be replaced while the worker runs
   * @param random for jitter
   */
  public Worker(
      JobQueue queue,
      Examiner examiner,
      Supplier<RuleBase> rules,
      WorkerOptions options,
      WorkerListener listener,
      RandomGenerator random) {
    this.queue = queue;
    this.examiner = examiner;
    this.rules = rules;
    this.options = options;
    this.listener = listener;
    this.random = random;
    this.settler = new Settler(queue, listener);
    this.threads =
        new ThreadPoolExecutor(
            options.threads(),
            options.threads(),
            0,
            MILLISECONDS,
            new LinkedBlockingQueue<>(),
            runnable -> {
              Thread thread = new Thread(runnable, "assay-examiner");
              thread.setDaemon(true); // native code that hears no interrupt must not hold the exit
              return thread;
            });
  }

  /** Whether it takes jobs: started, not closed, and its dispatcher has not died of a defect. */
  public boolean isWorking() {
    return dispatcher.isAlive() && !stopping;
  }

  /** Begins to claim jobs; call it once. */
  public void start() {
    dispatcher.start();
  }

  /**
   * Stops: jobs not yet begun go back to the queue at once, those in progress may end within the
   * grace time, and are interrupted and go back after it. Returns when all is settled.
   */
  @Override
  public void close() {
    stopping = true;
    boolean interrupted = false;
    while (dispatcher.isAlive()) {
      try {
        dispatcher.join();
      } catch (InterruptedException keepWaiting) {
        interrupted = true;
      }
    }
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(WAIT_FOR_THREADS.toMillis(), MILLISECONDS)) {
        LOG.warn("{} examinations do not hear the interrupt", threads.getActiveCount());
      }
    } catch (InterruptedException giveUp) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void dispatch() {
    try {
      while (!stopping) {
        claimIfThereIsRoom();
        settle(takeEnded(untilNextClaim()));
        heartbeatIfDue();
      }
      returnUnbegun();
      long deadline = System.nanoTime() + options.grace().toNanos();
      while (!inHand.isEmpty() && System.nanoTime() < deadline) {
        settle(takeEnded(Math.min(options.poll().toNanos(), deadline - System.nanoTime())));
        heartbeatIfDue();
      }
      settle(takeEnded(0));
      returnAll();
    } catch (InterruptedException notOurs) {
      LOG.error("dispatcher was interrupted; leases of {} jobs will run out", inHand.size());
    }
  }

  private boolean hasRoom() {
    return inHand.size() <= options.batch() / 2 && inHand.size() < options.batch();
  }

  private void claimIfThereIsRoom() {
    if (!hasRoom() || System.nanoTime() < nextClaim) {
      return;
    }
    int most = options.batch() - inHand.size();
    List<Job> jobs;
    try {
      jobs = queue.claim(most, options.owner(), options.lease());
      troubles = 0;
    } catch (IOException | RuntimeException failure) {
      pauseAfter(failure);
      return;
    }
    if (jobs.size() < most) {
      nextClaim = System.nanoTime() + options.poll().toNanos();
    }
    if (!jobs.isEmpty()) {
      listener.claimed(jobs.size());
      jobs.forEach(this::begin);
    }
  }

  private void begin(Job job) {
    Examination examination = new Examination(job, examiner, rules, options, random, ended::add);
    inHand.put(job.item().id(), examination);
    if (job.attempt() > options.maxAttempts()) {
      // only a process that dies or hangs loses its lease; the item may be what kills it
      String cause = "gave up: lease ran out at attempt " + (job.attempt() - 1);
      ended.add(
          new Examination.Ended(examination, new Settlement.Parked(job, cause), Duration.ZERO));
    } else {
      threads.execute(examination.task());
    }
  }

  private long untilNextClaim() {
    long poll = options.poll().toNanos();
    return hasRoom() ? Math.min(poll, Math.max(0, nextClaim - System.nanoTime())) : poll;
  }

  /** Waits for one, then takes all there are: the slower a commit, the more share the next. */
  private List<Examination.Ended> takeEnded(long nanos) throws InterruptedException {
    List<Examination.Ended> taken = new ArrayList<>();
    Examination.Ended first = ended.poll(nanos, NANOSECONDS);
    if (first != null) {
      taken.add(first);
      ended.drainTo(taken);
    }
    // a job that was lost or returned is no longer ours to settle
    taken.removeIf(one -> inHand.get(one.examination().job().item().id()) != one.examination());
    return taken;
  }

  private void settle(List<Examination.Ended> settled) {
    if (settled.isEmpty()) {
      return;
    }
    try {
      settler.settle(settled);
    } catch (IOException | RuntimeException failure) {
      pauseAfter(failure);
    }
    settled.forEach(one -> inHand.remove(one.examination().job().item().id()));
  }

  private void heartbeatIfDue() {
    if (System.nanoTime() < nextHeartbeat || inHand.isEmpty()) {
      return;
    }
    nextHeartbeat = System.nanoTime() + options.lease().toNanos() / 3;
    List<String> held;
    try {
      List<Job> jobs = inHand.values().stream().map(Examination::job).toList();
      held = queue.extend(jobs, options.lease()).stream().map(job -> job.item().id()).toList();
    } catch (IOException | RuntimeException failure) {
      pauseAfter(failure);
      return;
    }
    List<Examination> lost = new ArrayList<>(inHand.values());
    lost.removeIf(examination -> held.contains(examination.job().item().id()));
    for (Examination examination : lost) {
      examination.task().cancel(true);
      inHand.remove(examination.job().item().id());
      listener.lost(examination.job());
    }
  }

  /** Whatever goes wrong, the dispatcher goes on: without it nothing would be settled or held. */
  private void pauseAfter(Exception failure) {
    troubles++;
    Duration pause = options.backoff().after(troubles, random);
    LOG.warn("job queue out of reach, pausing for {} ms", pause.toMillis(), failure);
    nextClaim = System.nanoTime() + pause.toNanos();
    listener.troubled(failure);
  }

  private void returnUnbegun() {
    giveBack(inHand.values().stream().filter(one -> threads.remove(one.task())).toList());
  }

  private void returnAll() {
    List<Examination> running = List.copyOf(inHand.values());
    running.forEach(examination -> examination.task().cancel(true));
    giveBack(running);
  }

  private void giveBack(List<Examination> examinations) {
    settle(
        examinations.stream()
            .map(
                one ->
                    new Examination.Ended(
                        one,
                        new Settlement.Returned(one.job(), Duration.ZERO, "worker stopped"),
                        Duration.ZERO))
            .toList());
  }
}
