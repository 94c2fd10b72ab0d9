package org.assay.provenance.c2pa;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A watermark or fingerprint that a manifest says its item carries, C2PA 2.2 section 18.10.
 *
 * @param algorithm as written; hostile text
 * @param name what the public list calls it; empty when it is not on the list
 */
public record SoftBinding(String algorithm, String name) {

  /** Checks that nothing is missing. */
  public SoftBinding {
    Objects.requireNonNull(algorithm, "algorithm");
    Objects.requireNonNull(name, "name");
  }

  /** All of a store, each algorithm once. */
  public static List<SoftBinding> in(ManifestStore store) {
    return store.manifests().stream()
        .flatMap(manifest -> manifest.named("c2pa.soft-binding").stream())
        .flatMap(assertion -> assertion.map().stream())
        .flatMap(map -> Stream.of(map.text("alg").orElse("")))
        .filter(algorithm -> !algorithm.isEmpty())
        .distinct()
        .map(alg -> new SoftBinding(alg, SoftBindingAlgorithms.name(alg).orElse("")))
        .toList();
  }
}
