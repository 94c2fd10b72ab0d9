package org.assay.pipeline;

import java.util.List;
import org.assay.media.Media;
import org.assay.signal.Signal;

/** Safe for concurrent use; never modifies the media; stops soon after an interrupt. */
public interface Detector {

  /** Kebab case, unique, the name on every signal it reports. */
  String id();

  /** Whether it can say anything about media of this kind; cheap. */
  boolean accepts(Media media);

  /**
   * Looks at the media.
   *
   * @return what it found, in an order that depends on the media alone
   * @throws DetectionException if no answer can be given; the pipeline records an {@link
   *     org.assay.signal.Abstention}
   */
  List<Signal> examine(Media media) throws DetectionException, InterruptedException;
}
