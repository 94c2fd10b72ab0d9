package org.assay.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.detection.AiGeneratedDetector;
import org.assay.detection.ModelFolder;
import org.assay.media.Context;
import org.assay.media.Image;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.pipeline.DetectionException;
import org.assay.signal.DetectorScore;
import org.assay.signal.Signal;

/** Scores pictures with a written model version exactly as the engine would. */
final class Serving {
  private Serving() {}

  /** In order; an abstention counts as one half. */
  static List<Scored> score(Path folder, List<Listing.Item> items)
      throws IOException, InterruptedException {
    ProgressBar bar = new ProgressBar("testing", items.size());
    List<Scored> scored = new ArrayList<>();
    try (AiGeneratedDetector detector = AiGeneratedDetector.load(ModelFolder.read(folder))) {
      for (Listing.Item item : items) {
        scored.add(score(detector, item));
        bar.step();
      }
    }
    return scored;
  }

  private static Scored score(AiGeneratedDetector detector, Listing.Item item)
      throws IOException, InterruptedException {
    String name = item.file().getFileName().toString();
    Image image =
        new Image(
            new MediaItem(name, "listing", item.file(), Context.NONE),
            MediaType.PNG,
            PictureFile.read(item.file()),
            Optional.empty(),
            false,
            1,
            List.of());
    try {
      for (Signal signal : detector.examine(image)) {
        if (signal instanceof DetectorScore score) {
          return new Scored(item, score.probability(), false);
        }
      }
      throw new IllegalStateException("the detector gave no score for " + item.file());
    } catch (DetectionException abstention) {
      return Scored.abstained(item);
    }
  }
}
