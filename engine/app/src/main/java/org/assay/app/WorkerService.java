package org.assay.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.assay.app.delivery.DecisionHook;
import org.assay.app.delivery.Deliverer;
import org.assay.app.delivery.DeliveryOptions;
import org.assay.app.delivery.DurablePosition;
import org.assay.app.delivery.MemoryPosition;
import org.assay.app.delivery.NdjsonFile;
import org.assay.app.delivery.Signature;
import org.assay.app.delivery.Subscriber;
import org.assay.app.delivery.Webhook;
import org.assay.app.json.Json;
import org.assay.app.queue.Backoff;
import org.assay.app.queue.JobQueue;
import org.assay.app.queue.JobState;
import org.assay.app.queue.SqliteJobQueue;
import org.assay.app.store.CaseStore;
import org.assay.app.store.Database;
import org.assay.app.store.Outbox;
import org.assay.app.store.SeenEntry;
import org.assay.app.store.StoreOptions;
import org.assay.app.store.Subscriptions;
import org.assay.app.web.StatusServer;
import org.assay.app.worker.Worker;
import org.assay.app.worker.WorkerOptions;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.matching.bank.HashBank;
import org.assay.rulebase.RuleBaseException;
import org.assay.signal.Fingerprint;

/**
 * The engine as a service over one data directory: takes jobs, decides, keeps the bank of seen
 * items up to date, delivers decisions, and tells how it is.
 */
public final class WorkerService implements AutoCloseable {
  /** Version of what makes a case; an item is decided once for each. */
  public static final String PIPELINE = "1";

  private static final Duration WEBHOOK_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration DELIVERY_LEASE = Duration.ofMinutes(1);

  private final Parts parts;
  private final Database database;
  private final JobQueue queue;
  private final CaseStore cases;
  private final Engine engine;
  private final Deliverer seenKeeper;
  private final Deliverer delivery;
  private final Worker worker;
  private final Optional<StatusServer> status;

  private WorkerService(Config config, Parts parts) throws Exception {
    this.parts = parts;
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    String owner = "worker-" + ProcessHandle.current().pid() + "-" + hex(random);
    database = parts.keep(Database.open(StoreOptions.in(config.dataDirectory())));
    queue = new SqliteJobQueue(database, clock);
    cases = new CaseStore(database);
    Outbox outbox = new Outbox(database);

    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    parts.keep(registry::close);
    WorkerMetrics metrics = new WorkerMetrics(registry, this::committed);
    long position = outbox.last(); // before the bank is filled: what comes between is added twice
    HashBank seen = Banks.seen(cases);
    engine = parts.keep(Engine.open(config, Banks.with(seen, config), metrics));
    seenKeeper =
        parts.keep(
            new Deliverer(
                outbox,
                new MemoryPosition(position),
                new DecisionHook(
                    "seen-bank", (examined, decision) -> remember(seen, examined, decision)),
                DeliveryOptions.USUAL,
                metrics,
                random));
    Subscriber receiver = receiver(config, clock);
    delivery =
        parts.keep(
            new Deliverer(
                outbox,
                new DurablePosition(
                    new Subscriptions(database, clock), receiver.id(), owner, DELIVERY_LEASE),
                receiver,
                DeliveryOptions.USUAL,
                metrics,
                random));
    worker =
        parts.keep(
            new Worker(
                queue, engine::examine, engine::rules, options(config, owner), metrics, random));
    status =
        config.metricsPort() == 0
            ? Optional.empty()
            : Optional.of(
                parts.keep(StatusServer.start(config.metricsPort(), registry, this::health)));
  }

  /**
   * Puts everything together; {@link #start} sets it to work.
   *
   * @throws ConfigException if the configuration names an unknown part
   * @throws RuleBaseException if a rule is wrong
   * @throws IOException if the data directory cannot be used
   */
  public static WorkerService open(Config config) throws Exception {
    Files.createDirectories(config.dataDirectory());
    Parts parts = new Parts();
    try {
      return new WorkerService(config, parts);
    } catch (Exception failure) {
      try (parts) {
        throw failure;
      }
    }
  }

  private static Subscriber receiver(Config config, Clock clock) {
    if (config.webhook().isEmpty()) {
      return new NdjsonFile("outbox-file", config.outboxFile());
    }
    Signature signature = new Signature(config.webhookSecret().getBytes(StandardCharsets.UTF_8));
    return new Webhook("webhook", config.webhook().get(), signature, WEBHOOK_TIMEOUT, clock);
  }

  private static WorkerOptions options(Config config, String owner) {
    WorkerOptions usual = WorkerOptions.usual(owner, PIPELINE, config.workers());
    // One thread takes one item at a time, so that each sees the copies decided before it.
    int batch = config.workers() == 1 ? 1 : usual.batch();
    return new WorkerOptions(
        owner,
        PIPELINE,
        config.workers(),
        batch,
        config.lease(),
        usual.poll(),
        usual.grace(),
        config.maxAttempts(),
        Backoff.USUAL);
  }

  private static void remember(HashBank seen, Case examined, Decision decision) {
    examined.signals().stream()
        .filter(Fingerprint.class::isInstance)
        .map(Fingerprint.class::cast)
        .map(print -> new SeenEntry(examined.item().id(), print, decision.verdict()))
        .forEach(entry -> Banks.add(seen, entry));
  }

  /** On the worker's dispatcher thread: the next items must find what was just decided. */
  private void committed() {
    try {
      seenKeeper.deliverNow();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    delivery.nudge();
  }

  private StatusServer.Health health() {
    ObjectNode details = Json.object();
    details.put("ruleBase", engine.rules().version());
    try {
      Map<JobState, Long> counts = queue.counts();
      counts.forEach((state, count) -> details.put(Json.kebab(state), count));
      boolean working = worker.isWorking();
      details.put("status", working ? "ok" : "the worker takes no jobs");
      return new StatusServer.Health(working, details);
    } catch (IOException unreachable) {
      details.put("status", unreachable.getMessage());
      return new StatusServer.Health(false, details);
    }
  }

  private static String hex(SecureRandom random) {
    byte[] bytes = new byte[4];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Begins to take jobs and to deliver; call it once. */
  public void start() {
    seenKeeper.start();
    delivery.start();
    worker.start();
  }

  /** The queue it takes jobs from. */
  public JobQueue queue() {
    return queue;
  }

  /** What it decided. */
  public CaseStore cases() {
    return cases;
  }

  /** The engine at work. */
  public Engine engine() {
    return engine;
  }

  /** Port of health and metrics, if they are served. */
  public Optional<Integer> statusPort() {
    return status.map(StatusServer::port);
  }

  /** Stops in the reverse order of the start: items in progress may end, nothing is lost. */
  @Override
  public void close() throws IOException {
    parts.close();
  }
}
