package org.assay.matching.local;

import org.opencv.core.Core;

/** OpenCV's native library; safe for concurrent use. */
final class OpenCvLibrary {
  private OpenCvLibrary() {}

  private static final class Loaded {
    static final boolean DONE = load();

    private static boolean load() {
      try {
        System.loadLibrary(Core.NATIVE_LIBRARY_NAME); // the launcher unpacks it once
      } catch (UnsatisfiedLinkError notUnpacked) {
        nu.pattern.OpenCV.loadLocally();
      }
      // Pictures are looked at side by side already; OpenCV's own threads would only get in the
      // way.
      Core.setNumThreads(1);
      return true;
    }
  }

  /**
   * Makes sure that it is there.
   *
   * @throws LinkageError if this platform has none
   */
  static void load() {
    if (!Loaded.DONE) {
      throw new IllegalStateException("OpenCV was not loaded");
    }
  }
}
