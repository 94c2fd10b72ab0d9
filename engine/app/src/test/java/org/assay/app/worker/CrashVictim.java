package org.assay.app.worker;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assay.app.delivery.Deliverer;
import org.assay.app.delivery.DeliveryListener;
import org.assay.app.delivery.DeliveryOptions;
import org.assay.app.delivery.DurablePosition;
import org.assay.app.delivery.NdjsonFile;
import org.assay.app.queue.Backoff;
import org.assay.app.queue.JobQueue;
import org.assay.app.queue.SqliteJobQueue;
import org.assay.app.store.Database;
import org.assay.app.store.Outbox;
import org.assay.app.store.StoreOptions;
import org.assay.app.store.Subscriptions;
import org.assay.decision.Case;
import org.assay.media.Context;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.signal.Fingerprint;
import org.assay.signal.HashType;

/**
 * A process to be killed: submits items, decides them, and writes notices to a file. Prints {@code
 * accepted N} for every batch of items that the queue said it took.
 *
 * <p>Arguments: directory, number of items to submit, 0 to submit none.
 */
public final class CrashVictim {
  private static final int SUBMITTED_AT_ONCE = 100;

  private CrashVictim() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    int items = Integer.parseInt(arguments[1]);
    String owner = "process-" + ProcessHandle.current().pid();
    Database database = Database.open(StoreOptions.in(directory));
    JobQueue queue = new SqliteJobQueue(database, Clock.systemUTC());
    Worker worker =
        new Worker(
            queue,
            CrashVictim::examine,
            () -> new FakeRules("rules-1"),
            options(owner),
            WorkerListener.NONE,
            new Random());
    Deliverer deliverer =
        new Deliverer(
            new Outbox(database),
            new DurablePosition(
                new Subscriptions(database, Clock.systemUTC()),
                "file",
                owner,
                Duration.ofSeconds(1)),
            new NdjsonFile("file", directory.resolve("notices.ndjson")),
            DeliveryOptions.USUAL,
            DeliveryListener.NONE,
            new Random());
    worker.start();
    deliverer.start();
    submit(queue, items);
    Thread.sleep(Duration.ofMinutes(10).toMillis()); // to be killed long before
  }

  private static void submit(JobQueue queue, int items) throws Exception {
    for (int first = 0; first < items; first += SUBMITTED_AT_ONCE) {
      List<MediaItem> batch = new ArrayList<>();
      for (int i = first; i < Math.min(items, first + SUBMITTED_AT_ONCE); i++) {
        batch.add(new MediaItem("item-" + i, "test", Path.of("/media"), Context.NONE));
      }
      queue.submit(batch, JobQueue.NORMAL_PRIORITY);
      System.out.println("accepted " + (first + batch.size()));
      System.out.flush();
    }
  }

  private static Case examine(MediaItem item) throws InterruptedException {
    Thread.sleep(1);
    HashType type = new HashType("pdq", "full", 256);
    String hash = "%064x".formatted(new BigInteger(1, item.id().getBytes(StandardCharsets.UTF_8)));
    return new Case(
        item,
        MediaType.PNG,
        List.of(new Fingerprint("fingerprint", type, hash, 100, Optional.empty())));
  }

  private static WorkerOptions options(String owner) {
    return new WorkerOptions(
        owner,
        "pipeline-1",
        4,
        100,
        Duration.ofSeconds(1),
        Duration.ofMillis(50),
        Duration.ofSeconds(1),
        100, // being killed is no fault of the items
        Backoff.USUAL);
  }
}
