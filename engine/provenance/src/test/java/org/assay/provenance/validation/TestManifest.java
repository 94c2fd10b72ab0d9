package org.assay.provenance.validation;

import static org.assay.provenance.cbor.CborWriter.array;
import static org.assay.provenance.cbor.CborWriter.bytes;
import static org.assay.provenance.cbor.CborWriter.map;
import static org.assay.provenance.cbor.CborWriter.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assay.media.MediaException;
import org.assay.provenance.ByteBuilder;
import org.assay.provenance.SampleStore;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.c2pa.JumbfUri;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.cbor.CborWriter;

/** Puts manifests together: a claim of version 2 that is in order until told otherwise. */
final class TestManifest {
  /** The source type of a generative model. */
  static final String GENERATED =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

  private final String label;
  private String kind = "c2ma";
  private final Map<String, byte[]> created = new LinkedHashMap<>();
  private final Map<String, byte[]> gathered = new LinkedHashMap<>();
  private final Map<String, byte[]> extra = new LinkedHashMap<>();
  private final List<byte[]> fields = new ArrayList<>();
  private final List<String> onlyClaimed = new ArrayList<>();
  private String signature = "self#jumbf=c2pa.signature";
  private String generator = "test";
  private UnaryOperator<byte[]> claimEdit = claim -> claim;
  private UnaryOperator<byte[]> signer = claim -> text("signature");

  TestManifest(String label) {
    this.label = label;
  }

  /** With a hard binding and one action that created it. */
  static TestManifest sound(String label) {
    return new TestManifest(label)
        .created("c2pa.hash.data", map(text("name"), text("x")))
        .created("c2pa.actions.v2", actions(action("c2pa.created", GENERATED)));
  }

  static String urn(int number) {
    return "urn:c2pa:%08d-0000-4000-8000-000000000000".formatted(number);
  }

  String label() {
    return label;
  }

  TestManifest update() {
    kind = "c2um";
    return this;
  }

  TestManifest created(String name, byte[] cbor) {
    created.put(name, SampleStore.superBox("cbor", name, box("cbor", cbor)));
    return this;
  }

  TestManifest json(String name, String json) {
    created.put(name, SampleStore.superBox("json", name, box("json", utf8(json))));
    return this;
  }

  TestManifest gathered(String name, byte[] cbor) {
    gathered.put(name, SampleStore.superBox("cbor", name, box("cbor", cbor)));
    return this;
  }

  /** In the store, but not in the claim. */
  TestManifest unclaimed(String name, byte[] cbor) {
    extra.put(name, SampleStore.superBox("cbor", name, box("cbor", cbor)));
    return this;
  }

  TestManifest without(String name) {
    created.remove(name);
    return this;
  }

  /** Claimed by its hash, but no longer in the store. */
  TestManifest removed(String name) {
    onlyClaimed.add(name);
    return this;
  }

  TestManifest field(String key, byte[] value) {
    fields.add(text(key));
    fields.add(value);
    return this;
  }

  TestManifest signature(String uri) {
    signature = uri;
    return this;
  }

  TestManifest generator(String name) {
    generator = name;
    return this;
  }

  TestManifest claim(UnaryOperator<byte[]> edit) {
    claimEdit = edit;
    return this;
  }

  TestManifest signed(UnaryOperator<byte[]> by) {
    signer = by;
    return this;
  }

  byte[] claim() {
    List<byte[]> all = new ArrayList<>();
    all.addAll(List.of(text("alg"), text("sha256")));
    all.addAll(List.of(text("instanceID"), text("xmp:iid:1")));
    all.addAll(List.of(text("signature"), text(signature)));
    all.addAll(List.of(text("created_assertions"), uris(created)));
    if (!gathered.isEmpty()) {
      all.addAll(List.of(text("gathered_assertions"), uris(gathered)));
    }
    all.addAll(List.of(text("claim_generator_info"), map(text("name"), text(generator))));
    all.addAll(fields);
    return claimEdit.apply(map(all.toArray(byte[][]::new)));
  }

  /** The manifest's superbox. */
  byte[] box() {
    ByteBuilder assertions = new ByteBuilder();
    for (Map<String, byte[]> part : List.of(created, gathered, extra)) {
      part.forEach(
          (name, box) -> {
            if (!onlyClaimed.contains(name)) {
              assertions.put(box);
            }
          });
    }
    byte[] claim = claim();
    byte[] parts =
        new ByteBuilder()
            .put(SampleStore.superBox("c2as", "c2pa.assertions", assertions.build()))
            .put(SampleStore.superBox("c2cl", "c2pa.claim.v2", box("cbor", claim)))
            .put(signatureBox(claim))
            .build();
    return SampleStore.superBox(kind, label, parts);
  }

  private byte[] signatureBox(byte[] claim) {
    return SampleStore.superBox("c2cs", "c2pa.signature", box("cbor", signer.apply(claim)));
  }

  /** An ingredient assertion of version 3 that refers to a manifest. */
  static byte[] ingredient(String relationship, TestManifest manifest, byte[]... recorded) {
    String uri = JumbfUri.ofManifest(manifest.label);
    byte[] none = array();
    byte[] results =
        map(text("success"), none, text("informational"), none, text("failure"), array(recorded));
    return map(
        text("relationship"),
        text(relationship),
        text("dc:title"),
        text("part"),
        text("activeManifest"),
        uri(uri, manifest.box()),
        text("claimSignature"),
        uri(JumbfUri.ofSignature(manifest.label), manifest.signatureBox(manifest.claim())),
        text("validationResults"),
        map(text("activeManifest"), results));
  }

  /** An ingredient of which nothing is known. */
  static byte[] stranger(String relationship) {
    return map(text("relationship"), text(relationship), text("dc:title"), text("stranger"));
  }

  static byte[] recorded(String code, String url) {
    return map(text("code"), text(code), text("url"), text(url));
  }

  static byte[] actions(byte[]... actions) {
    return map(text("actions"), array(actions));
  }

  static byte[] action(String name, String sourceType) {
    return map(text("action"), text(name), text("digitalSourceType"), text(sourceType));
  }

  static byte[] action(String name) {
    return map(text("action"), text(name));
  }

  /** An action with parameters, keys and values in turn. */
  static byte[] acting(String name, byte[]... parameters) {
    return map(text("action"), text(name), text("parameters"), map(parameters));
  }

  /** An action on ingredient assertions of the same manifest. */
  static byte[] on(String name, String... labels) {
    byte[][] uris =
        Arrays.stream(labels)
            .map(one -> uri("self#jumbf=c2pa.assertions/" + one, new byte[8]))
            .toArray(byte[][]::new);
    return acting(name, text("ingredients"), array(uris));
  }

  static ManifestStore store(TestManifest... manifests) throws MediaException {
    byte[][] boxes = Arrays.stream(manifests).map(TestManifest::box).toArray(byte[][]::new);
    return ManifestStore.parse(
        Slice.of(SampleStore.superBox("c2pa", "c2pa", CborWriter.join(boxes))));
  }

  private static byte[] uris(Map<String, byte[]> assertions) {
    return array(
        assertions.entrySet().stream()
            .map(one -> uri("self#jumbf=c2pa.assertions/" + one.getKey(), one.getValue()))
            .toArray(byte[][]::new));
  }

  /** Over the content of a box, as all hashes are. */
  static byte[] uri(String url, byte[] box) {
    byte[] content = Arrays.copyOfRange(box, 8, box.length);
    return map(text("url"), text(url), text("hash"), bytes(sha256(content)));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static byte[] box(String type, byte[] content) {
    return new ByteBuilder().box(type, content).build();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
