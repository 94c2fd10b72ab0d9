package org.assay.provenance.jumbf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;

/**
 * The description box of a superbox, ISO/IEC 19566-5 section B.3.
 *
 * @param uuid 32 lower-case hexadecimal digits; those of C2PA start with four letters
 * @param label empty when there is none; hostile text
 * @param requestable whether a JUMBF URI may refer to the box
 * @param salt content of a private {@code c2sh} box, which makes equal boxes hash differently
 */
public record Description(String uuid, String label, boolean requestable, Optional<Slice> salt) {
  private static final int UUID_BYTES = 16;
  private static final int REQUESTABLE = 1;
  private static final int LABEL = 2;
  private static final int ID = 4;
  private static final int SIGNATURE = 8;
  private static final int PRIVATE = 16;
  private static final int MAX_LABEL_BYTES = 4096;

  /** The first four characters of a UUID that spells a type, such as {@code c2pa}. */
  public String kind() {
    return new String(HexFormat.of().parseHex(uuid, 0, 8), StandardCharsets.ISO_8859_1);
  }

  static Description read(Slice content) throws MediaException {
    String uuid = HexFormat.of().formatHex(content.sub(0, UUID_BYTES).toArray());
    int toggles = content.u8(UUID_BYTES);
    int at = UUID_BYTES + 1;
    String label = "";
    if ((toggles & LABEL) != 0) {
      int end = at;
      while (content.u8(end) != 0) {
        end++;
      }
      label = label(content.sub(at, end - at));
      at = end + 1;
    }
    at += (toggles & ID) != 0 ? 4 : 0;
    at += (toggles & SIGNATURE) != 0 ? 32 : 0;
    Optional<Slice> salt = Optional.empty();
    if ((toggles & PRIVATE) != 0) {
      ContentBox box = Boxes.contentBox(content, at);
      salt = box.type().equals("c2sh") ? Optional.of(box.content()) : Optional.empty();
      at += box.whole().length();
    }
    if (at != content.length()) {
      throw new MediaException(
          "JUMBF description at byte %d: expected %d bytes, found %d"
              .formatted(content.offset(), at, content.length()));
    }
    return new Description(uuid, label, (toggles & REQUESTABLE) != 0, salt);
  }

  private static String label(Slice bytes) throws MediaException {
    if (bytes.length() > MAX_LABEL_BYTES) {
      throw new MediaException(
          "JUMBF label at byte %d: %d bytes exceed the limit of %d"
              .formatted(bytes.offset(), bytes.length(), MAX_LABEL_BYTES));
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toArray()))
          .toString();
    } catch (CharacterCodingException fault) {
      throw new MediaException(
          "JUMBF label at byte %d: not UTF-8".formatted(bytes.offset()), fault);
    }
  }
}
