package org.assay.decoding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;

/** Tells a file's format by its content; the file's name plays no part. */
public final class FormatSniffer {
  private static final int HEAD = 1 << 16;
  private static final int SHOWN = 16;
  private static final int PDF_WITHIN = 1_024;
  private static final int DNG_VERSION = 0xC612;
  private static final int MOST_ENTRIES = 4_096;

  private FormatSniffer() {}

  /**
   * The format of {@code file}.
   *
   * @throws MediaException if it is none that Assay knows, or the file cannot be read
   */
  public static MediaType sniff(Path file) throws MediaException {
    try (FileChannel channel = FileChannel.open(file)) {
      Bytes head = read(channel, 0, HEAD);
      Optional<MediaType> type = binary(head);
      if (type.isPresent() && type.get() == MediaType.TIFF) {
        return isDng(channel, head) ? MediaType.DNG : MediaType.TIFF;
      }
      if (type.isPresent() && type.get() == MediaType.MP3) {
        return afterId3(channel, head);
      }
      return type.or(() -> text(head)).orElseThrow(() -> unknown(head));
    } catch (IOException unreadable) {
      throw new MediaException("file cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  /** The first bytes of {@code file}, 64 KiB at most. */
  static Bytes head(Path file) throws MediaException {
    try (FileChannel channel = FileChannel.open(file)) {
      return read(channel, 0, HEAD);
    } catch (IOException unreadable) {
      throw new MediaException("file cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static Optional<MediaType> binary(Bytes head) {
    if (head.matches(0, "\u00FF\u00D8\u00FF")) {
      return Optional.of(MediaType.JPEG);
    } else if (head.matches(0, "\u0089PNG\r\n\u001A\n")) {
      return Optional.of(MediaType.PNG);
    } else if (head.matches(0, "GIF87a") || head.matches(0, "GIF89a")) {
      return Optional.of(MediaType.GIF);
    } else if (head.matches(0, "II*\0") || head.matches(0, "MM\0*")) {
      return Optional.of(MediaType.TIFF);
    } else if (head.matches(0, "\u00FF\n") || head.matches(0, "\0\0\0\fJXL \r\n\u0087\n")) {
      return Optional.of(MediaType.JXL);
    } else if (head.matches(0, "BM") && bitmapHeader(head)) {
      return Optional.of(MediaType.BMP);
    } else if (head.matches(0, "RIFF") || head.matches(0, "RF64") || head.matches(0, "BW64")) {
      return riff(head);
    } else if (head.matches(0, "\u001AE\u00DF\u00A3")) {
      return Optional.of(MediaType.MATROSKA);
    } else if (head.matches(0, "OggS")) {
      return Optional.of(MediaType.OGG);
    } else if (head.matches(0, "fLaC")) {
      return Optional.of(MediaType.FLAC);
    } else if (head.matches(4, "jumb") && head.matches(12, "jumd")) {
      return Optional.of(MediaType.C2PA);
    }
    return IsoBrand.sniff(head).or(() -> MpegSync.sniff(head));
  }

  private static boolean bitmapHeader(Bytes head) {
    try {
      long length = head.u32(14, true);
      return length == 12 || (length >= 16 && length <= 124);
    } catch (MediaException tooShort) {
      return false;
    }
  }

  private static Optional<MediaType> riff(Bytes head) {
    if (head.matches(8, "WEBP")) {
      return Optional.of(MediaType.WEBP);
    } else if (head.matches(8, "WAVE")) {
      return Optional.of(MediaType.WAV);
    } else if (head.matches(8, "AVI ")) {
      return Optional.of(MediaType.AVI);
    }
    return Optional.empty();
  }

  private static Optional<MediaType> text(Bytes head) {
    for (int at = 0; at < PDF_WITHIN; at++) {
      if (head.matches(at, "%PDF-")) {
        return Optional.of(MediaType.PDF);
      }
    }
    return XmlRoot.name(head)
        .filter(name -> name.toLowerCase(Locale.ROOT).equals("svg"))
        .map(name -> MediaType.SVG);
  }

  private static boolean isDng(FileChannel channel, Bytes head) throws IOException, MediaException {
    boolean little = head.matches(0, "II");
    if (!head.has(0, 8)) {
      return false;
    }
    long directory = head.u32(4, little);
    Bytes count = read(channel, directory, 2);
    if (!count.has(0, 2)) {
      return false;
    }
    int entries = Math.min(MOST_ENTRIES, count.u16(0, little));
    Bytes table = read(channel, directory + 2, 12 * entries);
    for (int at = 0; table.has(at, 12); at += 12) {
      if (table.u16(at, little) == DNG_VERSION) {
        return true;
      }
    }
    return false;
  }

  /** What follows an ID3 tag decides: the tag is found before FLAC too. */
  private static MediaType afterId3(FileChannel channel, Bytes head) throws IOException {
    if (head.matches(0, "ID3") && head.has(0, 10)) {
      Bytes next = read(channel, 10 + MpegSync.id3Length(head), 4);
      if (next.matches(0, "fLaC")) {
        return MediaType.FLAC;
      }
    }
    return MediaType.MP3;
  }

  private static Bytes read(FileChannel channel, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        break;
      }
    }
    return new Bytes("file", Arrays.copyOf(buffer.array(), buffer.position()));
  }

  private static MediaException unknown(Bytes head) {
    int shown = Math.min(SHOWN, head.length());
    return new MediaException(
        "unknown format at byte 0: expected the start of an image, video, sound, PDF, SVG or C2PA"
            + " file, found "
            + (shown == 0
                ? "an empty file"
                : HexFormat.ofDelimiter(" ").formatHex(head.array(), 0, shown)));
  }
}
