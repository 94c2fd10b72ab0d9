package org.assay.decoding;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.media.Frame;
import org.assay.media.MediaException;
import org.assay.media.Raster;

/** Samples the frames of one video track in one decoding pass. */
final class FrameReader {
  private static final Pattern TIME = Pattern.compile("frame:\\d+ +pts:\\S+ +pts_time:(\\S+)");
  private static final Pattern SCORE = Pattern.compile("lavfi\\.scene_score=([0-9.]+)");

  private final Ffmpeg ffmpeg;
  private final Limits limits;

  FrameReader(Ffmpeg ffmpeg, Limits limits) {
    this.ffmpeg = ffmpeg;
    this.limits = limits;
  }

  /** The sampled frames, at least one, and what went wrong on the way. */
  record Sampled(List<Frame> frames, List<String> damage) {
    Sampled {
      frames = List.copyOf(frames);
      damage = List.copyOf(damage);
    }
  }

  /**
   * Samples {@code track}; frames are upright, of square pixels, and at most {@link
   * Limits#maxFrameSidePixels} long.
   *
   * @throws MediaException if not one frame can be decoded
   */
  Sampled read(Path file, String demuxer, Probe probe, Probe.Stream track)
      throws MediaException, InterruptedException {
    int width = scaled(track.widthPixels(), track);
    int height = scaled(track.heightPixels(), track);
    long frameBytes = 3L * width * height + 32;
    int maxFrames = (int) Math.min(limits.maxFrames(), limits.maxOutputBytes() / frameBytes);
    if (maxFrames < 1) {
      throw new MediaException(
          "a frame of %d x %d pixels needs %d bytes: at most %d are handed over"
              .formatted(width, height, frameBytes, limits.maxOutputBytes()));
    }
    FrameSampling sampling = FrameSampling.of(probe.duration(), maxFrames);
    List<Raster> rasters = new ArrayList<>();
    ChildProcess.Result result =
        ffmpeg.ffmpeg(
            limits,
            arguments(file, demuxer, track, sampling, width, height),
            output -> {
              PpmReader reader = new PpmReader(output);
              for (Optional<Raster> next = reader.next(limits::checkVideo);
                  next.isPresent();
                  next = reader.next(limits::checkVideo)) {
                rasters.add(next.get());
              }
            });
    return sampled(rasters, result, probe, sampling);
  }

  private List<String> arguments(
      Path file,
      String demuxer,
      Probe.Stream track,
      FrameSampling sampling,
      int width,
      int height) {
    List<String> arguments = new ArrayList<>();
    if (sampling.keyFramesOnly()) {
      arguments.addAll(List.of("-skip_frame", "nokey"));
    }
    arguments.addAll(Ffmpeg.input(file, demuxer, limits));
    String filters =
        "select='%s',scale=%d:%d:flags=bicubic+accurate_rnd+full_chroma_int,"
                .formatted(sampling.expression(), width, height)
            + "metadata=mode=print:key=lavfi.scene_score:file='pipe\\:2':direct=1";
    arguments.addAll(List.of("-map", "0:" + track.index(), "-vf", filters));
    arguments.addAll(List.of("-fps_mode", "passthrough", "-an", "-sn", "-dn"));
    arguments.addAll(List.of("-frames:v", Integer.toString(sampling.maxFrames())));
    arguments.addAll(List.of("-f", "image2pipe", "-c:v", "ppm", "-pix_fmt", "rgb24", "pipe:1"));
    return arguments;
  }

  private static Sampled sampled(
      List<Raster> rasters, ChildProcess.Result result, Probe probe, FrameSampling sampling)
      throws MediaException {
    List<Duration> times = new ArrayList<>();
    List<Boolean> cuts = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (String line : result.errorLines()) {
      Matcher time = TIME.matcher(line);
      Matcher score = SCORE.matcher(line);
      if (time.matches()) {
        times.add(time(time.group(1)));
      } else if (score.matches()) {
        boolean change = Double.parseDouble(score.group(1)) > FrameSampling.CUT_SCORE;
        cuts.add(change && !sampling.keyFramesOnly());
      } else {
        errors.add(line);
      }
    }
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < Math.min(rasters.size(), Math.min(times.size(), cuts.size())); i++) {
      frames.add(new Frame(times.get(i), rasters.get(i), cuts.get(i)));
    }
    if (frames.isEmpty()) {
      throw new MediaException(
          "video: expected at least one frame, ffmpeg decoded none ("
              + DecodingErrors.clean(result.summary())
              + ")");
    }
    List<String> damage = new ArrayList<>();
    DecodingErrors.sentence("video", result.exitCode(), errors).ifPresent(damage::add);
    if (probe.duration().isEmpty() && frames.size() == sampling.maxFrames()) {
      damage.add(
          "video does not say how long it is: only its first %d s were looked at"
              .formatted(frames.get(frames.size() - 1).time().toSeconds()));
    }
    return new Sampled(frames, damage);
  }

  private static Duration time(String seconds) {
    try {
      return Duration.ofNanos(Math.max(0, Math.round(Double.parseDouble(seconds) * 1e9)));
    } catch (NumberFormatException notAvailable) {
      // A frame without a time stamp is shown at once.
      return Duration.ZERO;
    }
  }

  private int scaled(int side, Probe.Stream track) {
    int longest = Math.max(track.widthPixels(), track.heightPixels());
    return longest <= limits.maxFrameSidePixels()
        ? side
        : Math.max(1, (int) Math.round((double) side * limits.maxFrameSidePixels() / longest));
  }
}
