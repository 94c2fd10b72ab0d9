package org.assay.provenance;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.container.Container;
import org.assay.provenance.container.Part.EmbeddedStore;

/**
 * The Content Credentials of one file, read but not validated.
 *
 * @param container the file's metadata; {@code container.stores()} says where the bytes stand
 * @param sidecar the file beside it that the store is of; empty when it is the file's own
 * @param store empty when there is none or it cannot be parsed
 * @param damage what is wrong with container and store, one sentence each
 */
public record Credentials(
    Container container,
    Optional<Path> sidecar,
    Optional<ManifestStore> store,
    List<String> damage) {

  /** Copies the list. */
  public Credentials {
    Objects.requireNonNull(container, "container");
    Objects.requireNonNull(sidecar, "sidecar");
    Objects.requireNonNull(store, "store");
    damage = List.copyOf(damage);
  }

  /** Whether there is something that is meant as a manifest store, readable or not. */
  public boolean present() {
    return sidecar.isPresent() || !container.stores().isEmpty();
  }

  /** The embedded bytes that were parsed. */
  public Optional<EmbeddedStore> embedded() {
    return container.stores().stream().findFirst();
  }
}
