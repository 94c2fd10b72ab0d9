package org.assay.decoding;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.assay.media.MediaException;
import org.assay.media.MediaType;

/** Tells ISO base media files apart by the brands of their {@code ftyp} box (ISO/IEC 14496-12). */
final class IsoBrand {
  private static final int MOST_BRANDS = 64;
  private static final Set<String> AVIF = Set.of("avif", "avis");
  private static final Set<String> HEIC =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
  private static final Set<String> SEQUENCE =
      Set.of("avis", "hevc", "hevx", "hevm", "hevs", "msf1");
  private static final Set<String> SOUND = Set.of("M4A ", "M4B ", "M4P ", "F4A ", "F4B ");
  private static final Set<String> FOREIGN = Set.of("jp2 ", "jpx ", "jpm ", "mjp2", "crx ", "jxl ");
  private static final Set<String> OLD_MOVIE = Set.of("moov", "mdat", "wide", "pnot");
  private static final Set<String> FRAGMENT = Set.of("styp", "moof", "sidx");

  private IsoBrand() {}

  static Optional<MediaType> sniff(Bytes head) {
    try {
      String box = head.has(0, 8) ? head.name(4) : "";
      if (OLD_MOVIE.contains(box)) {
        return Optional.of(MediaType.MOV);
      } else if (FRAGMENT.contains(box)) {
        return Optional.of(MediaType.MP4);
      } else if (!box.equals("ftyp")) {
        return Optional.empty();
      }
      return byBrands(head.name(8), brands(head));
    } catch (MediaException tooShort) {
      return Optional.empty();
    }
  }

  /** Whether the brands promise a sequence of pictures beside the still one. */
  static boolean isSequence(Bytes head) throws MediaException {
    return head.matches(4, "ftyp") && SEQUENCE.contains(head.name(8));
  }

  private static Optional<MediaType> byBrands(String major, Set<String> brands) {
    if (FOREIGN.contains(major)) {
      return Optional.empty();
    } else if (AVIF.contains(major)) {
      return Optional.of(MediaType.AVIF);
    } else if (HEIC.contains(major)) {
      return Optional.of(MediaType.HEIC);
    } else if (major.equals("mif1") || major.equals("msf1") || major.equals("miaf")) {
      boolean avif = brands.stream().anyMatch(AVIF::contains);
      return Optional.of(avif ? MediaType.AVIF : MediaType.HEIC);
    } else if (SOUND.contains(major)) {
      return Optional.of(MediaType.M4A);
    }
    return Optional.of(major.equals("qt  ") ? MediaType.MOV : MediaType.MP4);
  }

  private static Set<String> brands(Bytes head) throws MediaException {
    long end = Math.min(head.u32(0, false), 16 + 4L * MOST_BRANDS);
    Set<String> brands = new LinkedHashSet<>();
    for (long at = 16; at + 4 <= end && head.has(at, 4); at += 4) {
      brands.add(head.name(at));
    }
    return brands;
  }
}
