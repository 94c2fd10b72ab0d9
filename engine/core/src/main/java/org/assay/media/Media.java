package org.assay.media;

import java.util.List;

/** The decoded item: read-only, shared by all detectors. */
public sealed interface Media permits Image, Audio, Video, Document {

  /** The item it was decoded from, with the bytes as received. */
  MediaItem item();

  /** The format, told by content. */
  MediaType type();

  /**
   * What was wrong with the file although it could be decoded, one sentence each, such as a picture
   * that is cut off; empty for a sound file. The pipeline records each as an abstention, so that
   * rules can see it.
   */
  List<String> damage();
}
