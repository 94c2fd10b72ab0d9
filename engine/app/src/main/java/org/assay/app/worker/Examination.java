package org.assay.app.worker;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.assay.app.queue.Job;
import org.assay.app.queue.Settlement;
import org.assay.decision.Case;
import org.assay.decision.RuleBase;
import org.assay.media.MediaException;

/** One attempt at one job, on a thread of the worker. */
final class Examination implements Runnable {
  private final Job job;
  private final Examiner examiner;
  private final Supplier<RuleBase> rules;
  private final WorkerOptions options;
  private final RandomGenerator random;
  private final Consumer<Ended> ended;
  private final FutureTask<Void> task = new FutureTask<>(this, null);

  /** An examination that came to an end by itself; {@code busy} is the time it took. */
  record Ended(Examination examination, Settlement settlement, Duration busy) {}

  Examination(
      Job job,
      Examiner examiner,
      Supplier<RuleBase> rules,
      WorkerOptions options,
      RandomGenerator random,
      Consumer<Ended> ended) {
    this.job = job;
    this.examiner = examiner;
    this.rules = rules;
    this.options = options;
    this.random = random;
    this.ended = ended;
  }

  Job job() {
    return job;
  }

  /** What a thread is to run; cancelling it interrupts the examination. */
  FutureTask<Void> task() {
    return task;
  }

  @Override
  public void run() {
    long started = System.nanoTime();
    Settlement settlement = attempt();
    ended.accept(new Ended(this, settlement, Duration.ofNanos(System.nanoTime() - started)));
  }

  private Settlement attempt() {
    try {
      Case examined = examiner.examine(job.item());
      return new Settlement.Completed(
          job, examined, rules.get().decide(examined), options.pipeline());
    } catch (MediaException unreadable) {
      return new Settlement.Parked(job, String.valueOf(unreadable.getMessage()));
    } catch (InterruptedException stopped) {
      return new Settlement.Returned(job, Duration.ZERO, "interrupted");
    } catch (Exception | Error failure) { // an item that exhausts memory must not stop the others
      return failed(failure);
    }
  }

  /** Another attempt after a delay, or the end when there were enough. */
  Settlement failed(Throwable failure) {
    String cause = failure.toString();
    if (job.attempt() >= options.maxAttempts()) {
      return new Settlement.Parked(job, "gave up after attempt " + job.attempt() + ": " + cause);
    }
    return new Settlement.Failed(job, options.backoff().after(job.attempt(), random), cause);
  }
}
