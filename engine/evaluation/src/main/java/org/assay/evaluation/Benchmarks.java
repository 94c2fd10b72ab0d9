package org.assay.evaluation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.assay.app.Config;
import org.assay.app.Engine;
import org.assay.app.StageTotals;
import org.assay.app.command.Surroundings;
import org.assay.datasets.format.JpegWriter;
import org.assay.datasets.picture.PictureGenerator;
import org.assay.datasets.picture.Scene;
import org.assay.decision.Case;
import org.assay.decoding.MediaDecoder;
import org.assay.matching.bank.FlatHashIndex;
import org.assay.matching.bank.SearchWorkload;
import org.assay.matching.hash.PdqHash;
import org.assay.matching.hash.PdqHasher;
import org.assay.media.Context;
import org.assay.media.Image;
import org.assay.media.MediaItem;
import org.assay.pipeline.Detector;
import org.assay.pipeline.StageTimer;

/** All benchmarks, over media of the seeded generators. */
final class Benchmarks {
  private static final long SEED = 1;
  private static final int WIDTH_PIXELS = 1600;
  private static final int HEIGHT_PIXELS = 1004;
  private static final int BANK_SIZE = 1_000_000;

  private final Surroundings surroundings;

  private Benchmarks(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * In the order in which an item passes them.
   *
   * @param files with Content Credentials, to validate; without any, validation is not measured
   */
  static List<Benchmark> all(Surroundings surroundings, Optional<Path> files) {
    Benchmarks benchmarks = new Benchmarks(surroundings);
    return List.of(
        new Benchmark("start", () -> StartBenchmark.run(surroundings)),
        new Benchmark("decode", benchmarks::decode),
        new Benchmark("pdq", benchmarks::pdq),
        new Benchmark("bank", Benchmarks::bank),
        new Benchmark("reposts", RepostBenchmark::run),
        new Benchmark("detectors", benchmarks::detectors),
        new Benchmark("rules", benchmarks::rules),
        new Benchmark("queue", QueueBenchmark::run),
        new Benchmark("credentials", () -> credentials(surroundings, files)));
  }

  private List<Measurement> decode() throws Exception {
    try (Sample sample = new Sample()) {
      MediaDecoder decoder = Engine.decoder(config());
      byte[] bytes = Files.readAllBytes(sample.file());
      double ours = Stopwatch.millis(() -> decoder.decode(sample.item()));
      double jdk = Stopwatch.millis(() -> ImageIO.read(new ByteArrayInputStream(bytes)));
      return List.of(new Measurement("decode-jpeg-1600x1004", ours, "ms", jdk, "of javax.imageio"));
    }
  }

  private List<Measurement> pdq() throws Exception {
    try (Sample sample = new Sample()) {
      MediaDecoder decoder = Engine.decoder(config());
      Image image = (Image) decoder.decode(sample.item());
      double decode = Stopwatch.millis(() -> decoder.decode(sample.item()));
      List<Measurement> measured = new ArrayList<>();
      for (PdqHasher.Variant variant : PdqHasher.Variant.values()) {
        PdqHasher hasher = new PdqHasher(variant);
        measured.add(
            new Measurement(
                "pdq-" + hasher.type().variant() + "-1600x1004",
                Stopwatch.millis(() -> hasher.hash(image.raster())),
                "ms",
                decode,
                "of decoding it"));
      }
      return measured;
    }
  }

  private static List<Measurement> bank() throws Exception {
    FlatHashIndex index = new FlatHashIndex();
    List<PdqHash> queries = new SearchWorkload(index, BANK_SIZE, 64, SEED).queries();
    List<PdqHash> plain = new ArrayList<>();
    Random random = new Random(SEED);
    for (int i = 0; i < BANK_SIZE; i++) {
      plain.add(
          new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()));
    }
    double ours = Stopwatch.millis(() -> index.within(queries.get(0), 31));
    double scan =
        Stopwatch.millis(
            () -> plain.stream().filter(h -> h.distanceTo(queries.get(0)) <= 31).count());
    return List.of(
        new Measurement(
            "bank-search-1m", 1000 / ours, "queries/s", 1000 / scan, "of a plain scan"));
  }

  private List<Measurement> detectors() throws Exception {
    try (Sample sample = new Sample();
        Engine engine = Engine.open(config(), List.of(), StageTimer.NONE)) {
      MediaDecoder decoder = Engine.decoder(config());
      Image image = (Image) decoder.decode(sample.item());
      double decode = Stopwatch.millis(() -> decoder.decode(sample.item()));
      List<Measurement> measured = new ArrayList<>();
      for (Detector detector : engine.detectors()) {
        measured.add(
            new Measurement(
                "detector-" + detector.id(),
                Stopwatch.millis(() -> detector.examine(image)),
                "ms",
                decode,
                "of decoding the picture"));
      }
      return measured;
    }
  }

  private List<Measurement> rules() throws Exception {
    StageTotals totals = new StageTotals();
    try (Sample sample = new Sample();
        Engine engine = Engine.open(config(), List.of(), totals)) {
      Case examined = engine.examine(sample.item());
      double decide = Stopwatch.millis(() -> engine.decide(examined));
      double examine = Stopwatch.millis(() -> engine.examine(sample.item()));
      return List.of(
          new Measurement(
              "rules-decisions", 1000 / decide, "decisions/s", 1000 / examine, "of examining"));
    }
  }

  private static List<Measurement> credentials(Surroundings surroundings, Optional<Path> files)
      throws Exception {
    if (files.isEmpty()) {
      surroundings.err().println("credentials: not measured, no --files FOLDER was given");
      return List.of();
    }
    return new CredentialsBenchmark(surroundings.home(), files.get()).run();
  }

  private Config config() throws Exception {
    return Config.read(surroundings.home(), Optional.empty(), surroundings.environment());
  }

  /** A JPEG picture of the usual size, on disk while it is used. */
  private static final class Sample implements AutoCloseable {
    private final Path file;

    Sample() throws Exception {
      file = Files.createTempFile("assay-bench", ".jpg");
      Files.write(
          file,
          JpegWriter.encode(
              new PictureGenerator(WIDTH_PIXELS, HEIGHT_PIXELS).picture(SEED, Scene.TOWN), 90));
    }

    Path file() {
      return file;
    }

    MediaItem item() {
      return new MediaItem("bench", "bench", file, Context.NONE);
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(file);
    }
  }
}
