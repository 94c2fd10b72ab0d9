package org.assay.app.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.assay.app.store.Outbox;
import org.assay.app.store.OutboxEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one subscriber everything in the outbox, in order and at least once, on a thread of its own
 * or at once by {@link #deliverNow}.
 */
public final class Deliverer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

  private final Outbox outbox;
  private final Position position;
  private final Subscriber subscriber;
  private final DeliveryOptions options;
  private final DeliveryListener listener;
  private final RandomGenerator random;

  private final Thread thread;
  private final Semaphore nudges = new Semaphore(0);
  private volatile boolean stopping;

  private final ReentrantLock delivering = new ReentrantLock();
  private int failures; // in a row; guarded by delivering
  private int refusals; // of the entry at hand; guarded by delivering
  private long oneByOneUntil; // last entry of a batch that was refused; guarded by delivering
  private long notBefore = System.nanoTime(); // guarded by delivering

  /**
   * Puts a deliverer together; {@link #start} sets it to work.
   *
   * @param random for jitter
   */
  public Deliverer(
      Outbox outbox,
      Position position,
      Subscriber subscriber,
      DeliveryOptions options,
      DeliveryListener listener,
      RandomGenerator random) {
    this.outbox = outbox;
    this.position = position;
    this.subscriber = subscriber;
    this.options = options;
    this.listener = listener;
    this.random = random;
    this.thread = new Thread(this::run, "assay-deliverer-" + subscriber.id());
  }

  /** Begins to deliver; call it once. */
  public void start() {
    thread.start();
  }

  /**
   * Says that there is something to tell, so that the deliverer need not wait for its next look.
   */
  public void nudge() {
    nudges.release();
  }

  /**
   * Delivers what there is, on the calling thread, unless the deliverer waits after a failure.
   *
   * @return whether all is delivered; if not, the deliverer tries again in its own time
   */
  public boolean deliverNow() throws InterruptedException {
    Step step = Step.GOES_ON;
    while (step == Step.GOES_ON) {
      step = step();
    }
    return step == Step.NOTHING_TO_TELL;
  }

  /** Stops after the delivery in progress, which is interrupted. */
  @Override
  public void close() {
    stopping = true;
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException keepWaiting) {
        interrupted = true;
      }
    }
    try {
      position.release();
    } catch (IOException failure) {
      LOG.warn("subscriber {}: its lease will run out by itself", subscriber.id(), failure);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private enum Step {
    GOES_ON,
    NOTHING_TO_TELL,
    HAS_TO_WAIT
  }

  private void run() {
    try {
      while (!stopping) {
        if (step() != Step.GOES_ON
            && nudges.tryAcquire(options.poll().toNanos(), TimeUnit.NANOSECONDS)) {
          nudges.drainPermits();
        }
      }
    } catch (InterruptedException closed) {
      LOG.debug("subscriber {}: stopped", subscriber.id());
    }
  }

  private Step step() throws InterruptedException {
    delivering.lockInterruptibly();
    try {
      if (System.nanoTime() < notBefore) {
        return Step.HAS_TO_WAIT;
      }
      Step step = deliverNext();
      failures = 0;
      return step;
    } catch (IOException | RuntimeException failure) { // the database or the subscriber
      waitAfter(failure);
      return Step.HAS_TO_WAIT;
    } finally {
      delivering.unlock();
    }
  }

  private Step deliverNext() throws IOException, InterruptedException {
    OptionalLong last = position.acquire();
    if (last.isEmpty()) {
      return Step.HAS_TO_WAIT;
    }
    deliverReplays();
    boolean oneByOne = last.getAsLong() < oneByOneUntil; // to find out which one is refused
    List<OutboxEntry> entries = outbox.after(last.getAsLong(), oneByOne ? 1 : subscriber.most());
    if (entries.isEmpty()) {
      return Step.NOTHING_TO_TELL;
    }
    OutboxEntry newest = entries.get(entries.size() - 1);
    try {
      deliver(entries);
    } catch (RefusedException | RuntimeException refusal) {
      if (entries.size() > 1) {
        oneByOneUntil = newest.sequence();
        return Step.GOES_ON; // at once again
      }
      refusals++;
      boolean forGood = refusal instanceof RefusedException refused && refused.forGood();
      if (!forGood && refusals < options.maxAttempts()) {
        throw refusal;
      }
      park(newest, refusal);
      return Step.GOES_ON;
    }
    refusals = 0;
    position.advance(newest.sequence());
    return Step.GOES_ON;
  }

  private void deliver(List<OutboxEntry> entries) throws IOException, InterruptedException {
    subscriber.deliver(
        entries.stream().map(entry -> new Notice(outbox.key(entry), entry)).toList());
    listener.delivered(subscriber.id(), entries.size());
  }

  private void deliverReplays() throws IOException, InterruptedException {
    for (OutboxEntry entry : position.replays(1)) {
      try {
        deliver(List.of(entry));
      } catch (RefusedException | RuntimeException refusal) {
        park(entry, refusal);
        continue;
      }
      position.replayed(entry.sequence());
    }
  }

  private void park(OutboxEntry entry, Exception refusal) throws IOException {
    String key = outbox.key(entry);
    String cause = refusal.toString();
    LOG.warn("subscriber {}: notice {} parked: {}", subscriber.id(), key, cause);
    position.park(entry.sequence(), cause);
    refusals = 0;
    listener.parked(subscriber.id(), key, cause);
  }

  private void waitAfter(Exception failure) {
    failures++;
    Duration pause = options.backoff().after(failures, random);
    notBefore = System.nanoTime() + pause.toNanos();
    if (!stopping) {
      LOG.warn(
          "subscriber {}: attempt {} failed, next in {} ms: {}",
          subscriber.id(),
          failures,
          pause.toMillis(),
          failure.toString());
      listener.failed(subscriber.id(), failure);
    }
  }
}
