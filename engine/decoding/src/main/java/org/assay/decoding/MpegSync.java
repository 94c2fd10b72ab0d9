package org.assay.decoding;

import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;

/** Recognises MPEG streams, which have no signature, by structure that repeats. */
final class MpegSync {
  private static final int TRANSPORT_PACKET = 188;
  private static final int LEADING_ZEROS = 4_096;
  private static final int[] LAYER3_KBPS_V1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] LAYER3_KBPS_V2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };
  private static final int[] RATE_HZ = {44_100, 48_000, 32_000};

  private MpegSync() {}

  static Optional<MediaType> sniff(Bytes head) {
    try {
      if (head.matches(0, "\0\0\u0001\u00BA")
          || head.matches(0, "\0\0\u0001\u00B3")
          || transport(head)) {
        return Optional.of(MediaType.MPEG);
      } else if (head.matches(0, "ID3") || layer3(head)) {
        return Optional.of(MediaType.MP3);
      }
      return Optional.empty();
    } catch (MediaException tooShort) {
      return Optional.empty();
    }
  }

  /** FFmpeg's name for the MPEG stream that {@code head} starts. */
  static String demuxer(Bytes head) {
    if (head.matches(0, "G")) {
      return "mpegts";
    }
    return head.matches(0, "\0\0\u0001\u00B3") ? "mpegvideo" : "mpeg";
  }

  /** Length of the tag after its ten bytes of header (ID3v2, section 3.1: seven bits a byte). */
  static long id3Length(Bytes head) {
    long length = 0;
    for (int at = 6; at < 10; at++) {
      length = length << 7 | (head.array()[at] & 0x7F);
    }
    return length;
  }

  private static boolean transport(Bytes head) throws MediaException {
    if (!head.has(0, 3L * TRANSPORT_PACKET)) {
      return false;
    }
    for (int i = 0; i < 3; i++) {
      if (head.u8((long) i * TRANSPORT_PACKET) != 0x47) {
        return false;
      }
    }
    return true;
  }

  /** Two frames that follow each other; one alone could be chance. */
  private static boolean layer3(Bytes head) throws MediaException {
    long at = 0;
    while (at < LEADING_ZEROS && head.has(at, 1) && head.u8(at) == 0) {
      at++;
    }
    long length = frameLength(head, at);
    return length > 0 && frameLength(head, at + length) > 0;
  }

  private static long frameLength(Bytes head, long at) throws MediaException {
    if (!head.has(at, 4) || head.u8(at) != 0xFF || (head.u8(at + 1) & 0xE6) != 0xE2) {
      return 0;
    }
    int version = head.u8(at + 1) >> 3 & 3;
    int bitrate = head.u8(at + 2) >> 4;
    int rate = head.u8(at + 2) >> 2 & 3;
    if (version == 1 || bitrate == 0 || bitrate == 15 || rate == 3) {
      return 0;
    }
    boolean first = version == 3;
    int bitsPerSecond = 1_000 * (first ? LAYER3_KBPS_V1 : LAYER3_KBPS_V2)[bitrate];
    int rateHz = RATE_HZ[rate] >> (first ? 0 : version == 2 ? 1 : 2);
    int padding = head.u8(at + 2) >> 1 & 1;
    return (first ? 144L : 72L) * bitsPerSecond / rateHz + padding;
  }
}
