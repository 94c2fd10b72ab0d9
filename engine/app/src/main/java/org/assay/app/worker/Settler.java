package org.assay.app.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.assay.app.queue.Job;
import org.assay.app.queue.JobQueue;
import org.assay.app.queue.Settled;
import org.assay.app.queue.Settlement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles what examinations came to, and tells log and listener. Of the dispatcher thread alone.
 */
final class Settler {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration RETURN_DELAY = Duration.ofSeconds(1);

  private final JobQueue queue;
  private final WorkerListener listener;

  Settler(JobQueue queue, WorkerListener listener) {
    this.queue = queue;
    this.listener = listener;
  }

  /**
   * Settles all in one transaction. Jobs whose outcome cannot be recorded go back to the queue, or
   * to whom their lease's end brings them.
   *
   * @throws IOException if the queue could not record the outcomes
   */
  void settle(List<Examination.Ended> all) throws IOException {
    List<Settled> answers;
    try {
      answers = queue.settle(settlements(all));
    } catch (IOException failure) {
      giveBack(all, failure);
      throw failure;
    } catch (RuntimeException refusal) {
      settleApart(all, refusal);
      return;
    }
    for (int i = 0; i < all.size(); i++) {
      tell(all.get(i), answers.get(i));
    }
    listener.committed();
  }

  /** One outcome that cannot be written, such as an oversized case, must not spoil the others. */
  private void settleApart(List<Examination.Ended> all, RuntimeException refusal)
      throws IOException {
    if (all.size() > 1) {
      for (Examination.Ended one : all) {
        settle(List.of(one));
      }
      return;
    }
    Examination.Ended one = all.get(0);
    if (!(one.settlement() instanceof Settlement.Completed)) {
      throw refusal;
    }
    settle(
        List.of(
            new Examination.Ended(
                one.examination(), one.examination().failed(refusal), one.busy())));
  }

  private void giveBack(List<Examination.Ended> all, IOException failure) {
    String cause = "could not be recorded: " + failure.getMessage();
    List<Settlement.Returned> returned =
        all.stream()
            .map(one -> new Settlement.Returned(one.settlement().job(), RETURN_DELAY, cause))
            .toList();
    try {
      queue.settle(returned);
      returned.forEach(one -> listener.returned(one.job(), cause));
    } catch (IOException second) {
      failure.addSuppressed(second); // their leases run out, then they are ready again
    }
  }

  private void tell(Examination.Ended one, Settled answer) {
    Job job = one.settlement().job();
    String item = loggable(job.item().id());
    if (answer == Settled.STALE) {
      LOG.warn("item {}: lease was lost, its outcome is dropped", item);
      listener.lost(job);
    } else if (one.settlement() instanceof Settlement.Completed done) {
      LOG.info(
          "item {}: {}{} by rules {} in {} ms, attempt {}",
          item,
          done.decision().verdict(),
          answer == Settled.DUPLICATE ? " not recorded, as it already had a decision" : "",
          done.decision().ruleBase(),
          one.busy().toMillis(),
          job.attempt());
      if (answer == Settled.DONE) {
        listener.decided(job, done.examined(), done.decision(), one.busy());
      }
    } else if (one.settlement() instanceof Settlement.Failed failed) {
      LOG.warn(
          "item {}: attempt {} failed, next in {} ms: {}",
          item,
          job.attempt(),
          failed.delay().toMillis(),
          loggable(failed.cause()));
      listener.retried(job, failed.cause());
    } else if (one.settlement() instanceof Settlement.Parked parked) {
      LOG.warn("item {}: parked: {}", item, loggable(parked.cause()));
      listener.parked(job, parked.cause());
    } else if (one.settlement() instanceof Settlement.Returned returned) {
      listener.returned(job, returned.cause());
    }
  }

  private static List<Settlement> settlements(List<Examination.Ended> all) {
    return all.stream().map(Examination.Ended::settlement).toList();
  }

  /** Hostile text on one line. */
  private static String loggable(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
    return line.length() <= 300 ? line : line.substring(0, 300) + "…";
  }
}
