package org.assay.provenance.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.container.Container;
import org.assay.provenance.container.Part;
import org.assay.provenance.container.Part.EmbeddedStore;

/**
 * A stretch of another source, which closing it leaves open.
 *
 * @param range has to lie within the source
 */
record PartSource(ByteSource source, ByteRange range) implements ByteSource {

  @Override
  public long length() {
    return range.length();
  }

  @Override
  public void read(long position, byte[] target, int offset, int length) throws IOException {
    source.read(range.offset() + position, target, offset, length);
  }

  @Override
  public void close() {
    // the source is its owner's to close
  }

  /** The manifests that stand in a stretch, at their places within it. */
  static Container moved(Container container, ByteRange range) {
    List<Part> stores = new ArrayList<>();
    for (EmbeddedStore store : container.stores()) {
      boolean inside =
          store.enclosing().stream()
              .allMatch(place -> place.offset() >= range.offset() && place.end() <= range.end());
      if (inside) {
        List<ByteRange> places =
            store.enclosing().stream()
                .map(place -> new ByteRange(place.offset() - range.offset(), place.length()))
                .toList();
        stores.add(
            new EmbeddedStore(
                store.bytes(), places, places, store.complete(), store.purpose(), store.place()));
      }
    }
    return new Container(container.type(), stores, List.of(), Optional.empty());
  }
}
