package org.assay.datasets.transform;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.assay.media.Raster;
import org.assay.signal.Kebab;

/**
 * A named change of a picture. It never writes to the picture it is given, and gives the same bytes
 * for the same picture.
 *
 * @param name in kebab case, with its setting, such as {@code jpeg-20}
 * @param change what it does
 */
public record Transform(String name, UnaryOperator<Raster> change) {

  /** Checks the name. */
  public Transform {
    Kebab.require("transform", name);
    Objects.requireNonNull(change, "change");
  }

  /** The changed picture. */
  public Raster apply(Raster raster) {
    return change.apply(raster);
  }

  /** This change and then another, under both names. */
  public Transform then(Transform next) {
    return new Transform(name + "-" + next.name, raster -> next.apply(apply(raster)));
  }
}
