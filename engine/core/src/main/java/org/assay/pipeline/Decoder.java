package org.assay.pipeline;

import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.media.MediaItem;

/** Makes media of bytes. Safe for concurrent use; stops soon after an interrupt. */
public interface Decoder {

  /**
   * Decodes one item.
   *
   * @throws MediaException if the bytes are no media, are beyond a limit or cannot be read
   */
  Media decode(MediaItem item) throws MediaException, InterruptedException;
}
