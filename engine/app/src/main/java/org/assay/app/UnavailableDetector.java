package org.assay.app;

import java.util.List;
import org.assay.media.Media;
import org.assay.pipeline.DetectionException;
import org.assay.pipeline.Detector;
import org.assay.signal.Signal;

/** Stands in for a detector that could not be put together; abstains and says why. */
public record UnavailableDetector(String id, String reason) implements Detector {

  @Override
  public boolean accepts(Media media) {
    return true;
  }

  @Override
  public List<Signal> examine(Media media) throws DetectionException {
    throw new DetectionException("not available: " + reason);
  }
}
