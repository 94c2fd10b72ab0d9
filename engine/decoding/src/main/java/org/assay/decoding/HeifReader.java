package org.assay.decoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.media.Image;
import org.assay.media.MediaException;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.media.Raster;

/**
 * Decodes AVIF and HEIC stills by FFmpeg, tiles put together and the container's rotation and
 * mirroring applied; EXIF inside is ignored, as the specification wants (ISO/IEC 23008-12, 6.5.10).
 */
final class HeifReader {
  private final Ffmpeg ffmpeg;
  private final Limits limits;

  HeifReader(Ffmpeg ffmpeg, Limits limits) {
    this.ffmpeg = ffmpeg;
    this.limits = limits;
  }

  Image read(MediaItem item, MediaType type, Bytes bytes)
      throws MediaException, InterruptedException {
    IsoImageSize.check(bytes, type.name(), limits);
    List<String> arguments = new ArrayList<>(Ffmpeg.input(item.file(), "mov", limits));
    arguments.addAll(List.of("-an", "-frames:v", "1", "-f", "image2pipe", "-c:v", "ppm"));
    arguments.addAll(List.of("-sws_flags", "bicubic+accurate_rnd+full_chroma_int"));
    arguments.addAll(List.of("-pix_fmt", "rgb24", "pipe:1"));
    List<Raster> pictures = new ArrayList<>();
    ChildProcess.Result result =
        ffmpeg.ffmpeg(
            largerOutput(),
            arguments,
            output ->
                new PpmReader(output)
                    .next((width, height) -> limits.checkStill(type.name(), width, height))
                    .ifPresent(pictures::add));
    if (pictures.isEmpty()) {
      throw new MediaException(
          "%s of %d bytes: expected a picture, ffmpeg decoded none (%s)"
              .formatted(type, bytes.length(), DecodingErrors.clean(result.summary())));
    }
    return new Image(
        item,
        type,
        pictures.get(0),
        Optional.empty(),
        IsoBrand.isSequence(bytes),
        1,
        DecodingErrors.sentence(type.name(), result.exitCode(), result.errorLines()).stream()
            .toList());
  }

  /** A still is bounded by its pixels, which may be more than one video frame has. */
  private Limits largerOutput() {
    return limits.withMaxOutputBytes(3 * limits.maxStillPixels() + 64);
  }
}
