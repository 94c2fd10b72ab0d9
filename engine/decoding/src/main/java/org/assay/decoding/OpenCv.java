package org.assay.decoding;

import org.opencv.core.Core;

/**
 * Loads OpenCV's native library, once in a process; safe for concurrent use.
 *
 * <p>The library reads its log level from the environment at that moment, so a launcher that wants
 * no warnings about broken files on standard error sets {@code OPENCV_LOG_LEVEL=OFF}.
 */
public final class OpenCv {
  private OpenCv() {}

  private static final class Loaded {
    static final String VERSION = loadLibrary();

    private static String loadLibrary() {
      try {
        System.loadLibrary(Core.NATIVE_LIBRARY_NAME); // the launcher unpacks it once
      } catch (UnsatisfiedLinkError notUnpacked) {
        nu.pattern.OpenCV.loadLocally();
      }
      return Core.getVersionString();
    }
  }

  /**
   * Makes sure that the native library is there.
   *
   * @throws LinkageError if this platform has none
   */
  public static void load() {
    describe();
  }

  /** Name and version, in one line for people; loads the library. */
  public static String describe() {
    return "OpenCV " + Loaded.VERSION;
  }
}
