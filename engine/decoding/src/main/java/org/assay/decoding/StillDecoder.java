package org.assay.decoding;

import java.util.Arrays;
import java.util.OptionalLong;
import org.assay.media.MediaException;
import org.assay.media.MediaType;

/** Decodes the still formats that need no child process. */
final class StillDecoder {
  private static final byte[] NOTHING = {};
  private static final byte[] END_OF_IMAGE = {(byte) 0xFF, (byte) 0xD9};

  private StillDecoder() {}

  /** What the file's structure says; nothing is decoded. */
  static StillHeader header(MediaType type, Bytes file) throws MediaException {
    return switch (type) {
      case JPEG -> JpegHeader.read(file);
      case PNG -> PngHeader.read(file);
      case WEBP -> WebpHeader.read(file);
      case GIF -> GifHeader.read(file);
      case BMP -> BmpHeader.read(file);
      case TIFF, DNG -> TiffHeader.read(file);
      default -> throw new IllegalArgumentException("not a still read in this process: " + type);
    };
  }

  /**
   * Decodes the first frame; the caller has checked {@code header} against the limits.
   *
   * @param file may be changed
   * @throws MediaException if there are no pixels in it
   */
  static Samples decode(MediaType type, Bytes file, StillHeader header) throws MediaException {
    return switch (type) {
      case JPEG ->
          OpenCvReader.read(file, JpegHeader.isCutOff(header) ? END_OF_IMAGE : NOTHING, header);
      case PNG -> png(file, header);
      case WEBP ->
          header.animated()
              ? AnimatedWebp.read(file, header)
              : OpenCvReader.read(file, NOTHING, header);
      case GIF -> GifReader.read(file, header);
      case BMP -> bmp(file, header);
      case TIFF, DNG -> tiff(file, header);
      default -> throw new IllegalArgumentException("not a still read in this process: " + type);
    };
  }

  private static Samples png(Bytes file, StillHeader header) throws MediaException {
    Bytes whole =
        header.damage().isEmpty() ? file : new Bytes(file.what(), PngRepair.repair(file, header));
    return OpenCvReader.read(whole, NOTHING, header);
  }

  private static Samples bmp(Bytes file, StillHeader header) throws MediaException {
    long missing =
        BmpHeader.missingBytes(
            file, header.widthPixels(), header.heightPixels(), BmpHeader.bits(file));
    long pixels = header.widthPixels() * header.heightPixels();
    if (missing > 4 * pixels + 4 * header.heightPixels()) {
      throw new MediaException(
          "BMP of %d bytes: %d bytes of pixels are missing, more than the whole picture has"
              .formatted(file.length(), missing));
    }
    Bytes whole =
        missing == 0
            ? file
            : new Bytes(file.what(), Arrays.copyOf(file.array(), (int) (file.length() + missing)));
    return OpenCvReader.read(whole, NOTHING, header);
  }

  private static Samples tiff(Bytes file, StillHeader header) throws MediaException {
    // OpenCV turns a TIFF upright by itself, unlike all else: take the wish out of the bytes.
    OptionalLong orientation = ExifOrientation.valuePosition(file, 0, file.length());
    if (header.orientation() != 1 && orientation.isPresent()) {
      boolean little = file.matches(0, "II");
      int at = (int) orientation.getAsLong();
      file.array()[at] = (byte) (little ? 1 : 0);
      file.array()[at + 1] = (byte) (little ? 0 : 1);
    }
    return OpenCvReader.read(file, NOTHING, header);
  }
}
