package org.assay.matching.repost;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.matching.hash.PdqHash;
import org.assay.matching.local.DescriptorCode;
import org.assay.matching.local.LocalFeatures;
import org.assay.media.Raster;

/**
 * An index of many pictures for benchmarks, made of a few: each takes its features at random from
 * all of theirs and changes every eighth bit, so that words are shared as unevenly as real ones.
 * Only what finds candidates is filled; checking them costs the same in any index.
 */
public final class LookupWorkload {
  private final Sketcher sketcher = new Sketcher();
  private final Lookup lookup = new Lookup();
  private final List<QueryPicture> queries = new ArrayList<>();

  /** Fills an index with {@code pictures} made of {@code models}, which are also the queries. */
  public LookupWorkload(List<Raster> models, int pictures, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<PictureSketch> sketches = models.stream().map(sketcher::sketch).toList();
    for (int i = 0; i < pictures; i++) {
      lookup.add(mixed(sketches, random));
    }
    models.forEach(model -> queries.add(sketcher.query(model)));
  }

  /** Looks one query up, without what is done to its picture before; gives the candidates. */
  public int lookUp(int query) {
    return lookup.search(queries.get(query % queries.size()), slot -> true).size();
  }

  private static PictureSketch mixed(List<PictureSketch> models, SplittableRandom random) {
    PictureSketch first = models.get(random.nextInt(models.size()));
    LocalFeatures from = first.features();
    long[] codes = new long[from.codes().length];
    for (int i = 0; i < from.count(); i++) {
      LocalFeatures model = models.get(random.nextInt(models.size())).features();
      int feature = random.nextInt(Math.max(1, model.count()));
      for (int word = 0; word < DescriptorCode.WORDS && model.count() > 0; word++) {
        long eighth = random.nextLong();
        eighth &= random.nextLong();
        eighth &= random.nextLong();
        codes[i * DescriptorCode.WORDS + word] =
            model.codes()[feature * DescriptorCode.WORDS + word] ^ eighth;
      }
    }
    return new PictureSketch(
        first.widthPixels(),
        first.heightPixels(),
        new LocalFeatures(from.x(), from.y(), from.size(), from.angle(), codes),
        List.of(changed(first.hashes().get(0), random)),
        new byte[0]);
  }

  /** Else all whole-picture hashes would match, which no collection does. */
  private static FramedHash changed(FramedHash framed, SplittableRandom random) {
    PdqHash hash =
        new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    return new FramedHash(framed.part(), framed.box(), hash, framed.quality());
  }
}
