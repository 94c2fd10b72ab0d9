package org.assay.provenance.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.StatusCode;

/**
 * The {@code c2pa.hash.multi-asset} assertion: a file that consists of several, such as a photo
 * with a movie behind it, of which some may have been taken away. C2PA 2.2 section 18.9.
 */
record MultiAssetHash(List<Part> parts) {

  /**
   * One part.
   *
   * @param hash label of the assertion that holds its hash
   * @param optional whether the file is whole without it
   */
  record Part(ByteRange place, String hash, boolean optional) {}

  static MultiAssetHash read(Slice assertion) throws BindingFault {
    Optional<List<Fields>> maps = Fields.of(assertion, "multi-asset hash").maps("parts");
    if (maps.isEmpty() || maps.get().isEmpty()) {
      throw BindingFault.malformed("multi-asset hash: no parts");
    }
    List<Part> parts = new ArrayList<>();
    long end = 0;
    for (Fields map : maps.get()) {
      Fields location = map.map("location");
      long start = location.requiredUnsigned("byteOffset");
      long length = location.requiredUnsigned("length");
      if (start != end || length > Long.MAX_VALUE - start) {
        throw BindingFault.malformed("multi-asset hash: parts do not follow one another");
      }
      end = start + length;
      String url = map.map("hashAssertion").text("url").orElse("");
      String label = url.substring(url.lastIndexOf('/') + 1);
      parts.add(new Part(new ByteRange(start, length), label, map.flag("optional").orElse(false)));
    }
    return new MultiAssetHash(parts);
  }

  void check(
      BoundFile file,
      String algorithm,
      boolean strict,
      Function<String, Optional<Slice>> assertions,
      Findings findings)
      throws IOException, InterruptedException, BindingFault {
    long at = 0;
    for (Part part : parts) {
      if (at == file.bytes().length() && part.optional()) {
        continue;
      }
      if (part.place().end() > file.bytes().length()) {
        throw BindingFault.of(
            BindingFault.Kind.MISSING_PART, "multi-asset hash: a part is not in the file");
      }
      Optional<Slice> hash = assertions.apply(part.hash());
      if (hash.isEmpty() || !part.hash().startsWith("c2pa.hash.data")) {
        throw BindingFault.malformed("multi-asset hash: a part without a data hash");
      }
      Findings own = new Findings("");
      BoundFile bytes = partOf(file, part.place());
      DataHash.read(hash.get(), strict).check(bytes, algorithm, own);
      if (own.statuses().stream().anyMatch(status -> status.failed())) {
        throw BindingFault.mismatch("multi-asset hash: a part has other bytes");
      }
      at = part.place().end();
    }
    if (at != file.bytes().length()) {
      throw BindingFault.mismatch("multi-asset hash: bytes after the last part");
    }
    findings.add(
        StatusCode.ASSERTION_MULTI_ASSET_HASH_MATCH, "multi-asset hash: the parts are as bound");
  }

  private static BoundFile partOf(BoundFile file, ByteRange place) {
    return new BoundFile(
        new PartSource(file.bytes(), place),
        PartSource.moved(file.container(), place),
        List.of(),
        file.updated());
  }
}
