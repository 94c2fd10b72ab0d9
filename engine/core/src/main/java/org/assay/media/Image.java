package org.assay.media;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A still picture, or the first frame of an animation.
 *
 * @param raster upright: EXIF orientation or the container's rotation has been applied
 * @param alpha opacity, upright too; empty when the file has no alpha channel
 * @param animated whether the file holds further frames
 * @param orientation the EXIF orientation that was applied, 1 to 8; 1 when there was none
 */
public record Image(
    MediaItem item,
    MediaType type,
    Raster raster,
    Optional<Alpha> alpha,
    boolean animated,
    int orientation,
    List<String> damage)
    implements Media {

  /** Copies the list. */
  public Image {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(raster, "raster");
    if (orientation < 1 || orientation > 8) {
      throw new IllegalArgumentException("EXIF orientation must be 1 to 8: " + orientation);
    }
    damage = List.copyOf(damage);
  }
}
