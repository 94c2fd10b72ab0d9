package org.assay.provenance.container;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.bytes.Texts;

/** MP4, QuickTime, M4A, HEIC and AVIF: ISO base media files, ISO/IEC 14496-12. */
final class BmffReader implements ContainerReader {
  private static final String XMP = "be7acfcb97a942e89c71999491e3afac";
  private static final int UUID_BYTES = 16;
  private static final int MAX_PURPOSE_BYTES = 64;
  private static final int MERKLE_OFFSET_BYTES = 8;
  private static final Set<String> STORES = Set.of("manifest", "original", "update");
  private static final Set<String> FIRST_BOXES_WITHOUT_BRAND =
      Set.of("moov", "mdat", "wide", "free", "skip", "pnot", "styp", "moof", "sidx");

  @Override
  public Optional<MediaType> recognise(Span file) throws IOException, MediaException {
    if (file.length() < 12) {
      return Optional.empty();
    }
    String first = file.latin1(4, 4);
    if (first.equals("ftyp")) {
      return Optional.of(typeOf(file.latin1(8, 4), brands(file)));
    }
    boolean quickTime = FIRST_BOXES_WITHOUT_BRAND.contains(first) && file.u8(0) < 0x20;
    return quickTime
        ? Optional.of(first.equals("moof") || first.equals("styp") ? MediaType.MP4 : MediaType.MOV)
        : Optional.empty();
  }

  private static String brands(Span file) throws IOException, MediaException {
    long end = Math.min(Math.min(file.u32(0), file.length()), 256);
    return file.latin1(8, (int) Math.max(4, end - 8));
  }

  private static MediaType typeOf(String major, String brands) {
    return switch (major) {
      case "qt  " -> MediaType.MOV;
      case "M4A ", "M4B ", "M4P " -> MediaType.M4A;
      case "avif", "avis" -> MediaType.AVIF;
      case "heic", "heix", "heim", "heis", "hevc", "hevx" -> MediaType.HEIC;
      case "mif1", "msf1", "mif2" ->
          brands.contains("avif") || brands.contains("avis") ? MediaType.AVIF : MediaType.HEIC;
      default -> MediaType.MP4;
    };
  }

  @Override
  public void read(Span file, Collector found)
      throws IOException, MediaException, InterruptedException {
    found.attempt(
        () -> IsoBox.forEach(file, 0, found, box -> topLevel(box, file, found), BmffReader::cut));
    if (found.hasSeenManifest()) {
      found.require(() -> BmffTree.read(file));
      requirePairs(file, found);
    }
  }

  /** An update needs the original beside it, and a C2PA box one of both or a manifest. */
  private static void requirePairs(Span file, Collector found) throws IOException, MediaException {
    List<String> purposes = found.purposes();
    if (!file.matches(4, "ftyp") || file.u32(0) < 16 || file.u32(0) % 4 != 0) {
      found.refuse("BMFF: expected a box 'ftyp' first");
    } else if (purposes.contains("original") != purposes.contains("update")) {
      found.refuse("BMFF: of original and updated manifest store, one is missing");
    } else if (purposes.isEmpty()) {
      found.refuse("BMFF: a C2PA box, but no manifest store");
    }
  }

  private static void cut(Span rest, Collector found) throws IOException, MediaException {
    if (rest.matches(4, "uuid") && rest.length() >= 8 + UUID_BYTES) {
      String uuid = HexFormat.of().formatHex(rest.bytes(8, UUID_BYTES, UUID_BYTES));
      if (uuid.equals(BmffTree.C2PA_UUID)) {
        found.cutStore(rest, rest.range(), "BMFF uuid C2PA");
      }
    }
  }

  private static void topLevel(IsoBox box, Span file, Collector found)
      throws IOException, MediaException, InterruptedException {
    switch (box.type()) {
      case "uuid" -> uuid(box, found);
      case "meta" -> {
        HeifItems.read(box.content(), file, found);
        MovieMetadata.meta(box.content(), "BMFF meta", found);
      }
      case "moov" -> MovieMetadata.movie(box.content(), "BMFF moov", 1, found);
      case "udta" -> MovieMetadata.userData(box.content(), "BMFF udta", found);
      default -> {}
    }
  }

  private static void uuid(IsoBox box, Collector found) throws IOException, MediaException {
    String uuid = HexFormat.of().formatHex(box.content().bytes(0, UUID_BYTES, UUID_BYTES));
    Span content = box.content().from(UUID_BYTES, box.content().name());
    if (uuid.equals(XMP)) {
      found.xmp(content, "BMFF uuid XMP");
    } else if (uuid.equals(BmffTree.C2PA_UUID)) {
      manifest(box, content, found);
    }
  }

  /** Version and flags, purpose, offset of the first Merkle box, store: C2PA 2.2, A.5.1. */
  private static void manifest(IsoBox box, Span content, Collector found)
      throws IOException, MediaException {
    found.sawManifest();
    int available = (int) Math.min(content.length() - 4, MAX_PURPOSE_BYTES);
    String purpose = Texts.utf8OrLatin1(content.bytes(4, available, MAX_PURPOSE_BYTES));
    if (!STORES.contains(purpose)) {
      return; // hashes of fragments, read by the validator of hard bindings, or none of C2PA's
    }
    long at = 4 + purpose.length() + 1L + MERKLE_OFFSET_BYTES;
    Span store = content.from(at, "C2PA uuid box, purpose '" + purpose + "'");
    found.store(store, box.whole().range(), purpose, "BMFF uuid C2PA");
  }
}
