package org.assay.detection.face;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.media.Frame;
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
import org.opencv.core.CvException;

/**
 * Claims that a picture or a video shows a human face; a region a face is the evidence, its points
 * in the order of {@link Landmark}.
 */
public final class FaceDetector implements Detector {
  /** Frames of a video that are looked at, spread evenly over it. */
  static final int MAX_FRAMES = 32;

  private final Faces faces;

  /** Uses {@code faces}, which other detectors may share. */
  public FaceDetector(Faces faces) {
    this.faces = faces;
  }

  @Override
  public String id() {
    return "face";
  }

  @Override
  public boolean accepts(Media media) {
    return media instanceof Image || media instanceof Video;
  }

  /** One score: that of the surest face, 0 when there is none. */
  @Override
  public List<Signal> examine(Media media) throws DetectionException, InterruptedException {
    List<Evidence> regions = new ArrayList<>();
    if (media instanceof Image image) {
      regions.addAll(regions(image.raster(), Effort.THOROUGH, Optional.empty()));
    } else if (media instanceof Video video) {
      for (Frame frame : spread(video.frames())) {
        regions.addAll(regions(frame.raster(), Effort.QUICK, Optional.of(frame.time())));
      }
    } else {
      throw new DetectionException("faces are looked for in pictures and videos alone");
    }
    double surest =
        regions.stream().mapToDouble(region -> ((Region) region).score()).max().orElse(0);
    return List.of(new DetectorScore(id(), faces.model(), surest, regions));
  }

  static List<Frame> spread(List<Frame> frames) {
    int count = Math.min(frames.size(), MAX_FRAMES);
    List<Frame> chosen = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      chosen.add(frames.get((int) ((long) i * frames.size() / count)));
    }
    return chosen;
  }

  private List<Region> regions(Raster raster, Effort effort, Optional<Duration> time)
      throws DetectionException, InterruptedException {
    try {
      return faces.find(raster, effort).stream().map(face -> face.region(time)).toList();
    } catch (CvException failure) {
      throw new DetectionException(
          "OpenCV failed on a picture of " + raster + ": " + failure.getMessage(), failure);
    }
  }
}
