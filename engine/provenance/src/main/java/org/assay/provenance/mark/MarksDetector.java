package org.assay.provenance.mark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.media.Image;
import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.pipeline.DetectionException;
import org.assay.pipeline.Detector;
import org.assay.provenance.bytes.HostileText;
import org.assay.signal.Abstention;
import org.assay.signal.Signal;

/**
 * Reports AI marks other than C2PA, in metadata and in samples. What it could not read is on record
 * as an abstention beside the marks that it could.
 */
public final class MarksDetector implements Detector {
  private static final int MAX_REASON = 500;

  @Override
  public String id() {
    return Marking.DETECTOR;
  }

  @Override
  public boolean accepts(Media media) {
    return true;
  }

  @Override
  public List<Signal> examine(Media media) throws DetectionException, InterruptedException {
    List<Signal> signals = new ArrayList<>();
    try {
      MarkReading reading = Marks.read(media.item().file());
      signals.addAll(reading.marks());
      if (!reading.damage().isEmpty()) {
        signals.add(abstention(String.join("; ", reading.damage())));
      }
    } catch (MediaException unknownFormat) {
      signals.add(abstention(unknownFormat.getMessage()));
    } catch (IOException fault) {
      throw new DetectionException("marks not read: " + fault.getMessage(), fault);
    }
    if (media instanceof Image image) {
      signals.addAll(PixelMarks.find(image));
    }
    return signals;
  }

  private static Abstention abstention(String reason) {
    String shown = HostileText.clean(reason, MAX_REASON);
    return new Abstention(Marking.DETECTOR, "not all metadata could be read: " + shown);
  }
}
