package org.assay.detection.opencv;

import org.opencv.core.Core;

/** OpenCV's native library; safe for concurrent use. */
public final class OpenCvLibrary {
  private OpenCvLibrary() {}

  /**
   * Makes sure that it is there: the one on {@code java.library.path}, which the launcher unpacked,
   * else the one in the jar, which is unpacked at every start.
   *
   * @throws LinkageError if this platform has none
   */
  public static void load() {
    try {
      System.loadLibrary(Core.NATIVE_LIBRARY_NAME);
    } catch (UnsatisfiedLinkError notUnpacked) {
      nu.pattern.OpenCV.loadLocally();
    }
  }
}
