package org.assay.decoding;

import java.nio.file.Path;

/** Where tests keep the unpacked FFmpeg: in the build folder, so that a clean build removes it. */
final class TestCache {
  private TestCache() {}

  static Path folder() {
    return Path.of("target", "ffmpeg-cache").toAbsolutePath();
  }
}
