package org.assay.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.decision.RuleBase;
import org.assay.decoding.Limits;
import org.assay.decoding.MediaDecoder;
import org.assay.matching.bank.HashBank;
import org.assay.media.MediaException;
import org.assay.media.MediaItem;
import org.assay.pipeline.Detector;
import org.assay.pipeline.Pipeline;
import org.assay.pipeline.StageTimer;
import org.assay.rulebase.DroolsRuleBase;
import org.assay.rulebase.RuleBaseException;
import org.assay.rulebase.RuleBaseLoader;

/**
 * The engine, put together: decoder, detectors, rules. The only place that constructs the parts.
 * Safe for concurrent use.
 */
public final class Engine implements AutoCloseable {
  private final Parts parts;
  private final List<Detector> detectors;
  private final Pipeline pipeline;
  private final DroolsRuleBase rules;

  private Engine(Parts parts, List<Detector> detectors, Pipeline pipeline, DroolsRuleBase rules) {
    this.parts = parts;
    this.detectors = detectors;
    this.pipeline = pipeline;
    this.rules = rules;
  }

  /**
   * Puts an engine together.
   *
   * @param banks what fingerprints are looked up in
   * @param timer is told how long each stage takes
   * @throws ConfigException if a detector is unknown
   * @throws RuleBaseException if a rule is wrong
   * @throws IOException if rules cannot be read
   */
  public static Engine open(Config config, List<HashBank> banks, StageTimer timer)
      throws ConfigException, IOException, RuleBaseException {
    Set<String> ids = ids(config);
    // Loading the models takes about as long as compiling the rules.
    CompletableFuture<List<Detector>> loading =
        CompletableFuture.supplyAsync(
            () -> ids.stream().map(id -> Detectors.make(id, config, banks)).toList());
    Parts parts = new Parts();
    DroolsRuleBase rules;
    try {
      rules = RuleBaseLoader.load(config.rulesDirectory(), cacheFolder(config));
    } catch (IOException | RuleBaseException refused) {
      keep(parts, loading.join());
      parts.close();
      throw refused;
    }
    parts.keep(rules);
    List<Detector> detectors = loading.join();
    keep(parts, detectors);
    // Decoding and waiting happens on the callers' threads, one an item; these run the detectors.
    ExecutorService threads = Executors.newFixedThreadPool(config.workers());
    parts.keep(
        () -> {
          threads.shutdownNow();
          threads.awaitTermination(10, TimeUnit.SECONDS);
        });
    Pipeline pipeline = new Pipeline(decoder(config), detectors, threads, config.budget(), timer);
    return new Engine(parts, detectors, pipeline, rules);
  }

  /** A decoder within the configured limits. */
  public static MediaDecoder decoder(Config config) {
    Limits usual = Limits.DEFAULT;
    Limits limits =
        new Limits(
            usual.maxStillBytes(),
            config.maxPixels(),
            usual.maxSidePixels(),
            Math.min(usual.maxVideoPixels(), config.maxPixels()),
            usual.maxFrameSidePixels(),
            config.maxFrames(),
            usual.maxDuration(),
            usual.maxSound(),
            usual.maxOutputBytes(),
            config.decodeTime(),
            usual.childMemoryBytes());
    return new MediaDecoder(limits, cacheFolder(config));
  }

  private static Path cacheFolder(Config config) {
    return config.cacheDirectory().orElseGet(MediaDecoder::defaultCacheFolder);
  }

  private static Set<String> ids(Config config) throws ConfigException {
    Set<String> ids = new TreeSet<>(config.detectors());
    if (ids.isEmpty()) {
      ids.addAll(Detectors.ids());
    }
    for (String id : ids) {
      if (!Detectors.ids().contains(id)) {
        throw new ConfigException(
            "%s: no detector '%s'; there are %s"
                .formatted(ConfigKey.DETECTORS.key(), id, String.join(", ", Detectors.ids())));
      }
    }
    return ids;
  }

  private static void keep(Parts parts, List<Detector> detectors) {
    for (Detector detector : detectors) {
      if (detector instanceof AutoCloseable closeable) {
        parts.keep(closeable);
      }
    }
  }

  /** Decodes the item and lets every detector look at it. */
  public Case examine(MediaItem item) throws MediaException, InterruptedException {
    return pipeline.examine(item);
  }

  /** Applies the rules. */
  public Decision decide(Case examined) {
    return rules.decide(examined);
  }

  /** The rules in use. */
  public RuleBase rules() {
    return rules;
  }

  /** The detectors in use, sorted by id. */
  public List<Detector> detectors() {
    return detectors;
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
