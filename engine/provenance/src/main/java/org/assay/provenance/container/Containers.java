package org.assay.provenance.container;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.media.MediaType;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Span;

/** All formats that Assay reads metadata of. Safe for concurrent use. */
public final class Containers {
  /** Asked in this order; text formats come last because they look for their start. */
  private static final List<ContainerReader> READERS =
      List.of(
          new JpegReader(),
          new PngReader(),
          new RiffReader(),
          new GifReader(),
          new TiffReader(),
          new JxlReader(),
          new BmffReader(),
          new FlacReader(),
          new Mp3Reader(),
          new SidecarReader(),
          new PdfReader(),
          new SvgReader());

  private Containers() {}

  /**
   * Reads a file.
   *
   * @throws MediaException if it is of no format listed here
   * @throws IOException if the file cannot be read at all
   */
  public static Container read(Path file) throws IOException, MediaException, InterruptedException {
    try (ByteSource source = ByteSource.open(file)) {
      return read(source, Limits.DEFAULT);
    } catch (ClosedByInterruptException interrupted) {
      InterruptedException stopped = new InterruptedException("reading " + file);
      stopped.initCause(interrupted);
      throw stopped;
    }
  }

  /** Reads from a source, which stays open. */
  public static Container read(ByteSource source, Limits limits)
      throws IOException, MediaException, InterruptedException {
    Span file = Span.of(source);
    for (ContainerReader reader : READERS) {
      Optional<MediaType> type = reader.recognise(file);
      if (type.isPresent()) {
        Collector found = new Collector(limits);
        found.attempt(() -> reader.read(file, found));
        return found.container(type.get());
      }
    }
    byte[] start = file.bytes(0, Math.min(16, file.length()), 16);
    throw new MediaException(
        "no container format whose metadata is read: file of %d bytes starts with '%s'"
            .formatted(file.length(), HexFormat.ofDelimiter(" ").formatHex(start)));
  }
}
