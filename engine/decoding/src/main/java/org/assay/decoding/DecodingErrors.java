package org.assay.decoding;

import java.util.List;
import java.util.Optional;

/** Makes one sentence of what FFmpeg said about a file that it could decode in part. */
final class DecodingErrors {
  private static final int LONGEST = 200;

  private DecodingErrors() {}

  /** Empty when nothing went wrong. */
  static Optional<String> sentence(String track, int exitCode, List<String> errorLines) {
    List<String> errors =
        errorLines.stream().map(DecodingErrors::clean).filter(line -> !line.isBlank()).toList();
    if (errors.isEmpty()) {
      return exitCode == 0
          ? Optional.empty()
          : Optional.of("%s: ffmpeg ended with status %d".formatted(track, exitCode));
    }
    return Optional.of(
        "%s: %d decoding errors, the first: %s".formatted(track, errors.size(), errors.get(0)));
  }

  /** Without memory addresses and file paths, which differ from run to run, and bounded. */
  static String clean(String line) {
    String cleaned =
        line.replaceAll("\\[([\\w,./:#-]+) @ 0x[0-9a-f]+\\] *", "$1: ")
            .replaceAll("file:/\\S*", "file");
    return cleaned.length() <= LONGEST ? cleaned : cleaned.substring(0, LONGEST) + "...";
  }
}
