package org.assay.provenance.container;

import java.io.IOException;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.bytes.Texts;

/** JPEG marker segments up to the first scan, ISO/IEC 10918-1 annex B. */
final class JpegReader implements ContainerReader {
  private static final String EXIF = "Exif\0\0";
  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  private static final String EXTENDED_XMP = "http://ns.adobe.com/xmp/extension/\0";
  private static final String PHOTOSHOP = "Photoshop 3.0\0";
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  @Override
  public Optional<MediaType> recognise(Span file) throws IOException, MediaException {
    boolean jpeg = file.matches(0, "\u00FF\u00D8\u00FF");
    return jpeg ? Optional.of(MediaType.JPEG) : Optional.empty();
  }

  @Override
  public void read(Span file, Collector found)
      throws IOException, MediaException, InterruptedException {
    JpegManifests manifests = new JpegManifests();
    ExtendedXmp extended = new ExtendedXmp();
    found.require(() -> segments(file, found, manifests, extended));
    manifests.finish(found);
    extended.finish(found);
  }

  private static void segments(
      Span file, Collector found, JpegManifests manifests, ExtendedXmp extended)
      throws IOException, MediaException, InterruptedException {
    long at = 2;
    while (true) {
      found.step();
      if (file.u8(at) != 0xFF) {
        throw new MediaException(
            "JPEG at byte %d: expected a marker, found %02X".formatted(at, file.u8(at)));
      }
      int marker = file.u8(at + 1);
      if (marker == 0xFF) { // fill byte
        at++;
        continue;
      }
      if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        return;
      }
      boolean standsAlone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
      if (standsAlone) {
        at += 2;
        continue;
      }
      int length = file.u16(at + 2);
      if (length < 2) {
        throw new MediaException(
            "JPEG segment %02X at byte %d: length %d is below 2".formatted(marker, at, length));
      }
      if (marker == 0xEB && 2L + length > file.length() - at) {
        manifests.cut(file.from(at, "JPEG segment EB"), found);
      }
      Span segment = file.sub(at, 2L + length, "JPEG segment %02X".formatted(marker));
      found.attempt(() -> segment(marker, segment, found, manifests, extended));
      at += segment.length();
    }
  }

  private static void segment(
      int marker, Span segment, Collector found, JpegManifests manifests, ExtendedXmp extended)
      throws IOException, MediaException, InterruptedException {
    Span data = segment.from(4, segment.name());
    if (marker == 0xE1 && data.matches(0, EXIF)) {
      TiffDirectories.read(data.from(EXIF.length(), "EXIF"), "JPEG APP1", found);
    } else if (marker == 0xE1 && data.matches(0, XMP)) {
      found.xmp(data.from(XMP.length(), "XMP"), "JPEG APP1 XMP");
    } else if (marker == 0xE1 && data.matches(0, EXTENDED_XMP)) {
      extended.add(data.from(EXTENDED_XMP.length(), "extended XMP"), found);
    } else if (marker == 0xEB && data.matches(0, "JP")) {
      manifests.add(segment, found);
    } else if (marker == 0xED && data.matches(0, PHOTOSHOP)) {
      Photoshop.read(data.from(PHOTOSHOP.length(), "image resources"), "JPEG APP13", found);
    } else if (marker == 0xFE) {
      String comment = Texts.utf8OrLatin1(data.bytes(found.limits().partBytes()));
      found.text(Part.Origin.TEXT, "Comment", comment, "JPEG comment");
    }
  }
}
