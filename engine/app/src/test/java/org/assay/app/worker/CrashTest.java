package org.assay.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assay.app.json.Json;
import org.assay.app.queue.JobState;
import org.assay.app.queue.SqliteJobQueue;
import org.assay.app.store.CaseStore;
import org.assay.app.store.Database;
import org.assay.app.store.Outbox;
import org.assay.app.store.StoreOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a working process without warning, again and again; more items with -Dcrash.items=10000.
 */
@Timeout(600)
class CrashTest {
  private static final int ITEMS = Integer.getInteger("crash.items", 2_000);
  private static final int KILLS = 3;

  @TempDir private Path directory;
  private final AtomicInteger accepted = new AtomicInteger();

  @Test
  void killedProcessLosesNoItemAndDecidesNoneTwice() throws Exception {
    try (Database database = Database.open(StoreOptions.in(directory))) {
      CaseStore cases = new CaseStore(database);
      Process victim = start(ITEMS);
      for (int kill = 1; kill <= KILLS; kill++) {
        awaitDecided(cases, 1 + ITEMS * (kill - 1) / KILLS, victim); // first while items come in
        kill(victim);
        int decided = decided(cases);
        assertThat(decided).as("killed in the middle").isLessThan(ITEMS);
        System.out.printf("kill %d: %d accepted, %d decided%n", kill, accepted.get(), decided);
        victim = start(accepted.get() < ITEMS ? ITEMS : 0);
      }
      awaitDecided(cases, ITEMS, victim);
      awaitNotices(victim);
      kill(victim);

      var counts = new SqliteJobQueue(database, Clock.systemUTC()).counts();
      assertThat(counts).containsEntry(JobState.DONE, (long) ITEMS);
      assertThat(counts).containsEntry(JobState.PARKED, 0L);
      List<String> told = new ArrayList<>();
      new Outbox(database).after(0, 10 * ITEMS).forEach(entry -> told.add(entry.item().id()));
      assertThat(told).hasSize(ITEMS).doesNotHaveDuplicates();
      Set<String> seen = new HashSet<>();
      cases.seen(entry -> assertThat(seen.add(entry.itemId())).isTrue());
      assertThat(seen).hasSize(ITEMS);
      assertThat(noticedItems()).as("lines of the file").isEqualTo(told);
      assertThat(database.check()).isEmpty();
    }
  }

  private Process start(int items) throws IOException {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashVictim.class.getName(),
                directory.toString(),
                String.valueOf(items))
            .redirectError(directory.resolve("errors.txt").toFile())
            .start();
    Thread reader = new Thread(() -> readAccepted(victim), "reads the victim");
    reader.setDaemon(true);
    reader.start();
    return victim;
  }

  private void readAccepted(Process victim) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("accepted ")) {
          int count = Integer.parseInt(line.substring("accepted ".length()));
          accepted.accumulateAndGet(count, Math::max);
        }
      }
    } catch (IOException killed) {
      // a pipe that breaks while it is read: the victim is dead, as intended
      return;
    }
  }

  /** SIGKILL on Unix: no shutdown hook, no finally. */
  private void kill(Process victim) throws InterruptedException, IOException {
    victim.destroyForcibly();
    assertThat(victim.waitFor(30, TimeUnit.SECONDS)).isTrue();
    try (Database fresh = Database.open(StoreOptions.in(directory))) {
      long jobs =
          new SqliteJobQueue(fresh, Clock.systemUTC())
              .counts().values().stream().mapToLong(count -> count).sum();
      assertThat(jobs)
          .as("acknowledged items are on record")
          .isGreaterThanOrEqualTo(accepted.get());
    }
  }

  private void awaitDecided(CaseStore cases, int count, Process victim) throws Exception {
    while (decided(cases) < count) { // the class's time-out ends a wait in vain
      assertThat(victim.isAlive()).as(this::errors).isTrue();
      Thread.sleep(20);
    }
  }

  private void awaitNotices(Process victim) throws Exception {
    while (noticedItems().size() < ITEMS) {
      assertThat(victim.isAlive()).as(this::errors).isTrue();
      Thread.sleep(100);
    }
  }

  private static int decided(CaseStore cases) throws IOException {
    return (int) cases.verdicts().values().stream().mapToLong(count -> count).sum();
  }

  private List<String> noticedItems() throws IOException {
    Path file = directory.resolve("notices.ndjson");
    List<String> items = new ArrayList<>();
    if (!Files.exists(file)) {
      return items;
    }
    String text = Files.readString(file);
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      items.add(Json.parse("line", line).get("item").textValue());
    }
    return items;
  }

  private String errors() {
    try {
      return Files.readString(directory.resolve("errors.txt"));
    } catch (IOException none) {
      return "the victim died and left no word: " + none;
    }
  }
}
