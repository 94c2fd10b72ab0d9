package org.assay.matching.repost;

import java.util.ArrayList;
import java.util.List;
import org.assay.matching.canonical.Box;
import org.assay.matching.canonical.Canonicalizer;
import org.assay.matching.hash.DihedralHashes;
import org.assay.matching.hash.PdqHasher;
import org.assay.matching.local.FeatureExtractor;
import org.assay.matching.local.GreyPlane;
import org.assay.matching.local.OverlapCheck;
import org.assay.media.Raster;

/** Boils pictures down to what the index keeps and asks for. Safe for concurrent use. */
final class Sketcher {
  private static final int ORIGINAL_SIDE = 400;
  private static final int ORIGINAL_FEATURES = 400;
  private static final int QUERY_SIDE = 480;
  private static final int QUERY_FEATURES = 500;
  private static final int THUMBNAIL_QUALITY = 85;

  /** Crops about the middle that an original is also hashed as, in percent of each side. */
  private static final int[] TILES = {95, 90, 85, 80, 75, 70, 65, 60, 55, 50};

  /** A smaller part shows too little to tell pictures apart. */
  private static final int SMALLEST_SIDE_PIXELS = 64;

  private static final PdqHasher HASHER = new PdqHasher(PdqHasher.Variant.FULL);

  private final FeatureExtractor originals = new FeatureExtractor(ORIGINAL_FEATURES);
  private final FeatureExtractor queries = new FeatureExtractor(QUERY_FEATURES);

  /** What to keep of an original. */
  PictureSketch sketch(Raster raster) {
    GreyPlane grey = GreyPlane.of(raster, ORIGINAL_SIDE);
    List<FramedHash> hashes = new ArrayList<>();
    hashes.add(framed(FramedHash.Part.WHOLE, raster, Canonicalizer.whole(raster)));
    for (Box layer : Canonicalizer.layers(raster)) {
      hashes.add(framed(FramedHash.Part.CANONICAL, raster, layer));
    }
    for (int percent : TILES) {
      Box tile = middle(raster, percent);
      if (Math.min(tile.width(), tile.height()) >= SMALLEST_SIDE_PIXELS) {
        hashes.add(framed(FramedHash.Part.TILE, raster, tile));
      }
    }
    return new PictureSketch(
        raster.widthPixels(),
        raster.heightPixels(),
        originals.extract(grey).features(),
        hashes,
        grey.within(OverlapCheck.ORIGINAL_SIDE).jpeg(THUMBNAIL_QUALITY));
  }

  /** What to ask the index for. */
  QueryPicture query(Raster raster) {
    GreyPlane grey = GreyPlane.of(raster, OverlapCheck.QUERY_SIDE);
    List<QueryPicture.Frame> frames = new ArrayList<>();
    frames.add(frame(FramedHash.Part.WHOLE, raster, Canonicalizer.whole(raster)));
    for (Box layer : Canonicalizer.layers(raster)) {
      frames.add(frame(FramedHash.Part.CANONICAL, raster, layer));
    }
    return new QueryPicture(
        raster.widthPixels(),
        raster.heightPixels(),
        queries.extract(grey.within(QUERY_SIDE)),
        frames,
        new OverlapCheck(grey));
  }

  private static FramedHash framed(FramedHash.Part part, Raster raster, Box box) {
    DihedralHashes hashes = HASHER.hash(cut(raster, box));
    return new FramedHash(part, box, hashes.original(), hashes.quality());
  }

  private static QueryPicture.Frame frame(FramedHash.Part part, Raster raster, Box box) {
    return new QueryPicture.Frame(part, box, HASHER.hash(cut(raster, box)));
  }

  private static Box middle(Raster raster, int percent) {
    int width = Math.max(1, raster.widthPixels() * percent / 100);
    int height = Math.max(1, raster.heightPixels() * percent / 100);
    return new Box(
        (raster.widthPixels() - width) / 2, (raster.heightPixels() - height) / 2, width, height);
  }

  private static Raster cut(Raster raster, Box box) {
    if (box.equals(Canonicalizer.whole(raster))) {
      return raster;
    }
    byte[] rgb = new byte[3 * box.width() * box.height()];
    for (int row = 0; row < box.height(); row++) {
      int from = 3 * ((box.top() + row) * raster.widthPixels() + box.left());
      System.arraycopy(raster.rgb(), from, rgb, 3 * row * box.width(), 3 * box.width());
    }
    return new Raster(box.width(), box.height(), rgb);
  }
}
