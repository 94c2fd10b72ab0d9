package org.assay.decoding;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.media.MediaException;

/**
 * What a video or sound file says of itself, read before anything is decoded at length.
 *
 * @param duration empty when the file does not say
 * @param streams pictures attached as cover art left out
 */
record Probe(Optional<Duration> duration, List<Stream> streams) {
  private static final String ENTRIES =
      "format=duration:stream=index,codec_type,codec_name,width,height,sample_aspect_ratio,duration"
          + ":stream_disposition=attached_pic,default:stream_side_data=rotation";
  private static final double MOST_STRETCH = 4;

  Probe {
    streams = List.copyOf(streams);
  }

  /**
   * One track.
   *
   * @param widthPixels as shown: stretched to square pixels and upright; 0 for sound
   * @param heightPixels likewise
   * @param preferred whether the file marks it as the one to play
   */
  record Stream(
      int index,
      String kind,
      String codec,
      int codedWidthPixels,
      int codedHeightPixels,
      int widthPixels,
      int heightPixels,
      boolean preferred) {

    boolean isVideo() {
      return kind.equals("video");
    }

    boolean isSound() {
      return kind.equals("audio");
    }

    long pixels() {
      return (long) codedWidthPixels * codedHeightPixels;
    }
  }

  /**
   * Asks {@code ffprobe}.
   *
   * @throws MediaException if the file cannot be opened as that format
   */
  static Probe of(Ffmpeg ffmpeg, Path file, String demuxer, Limits limits)
      throws MediaException, InterruptedException {
    List<String> arguments = new ArrayList<>(Ffmpeg.input(file, demuxer, limits));
    arguments.addAll(List.of("-show_entries", ENTRIES, "-of", "default"));
    StringBuilder text = new StringBuilder();
    ChildProcess.Result result =
        ffmpeg.ffprobe(
            limits,
            arguments,
            output -> text.append(new String(output.readAllBytes(), StandardCharsets.ISO_8859_1)));
    Probe probe = parse(text.toString());
    if (result.exitCode() != 0 || probe.streams().isEmpty()) {
      throw new MediaException(
          "%s file: expected a track of video or sound, ffprobe found none (%s)"
              .formatted(demuxer, DecodingErrors.clean(result.summary())));
    }
    return probe;
  }

  /** Reads {@code [STREAM]} and {@code [FORMAT]} sections of {@code key=value} lines. */
  static Probe parse(String text) {
    List<Stream> streams = new ArrayList<>();
    Optional<Duration> longest = Optional.empty();
    Map<String, String> values = new HashMap<>();
    for (String line : text.lines().toList()) {
      int equals = line.indexOf('=');
      if (line.equals("[STREAM]") || line.equals("[FORMAT]")) {
        values.clear();
      } else if (line.equals("[/STREAM]")) {
        boolean shown = "video".equals(values.get("codec_type"));
        if (!"1".equals(values.get("DISPOSITION:attached_pic")) || !shown) {
          streams.add(stream(values));
          longest = longer(longest, duration(values));
        }
      } else if (line.equals("[/FORMAT]")) {
        longest = longer(longest, duration(values));
      } else if (equals > 0) {
        values.putIfAbsent(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return new Probe(longest, streams);
  }

  private static Stream stream(Map<String, String> values) {
    int width = number(values, "width");
    int height = number(values, "height");
    boolean sideways = Math.abs(number(values, "rotation")) % 180 == 90;
    int stretched = (int) Math.max(1, Math.round(width * stretch(values)));
    return new Stream(
        number(values, "index"),
        values.getOrDefault("codec_type", "unknown"),
        values.getOrDefault("codec_name", "unknown"),
        width,
        height,
        sideways ? height : stretched,
        sideways ? stretched : height,
        "1".equals(values.get("DISPOSITION:default")));
  }

  private static double stretch(Map<String, String> values) {
    String[] ratio = values.getOrDefault("sample_aspect_ratio", "1:1").split(":", 2);
    double stretch = ratio.length == 2 ? decimal(ratio[0], 1) / decimal(ratio[1], 1) : 1;
    return stretch >= 1 / MOST_STRETCH && stretch <= MOST_STRETCH ? stretch : 1;
  }

  private static Optional<Duration> duration(Map<String, String> values) {
    double seconds = decimal(values.getOrDefault("duration", ""), 0);
    return seconds > 0 && seconds < 1e9
        ? Optional.of(Duration.ofNanos(Math.round(seconds * 1e9)))
        : Optional.empty();
  }

  private static Optional<Duration> longer(Optional<Duration> one, Optional<Duration> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().compareTo(other.get()) >= 0 ? one : other;
  }

  private static int number(Map<String, String> values, String key) {
    return (int) decimal(values.getOrDefault(key, "0"), 0);
  }

  private static double decimal(String text, double otherwise) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? value : otherwise;
    } catch (NumberFormatException notAvailable) {
      // ffprobe prints N/A where a file does not say.
      return otherwise;
    }
  }
}
