package org.assay.decoding;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assay.media.Audio;
import org.assay.media.Frame;
import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.media.Sound;
import org.assay.media.Video;

/** Decodes what lasts in time, video and sound, by FFmpeg. */
final class MovingDecoder {
  private final Ffmpeg ffmpeg;
  private final Limits limits;

  MovingDecoder(Ffmpeg ffmpeg, Limits limits) {
    this.ffmpeg = ffmpeg;
    this.limits = limits;
  }

  Media decode(MediaItem item, MediaType type) throws MediaException, InterruptedException {
    Path file = item.file();
    String demuxer = demuxer(type, file);
    Probe probe = Probe.of(ffmpeg, file, demuxer, limits);
    if (probe.duration().isPresent()) {
      limits.checkDuration(probe.duration().get());
    }
    Optional<Probe.Stream> track = shown(probe);
    Optional<Probe.Stream> voice =
        probe.streams().stream().filter(Probe.Stream::isSound).findFirst();
    if (track.isPresent()) {
      return video(item, type, demuxer, probe, track.get(), voice);
    }
    if (voice.isEmpty()) {
      throw new MediaException(
          "%s file: expected a track of video or sound, found %s"
              .formatted(type, probe.streams().stream().map(Probe.Stream::kind).toList()));
    }
    SoundReader.Decoded decoded = new SoundReader(ffmpeg, limits).read(file, demuxer, voice.get());
    MediaType soundType = type == MediaType.MP4 ? MediaType.M4A : type;
    return new Audio(item, soundType, decoded.sound(), decoded.damage().stream().toList());
  }

  /** What a player shows: the track marked as default, else the largest, else the first. */
  private static Optional<Probe.Stream> shown(Probe probe) {
    return probe.streams().stream()
        .filter(Probe.Stream::isVideo)
        .max(
            Comparator.comparing(Probe.Stream::preferred)
                .thenComparing(Probe.Stream::pixels)
                .thenComparing(Probe.Stream::index, Comparator.reverseOrder()));
  }

  private Video video(
      MediaItem item,
      MediaType type,
      String demuxer,
      Probe probe,
      Probe.Stream track,
      Optional<Probe.Stream> voice)
      throws MediaException, InterruptedException {
    limits.checkVideo(track.codedWidthPixels(), track.codedHeightPixels());
    FrameReader.Sampled sampled =
        new FrameReader(ffmpeg, limits).read(item.file(), demuxer, probe, track);
    List<String> damage = new ArrayList<>(sampled.damage());
    Optional<Sound> sound = Optional.empty();
    if (voice.isPresent()) {
      try {
        SoundReader.Decoded decoded =
            new SoundReader(ffmpeg, limits).read(item.file(), demuxer, voice.get());
        sound = Optional.of(decoded.sound());
        decoded.damage().ifPresent(damage::add);
      } catch (MediaException noSound) {
        damage.add("the sound track cannot be decoded: " + noSound.getMessage());
      }
    }
    Frame last = sampled.frames().get(sampled.frames().size() - 1);
    Duration duration = probe.duration().orElse(last.time());
    return new Video(
        item,
        type == MediaType.M4A ? MediaType.MP4 : type,
        duration,
        sampled.frames(),
        sound,
        damage);
  }

  private static String demuxer(MediaType type, Path file) throws MediaException {
    return switch (type) {
      case MP4, MOV, M4A -> "mov";
      case MATROSKA -> "matroska";
      case AVI -> "avi";
      case MPEG -> MpegSync.demuxer(FormatSniffer.head(file));
      case MP3 -> "mp3";
      case WAV -> "wav";
      case FLAC -> "flac";
      case OGG -> "ogg";
      default -> throw new IllegalArgumentException("neither video nor sound: " + type);
    };
  }
}
