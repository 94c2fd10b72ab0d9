package org.assay.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.container.Container;
import org.assay.provenance.container.Containers;
import org.assay.provenance.container.Part.EmbeddedStore;

/** Reads the Content Credentials of a file without decoding its media. Safe for concurrent use. */
public final class ProvenanceReader {
  private static final String SIDECAR = ".c2pa";

  /**
   * Reads a file. Where it holds no manifest store, that of {@code NAME.c2pa} beside it is taken,
   * NAME being its name with or without its ending.
   *
   * @throws MediaException if the format is none whose metadata is read
   */
  public Credentials read(Path file) throws IOException, MediaException, InterruptedException {
    return read(Containers.read(file), file);
  }

  /** Reads a file whose container was read already. */
  public Credentials read(Container container, Path file) throws IOException, InterruptedException {
    Optional<Path> sidecar = container.stores().isEmpty() ? sidecar(file) : Optional.empty();
    if (sidecar.isEmpty()) {
      return read(container);
    }
    try {
      Credentials beside = read(Containers.read(sidecar.get()));
      return new Credentials(container, sidecar, beside.store(), beside.damage());
    } catch (MediaException fault) {
      return new Credentials(
          container, sidecar, Optional.empty(), List.of("sidecar: " + fault.getMessage()));
    }
  }

  /**
   * Parses the manifest store of a container; a broken one is damage, not an exception. Of several
   * stores the first is read, but an original and its update are read as one.
   */
  public Credentials read(Container container) {
    List<String> damage = new ArrayList<>(container.damage());
    List<EmbeddedStore> stores = container.stores();
    boolean updated =
        stores.size() == 2
            && stores.get(0).purpose().equals("original")
            && stores.get(1).purpose().equals("update");
    if (stores.size() > 1 && !updated) {
      damage.add("%d manifest stores, expected one; the first was read".formatted(stores.size()));
    } else if (stores.size() == 1 && !stores.get(0).purpose().equals("manifest")) {
      damage.add("a store of purpose '%s' alone".formatted(stores.get(0).purpose()));
    }
    Optional<ManifestStore> store = Optional.empty();
    try {
      if (!stores.isEmpty()) {
        store = Optional.of(ManifestStore.parse(bytes(stores, 0)));
        store =
            updated
                ? Optional.of(store.get().updatedBy(ManifestStore.parse(bytes(stores, 1))))
                : store;
        damage.addAll(store.get().damage());
      }
    } catch (MediaException fault) {
      damage.add(stores.get(0).place() + ": " + fault.getMessage());
    }
    return new Credentials(container, Optional.empty(), store, damage);
  }

  private static Slice bytes(List<EmbeddedStore> stores, int index) {
    return stores.get(index).bytes();
  }

  private static Optional<Path> sidecar(Path file) {
    Path name = file.getFileName();
    if (name == null) {
      return Optional.empty();
    }
    int dot = name.toString().lastIndexOf('.');
    String stem = dot <= 0 ? name.toString() : name.toString().substring(0, dot);
    return List.of(name + SIDECAR, stem + SIDECAR).stream()
        .map(file::resolveSibling)
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
