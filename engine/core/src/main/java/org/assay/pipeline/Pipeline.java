package org.assay.pipeline;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.assay.decision.Case;
import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.media.MediaItem;
import org.assay.signal.Abstention;
import org.assay.signal.Kebab;
import org.assay.signal.Signal;

/**
 * Examines one item: decodes it, then lets every detector that accepts it look at it, in parallel
 * and within one budget. Safe for concurrent use.
 */
public final class Pipeline {
  /** The name under which damage of the file itself is recorded. */
  public static final String DECODING = "decoding";

  private final Decoder decoder;
  private final List<Detector> detectors;
  private final ExecutorService workers;
  private final Duration budget;
  private final StageTimer timer;

  /**
   * Puts a pipeline together.
   *
   * @param workers runs the detectors; owned and closed by the caller
   * @param budget time for all detectors of one item, decoding not counted
   * @throws IllegalArgumentException if the budget is not positive or two detectors share an id
   */
  public Pipeline(
      Decoder decoder,
      List<Detector> detectors,
      ExecutorService workers,
      Duration budget,
      StageTimer timer) {
    this.decoder = Objects.requireNonNull(decoder, "decoder");
    this.detectors = List.copyOf(detectors);
    this.workers = Objects.requireNonNull(workers, "workers");
    if (budget.isNegative() || budget.isZero()) {
      throw new IllegalArgumentException("budget must be positive: " + budget);
    }
    this.budget = budget;
    this.timer = Objects.requireNonNull(timer, "timer");
    Set<String> ids = new HashSet<>();
    for (Detector detector : this.detectors) {
      if (!ids.add(Kebab.require("detector", detector.id()))) {
        throw new IllegalArgumentException("two detectors share the id " + detector.id());
      }
    }
  }

  /** The detectors, in the order of their signals in a case. */
  public List<Detector> detectors() {
    return detectors;
  }

  /**
   * Examines one item; signals come in detector order whatever the scheduling.
   *
   * @throws MediaException if the item cannot be decoded
   */
  public Case examine(MediaItem item) throws MediaException, InterruptedException {
    long started = System.nanoTime();
    Media media = decoder.decode(item);
    timer.record(DECODING, Duration.ofNanos(System.nanoTime() - started));

    List<Detector> chosen = detectors.stream().filter(d -> d.accepts(media)).toList();
    List<Callable<List<Signal>>> tasks = new ArrayList<>();
    chosen.forEach(detector -> tasks.add(() -> timed(detector, media)));
    List<Future<List<Signal>>> answers = workers.invokeAll(tasks, budget.toMillis(), MILLISECONDS);

    List<Signal> signals = new ArrayList<>();
    media.damage().forEach(damage -> signals.add(new Abstention(DECODING, damage)));
    for (int i = 0; i < chosen.size(); i++) {
      signals.addAll(answerOf(chosen.get(i), answers.get(i)));
    }
    return new Case(item, media.type(), signals);
  }

  private List<Signal> timed(Detector detector, Media media)
      throws DetectionException, InterruptedException {
    long started = System.nanoTime();
    try {
      return detector.examine(media);
    } finally {
      timer.record(detector.id(), Duration.ofNanos(System.nanoTime() - started));
    }
  }

  private List<Signal> answerOf(Detector detector, Future<List<Signal>> answer)
      throws InterruptedException {
    if (answer.isCancelled()) {
      return abstention(detector, "ran over the budget of " + budget.toMillis() + " ms");
    }
    try {
      return answer.get();
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      if (cause instanceof DetectionException) {
        return abstention(detector, cause.getMessage());
      }
      return abstention(detector, "failed: " + cause);
    }
  }

  private static List<Signal> abstention(Detector detector, String reason) {
    return List.of(new Abstention(detector.id(), reason));
  }
}
