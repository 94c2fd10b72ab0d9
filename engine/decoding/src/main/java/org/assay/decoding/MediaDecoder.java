package org.assay.decoding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assay.media.Document;
import org.assay.media.Image;
import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.pipeline.Decoder;

/**
 * Makes media of files: the format is told by content, sizes are checked on headers, and only then
 * are samples decoded. Safe for concurrent use; one decoding holds at most the file, its decoded
 * samples and one copy of them.
 */
public final class MediaDecoder implements Decoder {
  private final Limits limits;
  private final Ffmpeg ffmpeg;

  /**
   * Loads and unpacks nothing yet.
   *
   * @param cacheFolder where the FFmpeg programs are unpacked on first use
   */
  public MediaDecoder(Limits limits, Path cacheFolder) {
    this.limits = Objects.requireNonNull(limits, "limits");
    this.ffmpeg = new Ffmpeg(cacheFolder);
  }

  /** The user's own cache folder for Assay. */
  public static Path defaultCacheFolder() {
    return Path.of(System.getProperty("user.home"), ".cache", "assay");
  }

  /** The programs that this decoder runs. */
  public Ffmpeg ffmpeg() {
    return ffmpeg;
  }

  @Override
  public Media decode(MediaItem item) throws MediaException, InterruptedException {
    MediaType type = FormatSniffer.sniff(item.file());
    Media media =
        switch (type) {
          case JPEG, PNG, WEBP, GIF, BMP, TIFF -> still(item, type);
          case DNG -> negative(item);
          case AVIF, HEIC ->
              new HeifReader(ffmpeg, limits).read(item, type, bytes(item.file(), type));
          case MP4, MOV, AVI, MATROSKA, MPEG, M4A, MP3, WAV, FLAC, OGG ->
              new MovingDecoder(ffmpeg, limits).decode(item, type);
          case JXL -> new Document(item, type, List.of("JPEG XL pictures cannot be decoded here"));
          case SVG, PDF, C2PA -> new Document(item, type, List.of());
        };
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while decoding " + item.id());
    }
    return media;
  }

  private Image still(MediaItem item, MediaType type) throws MediaException {
    Bytes bytes = bytes(item.file(), type);
    StillHeader header = StillDecoder.header(type, bytes);
    limits.checkStill(type.name(), header.widthPixels(), header.heightPixels());
    Samples samples = StillDecoder.decode(type, bytes, header).upright(header.orientation());
    return new Image(
        item,
        type,
        samples.raster(),
        samples.alpha(),
        header.animated(),
        header.orientation(),
        header.damage());
  }

  /** The preview in a digital negative's first directory, where there is one. */
  private Media negative(MediaItem item) {
    try {
      Image preview = still(item, MediaType.DNG);
      List<String> damage = new ArrayList<>(preview.damage());
      damage.add("only the preview of the digital negative was decoded");
      return new Image(
          item,
          MediaType.DNG,
          preview.raster(),
          preview.alpha(),
          false,
          preview.orientation(),
          damage);
    } catch (MediaException noPreview) {
      return new Document(
          item, MediaType.DNG, List.of("DNG cannot be decoded: " + noPreview.getMessage()));
    }
  }

  private Bytes bytes(Path file, MediaType type) throws MediaException {
    try {
      limits.checkStillBytes(type.name(), Files.size(file));
      return new Bytes(type.name(), Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new MediaException(
          type + " file cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }
}
