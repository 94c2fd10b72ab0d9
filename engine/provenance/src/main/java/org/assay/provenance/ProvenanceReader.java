package org.assay.provenance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.container.Container;
import org.assay.provenance.container.Containers;
import org.assay.provenance.container.Part.EmbeddedStore;

/** Reads the Content Credentials of a file without decoding its media. Safe for concurrent use. */
public final class ProvenanceReader {

  /**
   * Reads a file.
   *
   * @throws MediaException if the format is none whose metadata is read
   */
  public Credentials read(Path file) throws IOException, MediaException, InterruptedException {
    return read(Containers.read(file));
  }

  /** Parses the first manifest store of a container; a broken one is damage, not an exception. */
  public Credentials read(Container container) {
    List<String> damage = new ArrayList<>(container.damage());
    List<EmbeddedStore> stores = container.stores();
    if (stores.size() > 1) {
      damage.add("%d manifest stores, expected one; the first was read".formatted(stores.size()));
    }
    Optional<ManifestStore> store = Optional.empty();
    if (!stores.isEmpty()) {
      try {
        store = Optional.of(ManifestStore.parse(stores.get(0).bytes()));
        damage.addAll(store.get().damage());
      } catch (MediaException fault) {
        damage.add(stores.get(0).place() + ": " + fault.getMessage());
      }
    }
    return new Credentials(container, store, damage);
  }
}
