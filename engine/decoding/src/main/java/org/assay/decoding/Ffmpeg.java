package org.assay.decoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.media.MediaException;

/**
 * The FFmpeg programs that come with Assay, unpacked once into a cache folder and run as child
 * processes. Safe for concurrent use, also by several processes on one cache folder.
 */
public final class Ffmpeg {
  private static final int THREADS = 2;

  private final FfmpegFolder folder;

  /**
   * Unpacks nothing yet.
   *
   * @param cacheFolder made when missing; holds one folder a version
   */
  public Ffmpeg(Path cacheFolder) {
    this.folder = new FfmpegFolder(cacheFolder);
  }

  /**
   * Version and place, in one line for people; unpacks and starts the program.
   *
   * @throws java.io.UncheckedIOException if it cannot be unpacked or started here
   * @throws MediaException if it ends with an error
   */
  public String describe() throws MediaException, InterruptedException {
    List<String> lines = new ArrayList<>();
    Path path = folder.path();
    ChildProcess child = new ChildProcess(Duration.ofSeconds(30), 1 << 20, 3L << 30);
    ChildProcess.Result result =
        child.run(
            List.of(folder.program("ffmpeg"), "-version"),
            environment(path),
            output ->
                new String(output.readAllBytes(), UTF_8).lines().limit(1).forEach(lines::add));
    if (result.exitCode() != 0 || lines.isEmpty()) {
      throw new MediaException("ffmpeg does not run: " + result.summary());
    }
    return lines.get(0).replaceFirst(" Copyright.*", "") + " in " + path;
  }

  /** Runs {@code ffmpeg} with arguments that come after the common ones. */
  ChildProcess.Result ffmpeg(Limits limits, List<String> arguments, ChildProcess.Output output)
      throws MediaException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(folder.program("ffmpeg"));
    command.addAll(List.of("-nostdin", "-hide_banner", "-loglevel", "error"));
    command.addAll(List.of("-max_alloc", Long.toString(limits.childMemoryBytes() / 2)));
    command.addAll(List.of("-filter_threads", "1"));
    command.addAll(arguments);
    return run(limits, command, output);
  }

  /** Runs {@code ffprobe} likewise. */
  ChildProcess.Result ffprobe(Limits limits, List<String> arguments, ChildProcess.Output output)
      throws MediaException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(folder.program("ffprobe"));
    command.addAll(List.of("-hide_banner", "-loglevel", "error"));
    command.addAll(List.of("-max_alloc", Long.toString(limits.childMemoryBytes() / 2)));
    command.addAll(arguments);
    return run(limits, command, output);
  }

  /**
   * Arguments that open a hostile file: only as the format it was recognised as, so that no
   * playlist or script is ever followed, and only from files and pipes.
   */
  static List<String> input(Path file, String demuxer, Limits limits) {
    return List.of(
        "-protocol_whitelist",
        "file,pipe",
        "-format_whitelist",
        demuxer,
        "-threads",
        Integer.toString(THREADS),
        "-max_pixels",
        Long.toString(limits.maxVideoPixels()),
        "-f",
        demuxer,
        "-i",
        "file:" + file.toAbsolutePath());
  }

  private ChildProcess.Result run(Limits limits, List<String> command, ChildProcess.Output output)
      throws MediaException, InterruptedException {
    return new ChildProcess(limits.childTime(), limits.maxOutputBytes(), limits.childMemoryBytes())
        .run(command, environment(folder.path()), output);
  }

  static Map<String, String> environment(Path folder) {
    return Map.of("LD_LIBRARY_PATH", folder.toString(), "DYLD_LIBRARY_PATH", folder.toString());
  }
}
