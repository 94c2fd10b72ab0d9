package org.assay.provenance.binding;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.container.Container;
import org.assay.provenance.container.Part.EmbeddedStore;

/**
 * The file that a hard binding is checked against.
 *
 * @param bytes open while the check runs
 * @param container its metadata; {@code stores()} says where manifests stand
 * @param fragments further files of a fragmented BMFF item, in order, or the files of a collection;
 *     empty for all others
 * @param updated whether the active manifest is an update manifest, which has made the store longer
 *     than it was when the binding was computed: C2PA 2.2 section 11.2.3
 */
public record BoundFile(
    ByteSource bytes, Container container, List<Path> fragments, boolean updated) {

  /** Copies the list. */
  public BoundFile {
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(container, "container");
    fragments = List.copyOf(fragments);
  }

  /** A file whose active manifest is none of update. */
  public BoundFile(ByteSource bytes, Container container, List<Path> fragments) {
    this(bytes, container, fragments, false);
  }

  /** Where manifest stores stand; empty for a sidecar or a remote manifest. */
  public List<EmbeddedStore> stores() {
    return container.stores();
  }
}
