package org.assay.provenance.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.bytes.Texts;

/** User data and metadata lists of a movie: iTunes {@code ilst}, QuickTime keys and text atoms. */
final class MovieMetadata {
  private static final int MAX_KEYS = 10_000;
  private static final int KEY_BYTES = 1024;

  private MovieMetadata() {}

  /** Reads a {@code moov} or {@code trak} box. */
  static void movie(Span content, String place, int depth, Collector found)
      throws IOException, MediaException, InterruptedException {
    IsoBox.forEach(
        content,
        0,
        found,
        box -> {
          switch (box.type()) {
            case "udta" -> userData(box.content(), place + "/udta", found);
            case "meta" -> meta(box.content(), place + "/meta", found);
            case "trak" -> {
              if (depth == 1) {
                movie(box.content(), place + "/trak", depth + 1, found);
              }
            }
            default -> {}
          }
        });
  }

  /** Reads a {@code udta} box: XMP, metadata, and atoms that hold text. */
  static void userData(Span content, String place, Collector found)
      throws IOException, MediaException, InterruptedException {
    IsoBox.forEach(
        content,
        0,
        found,
        box -> {
          switch (box.type()) {
            case "XMP_" -> found.xmp(box.content(), place + "/XMP_");
            case "meta" -> meta(box.content(), place + "/meta", found);
            case "AIGC" -> text("AIGC", box.content(), place, found);
            default -> {
              if (box.type().startsWith("\u00A9") && box.content().length() >= 4) {
                text(box.type(), box.content().from(4, box.type()), place, found);
              }
            }
          }
        });
  }

  /** Reads a {@code meta} box, which is a full box in ISO files and a plain one in QuickTime. */
  static void meta(Span content, String place, Collector found)
      throws IOException, MediaException, InterruptedException {
    boolean plain = content.matches(4, "hdlr") || content.matches(4, "keys");
    List<String> keys = new ArrayList<>();
    IsoBox.forEach(
        content,
        plain ? 0 : 4,
        found,
        box -> {
          if (box.type().equals("keys")) {
            keys(box.content(), keys, found);
          } else if (box.type().equals("ilst")) {
            list(box.content(), keys, place, found);
          }
        });
  }

  private static void keys(Span content, List<String> keys, Collector found)
      throws IOException, MediaException, InterruptedException {
    long count = content.u32(4);
    long at = 8;
    for (long i = 0; i < count; i++) {
      found.step();
      long size = content.u32(at);
      if (size < 8 || keys.size() >= MAX_KEYS) {
        throw new MediaException(
            "box 'keys' at byte %d: key %d has size %d".formatted(content.offset(), i + 1, size));
      }
      Span key = content.sub(at + 8, size - 8, "metadata key");
      keys.add(Texts.utf8OrLatin1(key.bytes(KEY_BYTES)));
      at += size;
    }
  }

  private static void list(Span content, List<String> keys, String place, Collector found)
      throws IOException, MediaException, InterruptedException {
    IsoBox.forEach(content, 0, found, item -> item(item, keys, place, found));
  }

  private static void item(IsoBox item, List<String> keys, String place, Collector found)
      throws IOException, MediaException, InterruptedException {
    long index = item.whole().u32(4);
    String[] keyword = {
      index >= 1 && index <= keys.size() ? keys.get((int) index - 1) : item.type()
    };
    IsoBox.forEach(
        item.content(),
        0,
        found,
        box -> {
          if (box.type().equals("name") && box.content().length() >= 4) {
            Span name = box.content().from(4, "item name");
            keyword[0] = Texts.utf8OrLatin1(name.bytes(KEY_BYTES));
          } else if (box.type().equals("data") && isText(box.content())) {
            text(keyword[0], box.content().from(8, "item data"), place + "/ilst", found);
          }
        });
  }

  /** Type 1 is UTF-8; writers of unknown keys use 0. */
  private static boolean isText(Span data) throws IOException, MediaException {
    return data.length() > 8 && data.u32(0) <= 1;
  }

  private static void text(String keyword, Span data, String place, Collector found)
      throws IOException, MediaException {
    String text = Texts.utf8OrLatin1(data.bytes(found.limits().partBytes()));
    found.text(Part.Origin.TEXT, keyword, text, place + " " + keyword);
  }
}
