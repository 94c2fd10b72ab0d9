package org.assay.app.store;

import java.time.Instant;
import org.assay.media.MediaItem;

/** Something that is committed and that the world is to be told. */
public sealed interface OutboxEntry permits OutboxEntry.Decided, OutboxEntry.Parked {

  /** Number in the outbox, rising, never given twice. */
  long sequence();

  /** When it was committed. */
  Instant written();

  /** The item it is about; entries of one item are delivered in order. */
  MediaItem item();

  /** An item was decided. */
  record Decided(long sequence, Instant written, DecidedCase decided) implements OutboxEntry {
    @Override
    public MediaItem item() {
      return decided.examined().item();
    }
  }

  /** An item could not be decided; {@code cause} says why, for a person. */
  record Parked(long sequence, Instant written, MediaItem item, String cause)
      implements OutboxEntry {}
}
