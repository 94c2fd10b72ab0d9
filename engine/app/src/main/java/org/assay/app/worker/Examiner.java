package org.assay.app.worker;

import java.io.IOException;
import org.assay.decision.Case;
import org.assay.media.MediaException;
import org.assay.media.MediaItem;

/** Makes a case of an item. Safe for concurrent use; stops soon after an interrupt. */
@FunctionalInterface
public interface Examiner {

  /**
   * Examines one item.
   *
   * @throws MediaException if the item itself is at fault: its job is parked at once
   * @throws IOException if something else is at fault: the job is tried again
   */
  Case examine(MediaItem item) throws MediaException, IOException, InterruptedException;
}
