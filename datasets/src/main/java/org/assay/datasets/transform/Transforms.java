package org.assay.datasets.transform;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The grid of changes over which robustness is measured. */
public final class Transforms {
  private Transforms() {}

  /**
   * One of each kind, some at several strengths, sorted by name; names are unique.
   *
   * @param seed for those with a random part
   */
  public static List<Transform> grid(long seed) {
    return Stream.of(
            Geometry.crop(80),
            Geometry.crop(95),
            Geometry.cropCorner(75),
            Geometry.flip(),
            Geometry.mirror(),
            Geometry.rotate(3),
            Geometry.rotate(10),
            Geometry.rotate180(),
            Geometry.rotate270(),
            Geometry.rotate90(),
            Geometry.scale(25),
            Geometry.scale(50),
            Geometry.scale(150),
            Geometry.squeeze(80),
            Overlay.border(5, 0xFFFFFF),
            Overlay.captionBar("when you see it"),
            Overlay.letterbox(),
            Overlay.overlayText("wait for it..."),
            Overlay.pictureInPicture(60, seed),
            Overlay.screenshot(),
            Overlay.sticker(seed),
            Tone.blur(2),
            Tone.brightness(75),
            Tone.brightness(130),
            Tone.contrast(70),
            Tone.contrast(140),
            Tone.grey(),
            Tone.jpeg(20),
            Tone.jpeg(50),
            Tone.jpeg(80),
            Tone.noise(8, seed),
            Tone.sepia(),
            Tone.warm())
        .sorted(Comparator.comparing(Transform::name))
        .toList();
  }
}
