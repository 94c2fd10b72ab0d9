package org.assay.decision;

import java.util.List;
import java.util.Objects;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.signal.Signal;

/**
 * The item and all its signals, complete before the first rule runs; what a reviewer opens.
 *
 * @param signals in detector order, whatever the scheduling was
 */
public record Case(MediaItem item, MediaType type, List<Signal> signals) {

  /** Copies the list. */
  public Case {
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(type, "type");
    signals = List.copyOf(signals);
  }
}
