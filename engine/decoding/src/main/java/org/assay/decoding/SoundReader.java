package org.assay.decoding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.Sound;

/** Decodes one sound track to mono at 16 kHz. */
final class SoundReader {
  private static final int SAMPLE_RATE_HZ = 16_000;

  private final Ffmpeg ffmpeg;
  private final Limits limits;

  SoundReader(Ffmpeg ffmpeg, Limits limits) {
    this.ffmpeg = ffmpeg;
    this.limits = limits;
  }

  /** Sound and what went wrong on the way. */
  record Decoded(Sound sound, Optional<String> damage) {}

  /**
   * Decodes {@code track} up to {@link Limits#maxSound}.
   *
   * @throws MediaException if not one sample can be decoded
   */
  Decoded read(Path file, String demuxer, Probe.Stream track)
      throws MediaException, InterruptedException {
    List<String> arguments = new ArrayList<>(Ffmpeg.input(file, demuxer, limits));
    arguments.addAll(List.of("-map", "0:" + track.index(), "-vn", "-sn", "-dn"));
    arguments.addAll(List.of("-t", limits.maxSound().toMillis() + "ms"));
    arguments.addAll(List.of("-ac", "1", "-ar", Integer.toString(SAMPLE_RATE_HZ)));
    arguments.addAll(List.of("-f", "s16le", "pipe:1"));
    List<byte[]> bytes = new ArrayList<>();
    ChildProcess.Result result =
        ffmpeg.ffmpeg(limits, arguments, output -> bytes.add(output.readAllBytes()));
    byte[] pcm = bytes.isEmpty() ? new byte[0] : bytes.get(0);
    if (pcm.length < 2) {
      throw new MediaException(
          "sound: expected at least one sample, ffmpeg decoded none ("
              + DecodingErrors.clean(result.summary())
              + ")");
    }
    short[] samples = new short[pcm.length / 2];
    ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return new Decoded(
        new Sound(SAMPLE_RATE_HZ, samples),
        DecodingErrors.sentence("sound", result.exitCode(), result.errorLines()));
  }
}
