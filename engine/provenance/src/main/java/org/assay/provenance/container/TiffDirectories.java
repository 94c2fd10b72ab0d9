package org.assay.provenance.container;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Span;

/**
 * The directories of a TIFF structure, whether it is a file or an EXIF block: TIFF 6.0 section 2,
 * BigTIFF, EXIF 2.32. Each directory is visited once, so that cycles end.
 */
final class TiffDirectories {
  private static final int XMP = 0x02BC;
  private static final int IIM = 0x83BB;
  private static final int PHOTOSHOP = 0x8649;
  private static final int EXIF_DIRECTORY = 0x8769;
  private static final int MANIFEST_STORE = 0xCD41;
  private static final int DNG_VERSION = 0xC612;
  private static final int UNDEFINED = 7;
  private static final int MAX_DIRECTORIES = 256;
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  private final Span tiff;
  private final String place;
  private final Collector found;
  private final boolean bigEndian;
  private final boolean big;
  private final Deque<Long> waiting = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();
  private OptionalLong storeOfFirstPage = OptionalLong.empty();
  private OptionalLong storeOfLastPage = OptionalLong.empty();

  private TiffDirectories(Span tiff, String place, Collector found)
      throws IOException, MediaException {
    this.tiff = tiff;
    this.place = place;
    this.found = found;
    this.bigEndian = tiff.u8(0) == 'M';
    this.big = number(2, 2) == 43;
  }

  /** Whether byte order and version are there. */
  static boolean startsWell(Span tiff) throws IOException, MediaException {
    return tiff.matches(0, "II*\0")
        || tiff.matches(0, "MM\0*")
        || tiff.matches(0, "II+\0")
        || tiff.matches(0, "MM\0+");
  }

  /** Reads the text fields, XMP and IIM of all directories of a block within another file. */
  static void read(Span tiff, String place, Collector found)
      throws IOException, MediaException, InterruptedException {
    found.withoutStores(() -> readFile(tiff, place, found));
  }

  /** As above, and the manifest store, which is in the last page or, in early files, the first. */
  static void readFile(Span tiff, String place, Collector found)
      throws IOException, MediaException, InterruptedException {
    if (!startsWell(tiff)) {
      throw new MediaException(
          "%s at byte %d: expected a TIFF header, found none"
              .formatted(tiff.name(), tiff.offset()));
    }
    TiffDirectories directories = new TiffDirectories(tiff, place, found);
    directories.readAll();
  }

  /** Whether the first directory names a DNG version; false where it cannot be read. */
  static boolean isDng(Span file) throws IOException {
    try {
      TiffDirectories tiff = new TiffDirectories(file, "TIFF", new Collector(Limits.DEFAULT));
      long directory = tiff.firstDirectory();
      long count = tiff.number(directory, tiff.big ? 8 : 2);
      for (long i = 0; i < Math.min(count, 1000); i++) {
        if (tiff.number(tiff.entryAt(directory, i), 2) == DNG_VERSION) {
          return true;
        }
      }
      return false;
    } catch (MediaException damaged) {
      return false; // the reader will say what is wrong
    }
  }

  private void readAll() throws IOException, MediaException, InterruptedException {
    found.require(this::pages);
    OptionalLong store = storeOfLastPage.isPresent() ? storeOfLastPage : storeOfFirstPage;
    if (store.isPresent()) {
      found.sawManifest();
      found.require(() -> store(store.getAsLong()));
    }
    waiting.addAll(seen);
    seen.clear();
    while (!waiting.isEmpty()) {
      long directory = waiting.remove();
      if (directory != 0 && seen.add(directory)) {
        requireFew();
        found.attempt(() -> directory(directory));
      }
    }
  }

  /** Follows the chain of pages. */
  private void pages() throws IOException, MediaException, InterruptedException {
    for (long page = firstDirectory(); page != 0 && seen.add(page); ) {
      requireFew();
      long count = number(page, big ? 8 : 2);
      storeOfLastPage = OptionalLong.empty();
      for (long i = 0; i < count; i++) {
        found.step();
        long entry = entryAt(page, i);
        if (number(entry, 2) == MANIFEST_STORE) {
          storeOfLastPage = OptionalLong.of(entry);
        }
      }
      storeOfFirstPage = seen.size() == 1 ? storeOfLastPage : storeOfFirstPage;
      page = offset(entryAt(page, count));
    }
  }

  private void requireFew() throws MediaException {
    if (seen.size() > MAX_DIRECTORIES) {
      throw new MediaException(place + ": more than " + MAX_DIRECTORIES + " directories");
    }
  }

  private void store(long entry) throws IOException, MediaException {
    long count = number(entry + 4, big ? 8 : 4);
    long at = entry + (big ? 12 : 8);
    long start = count <= (big ? 8 : 4) ? at : offset(at);
    String name = place + " field 0xCD41";
    if (number(entry + 2, 2) != UNDEFINED) {
      throw new MediaException(
          "%s at byte %d: expected type %d, found another"
              .formatted(name, tiff.offset() + entry, UNDEFINED));
    }
    if (start <= tiff.length() && count > tiff.length() - start) {
      Span rest = tiff.from(start, name);
      found.cutStore(rest, rest.range(), name);
    }
    Span value = tiff.sub(start, count, name);
    found.store(value, value.range(), "manifest", name);
  }

  private void directory(long at) throws IOException, MediaException, InterruptedException {
    long count = number(at, big ? 8 : 2);
    for (long i = 0; i < count; i++) {
      found.step();
      long entry = entryAt(at, i);
      int tag = (int) number(entry, 2);
      if (tag == EXIF_DIRECTORY) {
        waiting.add(offset(entry + (big ? 12 : 8)));
      } else if (isWanted(tag)) {
        found.attempt(() -> field(tag, entry));
      }
    }
    waiting.add(offset(entryAt(at, count)));
  }

  private static boolean isWanted(int tag) {
    return tag == XMP || tag == IIM || tag == PHOTOSHOP || ExifFields.name(tag).isPresent();
  }

  private void field(int tag, long entry) throws IOException, MediaException, InterruptedException {
    int type = (int) number(entry + 2, 2);
    long count = number(entry + 4, big ? 8 : 4);
    int unit = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
    if (unit == 0 || count > tiff.length()) {
      throw new MediaException(
          "%s field %04X at byte %d: type %d, count %d in a part of %d bytes"
              .formatted(place, tag, tiff.offset() + entry, type, count, tiff.length()));
    }
    long at = entry + (big ? 12 : 8);
    long start = unit * count <= (big ? 8 : 4) ? at : offset(at);
    Span value = tiff.sub(start, unit * count, "%s field %04X".formatted(place, tag));
    switch (tag) {
      case XMP -> found.xmp(value, place + " XMP");
      case IIM -> Photoshop.iim(value, place, found);
      case PHOTOSHOP -> Photoshop.read(value, place, found);
      default -> text(tag, value);
    }
  }

  private void text(int tag, Span value) throws IOException, MediaException {
    Optional<String> name = ExifFields.name(tag);
    if (name.isPresent()) {
      byte[] bytes = value.bytes(found.limits().partBytes());
      String text = ExifFields.text(tag, bytes, bigEndian);
      found.text(Part.Origin.EXIF, name.get(), text, place + " " + name.get());
    }
  }

  private long firstDirectory() throws IOException, MediaException {
    return offset(big ? 8 : 4);
  }

  private long entryAt(long directory, long index) {
    return big ? directory + 8 + 20 * index : directory + 2 + 12 * index;
  }

  private long offset(long at) throws IOException, MediaException {
    return number(at, big ? 8 : 4);
  }

  private long number(long at, int count) throws IOException, MediaException {
    return tiff.number(at, count, bigEndian);
  }
}
