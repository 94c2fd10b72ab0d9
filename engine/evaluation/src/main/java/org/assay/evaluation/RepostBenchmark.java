package org.assay.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.assay.datasets.picture.PictureGenerator;
import org.assay.matching.repost.LookupWorkload;
import org.assay.matching.repost.RepostIndex;
import org.assay.media.Raster;

/** How fast a picture is looked up among many, and what a search costs besides. */
final class RepostBenchmark {
  private static final int MODELS = 40;
  private static final int PICTURES = 100_000;
  private static final int SIDE_PIXELS = 512;

  private RepostBenchmark() {}

  static List<Measurement> run() throws Exception {
    List<Raster> models = new ArrayList<>();
    PictureGenerator generator = new PictureGenerator(SIDE_PIXELS, SIDE_PIXELS);
    for (int seed = 0; seed < MODELS; seed++) {
      models.add(generator.picture(seed));
    }
    double search;
    try (RepostIndex index = RepostIndex.inMemory()) {
      for (int i = 0; i < MODELS; i++) {
        index.add("picture-" + i, models.get(i));
      }
      search = Stopwatch.millis(() -> index.search(models.get(0)));
    }
    LookupWorkload workload = new LookupWorkload(models, PICTURES, 1);
    double lookup = Stopwatch.millis(() -> workload.lookUp(0));
    return List.of(
        new Measurement(
            "reposts-lookup-100k", lookup, "ms", search, "of a whole search among 40 pictures"));
  }
}
