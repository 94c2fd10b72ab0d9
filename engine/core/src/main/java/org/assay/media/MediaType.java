package org.assay.media;

/** The file formats that Assay tells apart, by content and never by file name. */
public enum MediaType {
  /** JPEG, ISO/IEC 10918-1. */
  JPEG("image/jpeg", Kind.IMAGE),
  /** PNG and APNG. */
  PNG("image/png", Kind.IMAGE),
  /** WebP, lossy or lossless. */
  WEBP("image/webp", Kind.IMAGE),
  /** GIF 87a and 89a. */
  GIF("image/gif", Kind.IMAGE),
  /** Windows bitmap. */
  BMP("image/bmp", Kind.IMAGE),
  /** TIFF 6. */
  TIFF("image/tiff", Kind.IMAGE),
  /** Digital negative: a TIFF with a DNG version tag. */
  DNG("image/x-adobe-dng", Kind.IMAGE),
  /** AV1 still image or sequence in ISO BMFF. */
  AVIF("image/avif", Kind.IMAGE),
  /** HEVC still image in ISO BMFF. */
  HEIC("image/heic", Kind.IMAGE),
  /** JPEG XL, bare codestream or container. */
  JXL("image/jxl", Kind.IMAGE),
  /** Scalable vector graphics. */
  SVG("image/svg+xml", Kind.DOCUMENT),
  /** Portable document format. */
  PDF("application/pdf", Kind.DOCUMENT),
  /** A C2PA manifest store on its own. */
  C2PA("application/c2pa", Kind.DOCUMENT),
  /** MPEG-4 file. */
  MP4("video/mp4", Kind.VIDEO),
  /** QuickTime movie. */
  MOV("video/quicktime", Kind.VIDEO),
  /** RIFF AVI. */
  AVI("video/x-msvideo", Kind.VIDEO),
  /** Matroska or WebM. */
  MATROSKA("video/x-matroska", Kind.VIDEO),
  /** MPEG transport or program stream. */
  MPEG("video/mpeg", Kind.VIDEO),
  /** MPEG-4 file with sound only. */
  M4A("audio/mp4", Kind.AUDIO),
  /** MPEG-1 or -2 layer III. */
  MP3("audio/mpeg", Kind.AUDIO),
  /** RIFF WAVE. */
  WAV("audio/wav", Kind.AUDIO),
  /** Free lossless audio codec. */
  FLAC("audio/flac", Kind.AUDIO),
  /** Ogg: Vorbis, Opus. */
  OGG("audio/ogg", Kind.AUDIO);

  /** What a person would call it. */
  public enum Kind {
    /** A still picture, or an animation shown as one. */
    IMAGE,
    /** Moving pictures, with or without sound. */
    VIDEO,
    /** Sound alone. */
    AUDIO,
    /** Carries provenance or marks, but no samples that Assay decodes. */
    DOCUMENT
  }

  private final String mime;
  private final Kind kind;

  MediaType(String mime, Kind kind) {
    this.mime = mime;
    this.kind = kind;
  }

  /** The media type as registered or in common use, such as {@code image/jpeg}. */
  public String mime() {
    return mime;
  }

  /** What a person would call it. */
  public Kind kind() {
    return kind;
  }
}
