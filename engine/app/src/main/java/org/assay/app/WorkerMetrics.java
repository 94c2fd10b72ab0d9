package org.assay.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.assay.app.delivery.DeliveryListener;
import org.assay.app.json.Json;
import org.assay.app.queue.Job;
import org.assay.app.worker.WorkerListener;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.pipeline.StageTimer;

/** Counts and times what worker, pipeline and deliveries do, for the operator's monitoring. */
final class WorkerMetrics implements WorkerListener, StageTimer, DeliveryListener {
  private final MeterRegistry registry;
  private final Runnable committed;

  /** {@code committed} runs after each transaction that recorded decisions. */
  WorkerMetrics(MeterRegistry registry, Runnable committed) {
    this.registry = registry;
    this.committed = committed;
  }

  @Override
  public void claimed(int jobs) {
    registry.counter("assay.jobs.claimed").increment(jobs);
  }

  @Override
  public void decided(Job job, Case examined, Decision decision, Duration busy) {
    registry.counter("assay.items.decided", "verdict", Json.kebab(decision.verdict())).increment();
    Timer.builder("assay.item.time")
        .description("from claim to decision, waiting not counted")
        .publishPercentiles(0.5, 0.95, 0.99)
        .register(registry)
        .record(busy);
  }

  @Override
  public void committed() {
    committed.run();
  }

  @Override
  public void retried(Job job, String cause) {
    registry.counter("assay.jobs.retried").increment();
  }

  @Override
  public void parked(Job job, String cause) {
    registry.counter("assay.jobs.parked").increment();
  }

  @Override
  public void lost(Job job) {
    registry.counter("assay.jobs.lost").increment();
  }

  @Override
  public void troubled(Exception failure) {
    registry.counter("assay.store.troubles").increment();
  }

  @Override
  public void record(String stage, Duration elapsed) {
    Timer.builder("assay.stage.time").tag("stage", stage).register(registry).record(elapsed);
  }

  @Override
  public void delivered(String subscriber, int notices) {
    deliveries(subscriber, "delivered").increment(notices);
  }

  @Override
  public void failed(String subscriber, Exception cause) {
    deliveries(subscriber, "failed").increment();
  }

  @Override
  public void parked(String subscriber, String key, String cause) {
    deliveries(subscriber, "parked").increment();
  }

  private Counter deliveries(String subscriber, String outcome) {
    return registry.counter("assay.deliveries", "subscriber", subscriber, "outcome", outcome);
  }
}
