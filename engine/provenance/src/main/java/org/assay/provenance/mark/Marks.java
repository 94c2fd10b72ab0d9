package org.assay.provenance.mark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;
import org.assay.provenance.container.Container;
import org.assay.provenance.container.Containers;
import org.assay.provenance.container.Part.TextEntry;
import org.assay.provenance.container.Part.XmpPacket;

/** Reads the marks in a file's metadata, whether or not its samples can be decoded. */
public final class Marks {
  private Marks() {}

  /**
   * Reads a file. Safe for concurrent use.
   *
   * @throws MediaException if the format is none whose metadata is read
   */
  public static MarkReading read(Path file)
      throws IOException, MediaException, InterruptedException {
    return read(Containers.read(file));
  }

  /** Reads what a container says. */
  public static MarkReading read(Container container) {
    List<String> damage = new ArrayList<>(container.damage());
    List<Statement> statements = new ArrayList<>();
    for (TextEntry text : container.texts()) {
      Statement.Origin origin = Statement.Origin.valueOf(text.origin().name());
      statements.add(new Statement(origin, text.keyword(), text.text(), text.place()));
    }
    for (XmpPacket packet : container.xmp()) {
      statements.addAll(XmpProperties.read(packet, damage));
    }
    return new MarkReading(MarkRules.find(statements), damage);
  }
}
