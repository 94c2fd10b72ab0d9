package org.assay.detection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.detection.statistics.PictureStatistics;
import org.assay.detection.statistics.TileValues;
import org.assay.media.Image;
import org.assay.media.Media;
import org.assay.media.Raster;
import org.assay.media.Video;
import org.assay.pipeline.DetectionException;
import org.assay.pipeline.Detector;
import org.assay.signal.DetectorScore;
import org.assay.signal.Evidence;
import org.assay.signal.Region;
import org.assay.signal.Signal;

/**
 * Tells how likely a still picture was made by an image generator, from the statistics of its
 * pixels: a small network scores each tile, the mean of the scores is calibrated.
 *
 * <p>Abstains on pictures that are too small or flat, and on videos, on which it was never
 * measured.
 */
public final class AiGeneratedDetector implements Detector, AutoCloseable {
  /** The detector's name on signals. */
  public static final String ID = "ai-generated";

  private final String model;
  private final Calibration calibration;
  private final PictureStatistics statistics;
  private final OnnxModel network;

  private AiGeneratedDetector(
      String model, Calibration calibration, PictureStatistics statistics, OnnxModel network) {
    this.model = model;
    this.calibration = calibration;
    this.statistics = statistics;
    this.network = network;
  }

  /**
   * Loads a model version that {@code assay train ai-generated} wrote.
   *
   * @throws IOException if it is for another detector or other statistics, or is damaged
   */
  public static AiGeneratedDetector load(ModelFolder folder) throws IOException {
    JsonNode description = folder.description();
    requireText(folder, description.path("detector"), "detector", ID);
    requireText(folder, description.path("statistics"), "statistics", PictureStatistics.VERSION);
    JsonNode curve = description.path("calibration");
    if (!curve.path("slope").isNumber() || !curve.path("intercept").isNumber()) {
      throw new IOException(folder.id() + ": model.json has no calibration slope and intercept");
    }
    Calibration calibration;
    try {
      calibration =
          new Calibration(curve.path("slope").asDouble(), curve.path("intercept").asDouble());
    } catch (IllegalArgumentException invalid) {
      throw new IOException(folder.id() + ": model.json: " + invalid.getMessage(), invalid);
    }
    PictureStatistics statistics = new PictureStatistics();
    OnnxModel network = OnnxModel.load(folder.file("network"), 1, -1, statistics.size());
    return new AiGeneratedDetector(folder.id(), calibration, statistics, network);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean accepts(Media media) {
    return media instanceof Image || media instanceof Video;
  }

  @Override
  public List<Signal> examine(Media media) throws DetectionException, InterruptedException {
    if (!(media instanceof Image image)) {
      throw new DetectionException("only measured on still pictures, not on video frames");
    }
    Raster raster = image.raster();
    if (raster.shortSidePixels() < PictureStatistics.LEAST_SIDE_PIXELS) {
      throw new DetectionException(
          "picture too small: %d of %d pixels on its short side"
              .formatted(raster.shortSidePixels(), PictureStatistics.LEAST_SIDE_PIXELS));
    }
    List<TileValues> tiles = statistics.measure(raster);
    if (tiles.isEmpty()) {
      throw new DetectionException("picture too flat: no tile with structure to measure");
    }
    return List.of(score(tiles));
  }

  private DetectorScore score(List<TileValues> tiles) throws DetectionException {
    FloatBuffer rows = FloatBuffer.allocate(tiles.size() * statistics.size());
    tiles.forEach(tile -> rows.put(tile.values()));
    float[] scores = network.run(rows.flip(), tiles.size(), statistics.size());
    List<Evidence> evidence = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < tiles.size(); i++) {
      sum += scores[i];
      evidence.add(region(tiles.get(i), calibration.probability(scores[i])));
    }
    double probability = calibration.probability(sum / tiles.size());
    return new DetectorScore(ID, model, probability, evidence);
  }

  private static Region region(TileValues tile, double probability) {
    int side = TileValues.SIDE_PIXELS;
    return new Region(
        tile.left(), tile.top(), side, side, List.of(), probability, Optional.empty(), "tile");
  }

  private static void requireText(ModelFolder folder, JsonNode found, String key, String expected)
      throws IOException {
    if (!found.asText().equals(expected)) {
      throw new IOException(
          "%s: model.json has %s '%s', expected '%s'"
              .formatted(folder.id(), key, found.asText(), expected));
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
