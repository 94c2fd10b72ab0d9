package org.assay.provenance.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.bytes.Span;

/** The ID3v2 frames that hold text, XMP or a manifest store. */
final class Id3Frames {
  private static final Set<String> MANIFEST_TYPES =
      Set.of("application/x-c2pa-manifest-store", "application/c2pa");

  private Id3Frames() {}

  static boolean isWanted(String id) {
    return id.equals("GEOB") || id.equals("PRIV") || id.equals("COMM") || id.startsWith("T");
  }

  /** Whether the content of an object frame says that it is a manifest store. */
  static boolean holdsManifest(Span content) throws IOException, MediaException {
    for (String type : MANIFEST_TYPES) {
      if (content.matches(1, type + "\0")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads one frame.
   *
   * @param moved where the content stands when it is not in the file as such; else empty
   */
  static void read(String id, Span content, List<ByteRange> moved, String place, Collector found)
      throws IOException, MediaException {
    byte[] bytes = content.bytes(found.limits().storeBytes());
    String where = place + " " + id;
    if (id.equals("PRIV")) {
      int end = end(bytes, 0, ISO_8859_1, content);
      if (new String(bytes, 0, end, ISO_8859_1).equals("XMP")) {
        found.xmp(Arrays.copyOfRange(bytes, end + 1, bytes.length), where + " XMP");
      }
      return;
    }
    Charset charset = charset(bytes, content);
    int width = charset.equals(ISO_8859_1) || charset.equals(UTF_8) ? 1 : 2;
    switch (id) {
      case "GEOB" -> object(bytes, charset, width, content, moved, where, found);
      case "TXXX" -> {
        int end = end(bytes, 1, charset, content);
        String keyword = new String(bytes, 1, end - 1, charset).replace("\uFEFF", "");
        text(keyword, bytes, end + width, charset, where + " " + keyword, found);
      }
      case "COMM" ->
          text("Comment", bytes, end(bytes, 4, charset, content) + width, charset, where, found);
      default -> text(id, bytes, 1, charset, where, found);
    }
  }

  /** Encoding, media type, file name, description, bytes. */
  private static void object(
      byte[] bytes,
      Charset charset,
      int width,
      Span content,
      List<ByteRange> moved,
      String place,
      Collector found)
      throws MediaException {
    int typeEnd = end(bytes, 1, ISO_8859_1, content);
    String type = new String(bytes, 1, typeEnd - 1, ISO_8859_1);
    if (!MANIFEST_TYPES.contains(type)) {
      return;
    }
    int nameEnd = end(bytes, typeEnd + 1, charset, content) + width;
    int start = end(bytes, nameEnd, charset, content) + width;
    byte[] store = Slice.of(bytes).sub(start, bytes.length - (long) start).toArray();
    List<ByteRange> payload =
        moved.isEmpty() ? List.of(new ByteRange(content.offset() + start, store.length)) : moved;
    found.store(store, payload, payload, "manifest", place); // exclusions leave out the frame
  }

  private static void text(
      String keyword, byte[] bytes, int start, Charset charset, String place, Collector found)
      throws MediaException {
    int from = Math.min(start, bytes.length);
    String text = new String(bytes, from, bytes.length - from, charset).replace("\uFEFF", "");
    found.text(Part.Origin.TEXT, keyword, text.replace('\0', ' ').strip(), place);
  }

  private static Charset charset(byte[] bytes, Span content) throws MediaException {
    int code = bytes.length == 0 ? -1 : bytes[0];
    return switch (code) {
      case 0 -> ISO_8859_1;
      case 1 -> StandardCharsets.UTF_16;
      case 2 -> StandardCharsets.UTF_16BE;
      case 3 -> UTF_8;
      default ->
          throw new MediaException(
              "%s at byte %d: expected a text encoding 0 to 3, found %d"
                  .formatted(content.name(), content.offset(), code));
    };
  }

  /** Where the text that starts at {@code from} ends. */
  private static int end(byte[] bytes, int from, Charset charset, Span content)
      throws MediaException {
    int width = charset.equals(ISO_8859_1) || charset.equals(UTF_8) ? 1 : 2;
    for (int i = from; i + width <= bytes.length; i += width) {
      if (bytes[i] == 0 && bytes[i + width - 1] == 0) {
        return i;
      }
    }
    throw new MediaException(
        "%s at byte %d: expected a NUL after byte %d, found none"
            .formatted(content.name(), content.offset(), from));
  }
}
