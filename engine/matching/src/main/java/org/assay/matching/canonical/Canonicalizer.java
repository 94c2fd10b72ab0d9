package org.assay.matching.canonical;

import java.util.ArrayList;
import java.util.List;
import org.assay.matching.local.GreyPlane;
import org.assay.media.Raster;

/**
 * Takes bars, frames and screen furniture off a picture, layer by layer. Safe for concurrent use.
 *
 * <p>A layer is a bar of one colour on any side, with or without text; a pair of blurred bars; or
 * all that surrounds the one large panel on a ground of one colour. Less than {@link
 * #SMALLEST_SHARE} of the picture is never left.
 */
public final class Canonicalizer {
  /** What is left has at least this share of the picture's area. */
  public static final double SMALLEST_SHARE = 0.06;

  private static final int SMALLEST_SIDE_PIXELS = 24;
  private static final int SIDE = 320;
  private static final int MOST_LAYERS = 4;

  /** What a layer hides must show this much of itself; less is a picture's own edge. */
  private static final double LEAST_TAKEN = 0.015;

  private Canonicalizer() {}

  /** The whole picture. */
  public static Box whole(Raster raster) {
    return new Box(0, 0, raster.widthPixels(), raster.heightPixels());
  }

  /**
   * What is left after each layer, the last one last; empty when there was nothing to take off.
   *
   * @return boxes in pixels of the raster, each inside the one before and clearly smaller
   */
  public static List<Box> layers(Raster raster) {
    GreyPlane plane = GreyPlane.of(raster, SIDE);
    Box whole = new Box(0, 0, plane.widthPixels(), plane.heightPixels());
    List<Box> layers = new ArrayList<>();
    Box left = whole;
    while (layers.size() < MOST_LAYERS) {
      Box next = peeled(plane, left);
      if (next.equals(left) || !isPicture(next, plane, whole)) {
        break;
      }
      layers.add(full(next, plane, raster));
      left = next;
    }
    return layers;
  }

  /** The first kind of layer that there is, taken off; else the same box. */
  private static Box peeled(GreyPlane plane, Box box) {
    Box bars = new PlainBars(plane).without(box);
    if (clearlySmaller(bars, box)) {
      return bars;
    }
    Box panel = Panel.within(plane, box);
    if (clearlySmaller(panel, box)) {
      return panel;
    }
    Box sharp = new BlurredBars(plane).without(box);
    return clearlySmaller(sharp, box) ? sharp : box;
  }

  private static boolean clearlySmaller(Box next, Box before) {
    return next.area() < (1 - LEAST_TAKEN) * before.area();
  }

  private static boolean isPicture(Box box, GreyPlane plane, Box whole) {
    return box.area() >= SMALLEST_SHARE * whole.area()
        && box.width() * plane.fullPerColumn() >= SMALLEST_SIDE_PIXELS
        && box.height() * plane.fullPerRow() >= SMALLEST_SIDE_PIXELS;
  }

  private static Box full(Box box, GreyPlane plane, Raster raster) {
    int left = (int) Math.round(box.left() * plane.fullPerColumn());
    int top = (int) Math.round(box.top() * plane.fullPerRow());
    int right = (int) Math.round((box.left() + box.width()) * plane.fullPerColumn());
    int bottom = (int) Math.round((box.top() + box.height()) * plane.fullPerRow());
    return new Box(
        left,
        top,
        Math.min(right, raster.widthPixels()) - left,
        Math.min(bottom, raster.heightPixels()) - top);
  }
}
