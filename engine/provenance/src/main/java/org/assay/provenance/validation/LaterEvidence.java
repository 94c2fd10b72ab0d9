package org.assay.provenance.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.c2pa.Assertion;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.status.StatusCode;

/**
 * Time stamps and certificate states that manifests bring for claims that were signed before, C2PA
 * 2.2 section 18.19 and 18.20.
 */
final class LaterEvidence {
  private final Map<String, List<Slice>> timeStamps = new HashMap<>();
  private final List<Slice> ocspResponses = new ArrayList<>();

  static LaterEvidence of(ManifestGraph graph, StatusLog log) throws Refusal {
    LaterEvidence evidence = new LaterEvidence();
    for (Manifest manifest : graph.manifests().values()) {
      for (Assertion assertion : manifest.named("c2pa.time-stamp")) {
        evidence.addTimeStamps(manifest, assertion, log);
      }
      for (Assertion assertion : manifest.named("c2pa.certificate-status")) {
        evidence.addOcspResponses(assertion);
      }
    }
    return evidence;
  }

  private void addTimeStamps(Manifest manifest, Assertion assertion, StatusLog log) throws Refusal {
    List<Cbor.Entry> entries = assertion.map().map(Cbor.Map::entries).orElse(List.of());
    boolean wrong = assertion.map().isEmpty();
    for (Cbor.Entry entry : entries) {
      if (entry.key() instanceof Cbor.Text label && entry.value() instanceof Cbor.Bytes token) {
        timeStamps.computeIfAbsent(label.value(), key -> new ArrayList<>()).add(token.value());
      } else {
        wrong = true;
      }
    }
    if (wrong) {
      log.add(
          StatusCode.ASSERTION_TIMESTAMP_MALFORMED,
          manifest.uri(assertion),
          "could not parse timestamp assertion");
      throw new Refusal("assertion '%s' is malformed".formatted(assertion.box().label()));
    }
  }

  private void addOcspResponses(Assertion assertion) throws Refusal {
    Cbor values = assertion.map().flatMap(map -> map.get("ocspVals")).orElse(null);
    if (!(values instanceof Cbor.Array array)
        || !array.items().stream().allMatch(Cbor.Bytes.class::isInstance)) {
      throw new Refusal("assertion '%s' is malformed".formatted(assertion.box().label()));
    }
    array.items().forEach(item -> ocspResponses.add(((Cbor.Bytes) item).value()));
  }

  /** Tokens for the claim of one manifest. */
  List<Slice> timeStamps(String manifest) {
    return timeStamps.getOrDefault(manifest, List.of());
  }

  List<Slice> ocspResponses() {
    return ocspResponses;
  }
}
