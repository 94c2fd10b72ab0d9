package org.assay.provenance.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaType;
import org.assay.provenance.ByteBuilder;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.container.Container;
import org.assay.provenance.container.Part.EmbeddedStore;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode;

/** Files in memory with a manifest at a known place, and questions about them. */
final class BoundBytes {
  private BoundBytes() {}

  /** A file of any format with its manifest at one place, or without. */
  static BoundFile file(MediaType type, byte[] bytes, Optional<ByteRange> manifest) {
    return new BoundFile(
        ByteSource.of(bytes), container(type, manifest.stream().toList()), List.of());
  }

  static BoundFile fragmented(byte[] head, List<Path> fragments) {
    return new BoundFile(ByteSource.of(head), container(MediaType.MP4, List.of()), fragments);
  }

  static Container container(MediaType type, List<ByteRange> manifests) {
    List<EmbeddedStore> stores =
        manifests.stream()
            .map(
                range ->
                    new EmbeddedStore(
                        Slice.of(new byte[0]),
                        List.of(range),
                        List.of(range),
                        true,
                        "manifest",
                        "test"))
            .toList();
    return new Container(type, List.copyOf(stores), List.of(), Optional.empty());
  }

  static List<StatusCode> codes(String label, Object assertion, BoundFile file) throws Exception {
    return codes(FileHardBindings.strict(), label, CborItems.slice(assertion), file);
  }

  static List<StatusCode> codes(
      FileHardBindings bindings, String label, Slice assertion, BoundFile file) throws Exception {
    List<Status> statuses = bindings.check(label, assertion, "self#jumbf=test", "sha256", file);
    assertThat(statuses).isNotEmpty().allMatch(status -> status.url().equals("self#jumbf=test"));
    return statuses.stream().map(Status::code).toList();
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] u64(long value) {
    return new ByteBuilder().u32(value >>> 32).u32(value).build();
  }
}
