package org.assay.provenance.container;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.assay.provenance.bytes.Texts;

/** The TIFF and EXIF fields that hold text which says how a file was made. */
final class ExifFields {
  private static final int USER_COMMENT = 0x9286;
  private static final int CHARSET_BYTES = 8;
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x010D, "DocumentName"),
          Map.entry(0x010E, "ImageDescription"),
          Map.entry(0x010F, "Make"),
          Map.entry(0x0110, "Model"),
          Map.entry(0x0131, "Software"),
          Map.entry(0x013B, "Artist"),
          Map.entry(0x013C, "HostComputer"),
          Map.entry(0x8298, "Copyright"),
          Map.entry(USER_COMMENT, "UserComment"),
          Map.entry(0x9C9B, "XPTitle"),
          Map.entry(0x9C9C, "XPComment"),
          Map.entry(0x9C9D, "XPAuthor"),
          Map.entry(0x9C9E, "XPKeywords"),
          Map.entry(0x9C9F, "XPSubject"),
          Map.entry(0xA420, "ImageUniqueID"),
          Map.entry(0xA430, "CameraOwnerName"),
          Map.entry(0xC614, "UniqueCameraModel"));

  private ExifFields() {}

  /** Name of the field, when its text is of interest. */
  static Optional<String> name(int tag) {
    return Optional.ofNullable(NAMES.get(tag));
  }

  /** The text of a field; character sets are not what EXIF 2.32 section 4.6.5 asks for. */
  static String text(int tag, byte[] value, boolean bigEndian) {
    if (tag >= 0x9C9B && tag <= 0x9C9F) {
      return Texts.utf16(value, false);
    }
    if (tag == USER_COMMENT && value.length >= CHARSET_BYTES) {
      byte[] text = Arrays.copyOfRange(value, CHARSET_BYTES, value.length);
      String charset = new String(value, 0, CHARSET_BYTES, StandardCharsets.ISO_8859_1);
      if (charset.startsWith("UNICODE")) {
        return Texts.utf16(text, bigEndian);
      }
      if (charset.startsWith("ASCII\0") || charset.equals("\0".repeat(CHARSET_BYTES))) {
        return Texts.utf8OrLatin1(text);
      }
    }
    return Texts.utf8OrLatin1(value).strip();
  }
}
