package org.assay.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.assay.app.queue.Job;
import org.assay.app.queue.JobQueue;
import org.assay.app.queue.Settlement;
import org.assay.app.queue.SqliteJobQueue;
import org.assay.app.store.Database;
import org.assay.app.store.StoreOptions;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.media.Context;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.signal.DetectorScore;

/** Jobs through the queue: claimed, completed with case, decision and outbox entry. */
final class QueueBenchmark {
  private static final int JOBS = 10_000;
  private static final int JOBS_ONE_BY_ONE = 1_000;

  private QueueBenchmark() {}

  static List<Measurement> run() throws Exception {
    double batched = jobsPerSecond(JOBS, 100);
    double oneByOne = jobsPerSecond(JOBS_ONE_BY_ONE, 1);
    return List.of(
        new Measurement("queue-jobs-batch-100", batched, "jobs/s", oneByOne, "of one by one"));
  }

  private static double jobsPerSecond(int jobs, int batch) throws Exception {
    Path folder = Files.createTempDirectory("assay-bench");
    try (Database database = Database.open(StoreOptions.in(folder))) {
      JobQueue queue = new SqliteJobQueue(database, Clock.systemUTC());
      List<MediaItem> items = new ArrayList<>();
      for (int i = 0; i < jobs; i++) {
        items.add(new MediaItem("item-" + i, "bench", folder.resolve("none"), Context.NONE));
      }
      queue.submit(items, JobQueue.NORMAL_PRIORITY);
      long started = System.nanoTime();
      for (List<Job> claimed = claim(queue, batch); !claimed.isEmpty(); ) {
        queue.settle(claimed.stream().map(QueueBenchmark::completed).toList());
        claimed = claim(queue, batch);
      }
      return jobs / ((System.nanoTime() - started) / 1e9);
    } finally {
      remove(folder);
    }
  }

  private static List<Job> claim(JobQueue queue, int batch) throws IOException {
    return queue.claim(batch, "bench", Duration.ofMinutes(1));
  }

  private static Settlement completed(Job job) {
    Case examined =
        new Case(
            job.item(),
            MediaType.JPEG,
            List.of(new DetectorScore("ai-generated", "bench/1", 0.5, List.of())));
    return new Settlement.Completed(job, examined, Decision.of(List.of(), "bench"), "bench");
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
