package org.assay.provenance;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Small manifest stores, unsigned. */
public final class SampleStore {
  /** Label of the only manifest. */
  public static final String LABEL = "urn:c2pa:11111111-2222-3333-4444-555555555555";

  private static final byte[] UUID_REST = HexFormat.of().parseHex("00110010800000aa00389b71");

  private SampleStore() {}

  /** One manifest, claim version 2, created by a model. */
  public static byte[] store() {
    byte[] action =
        new ByteBuilder()
            .u8(0xA2)
            .put(cborText("action"))
            .put(cborText("c2pa.created"))
            .put(cborText("digitalSourceType"))
            .put(cborText("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"))
            .build();
    byte[] actions =
        new ByteBuilder().u8(0xA1).put(cborText("actions")).u8(0x81).put(action).build();
    byte[] claim =
        new ByteBuilder()
            .u8(0xA1)
            .put(cborText("claim_generator_info"))
            .u8(0xA2)
            .put(cborText("name"))
            .put(cborText("sample"))
            .put(cborText("version"))
            .put(cborText("1.0"))
            .build();
    byte[] assertions = superBox("c2as", "c2pa.assertions", content("c2pa.actions.v2", actions));
    byte[] claimBox = superBox("c2cl", "c2pa.claim.v2", cbor(claim));
    byte[] manifest =
        superBox("c2ma", LABEL, new ByteBuilder().put(assertions).put(claimBox).build());
    return superBox("c2pa", "c2pa", manifest);
  }

  /** A superbox with a label. */
  public static byte[] superBox(String kind, String label, byte[] children) {
    byte[] description =
        new ByteBuilder().text(kind).put(UUID_REST).u8(3).text(label).u8(0).build();
    return new ByteBuilder()
        .box("jumb", new ByteBuilder().box("jumd", description).put(children).build())
        .build();
  }

  /** A CBOR text. */
  public static byte[] cborText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return new ByteBuilder().u8(0x78, utf8.length).put(utf8).build();
  }

  private static byte[] content(String label, byte[] cbor) {
    return superBox("cbor", label, cbor(cbor));
  }

  private static byte[] cbor(byte[] item) {
    return new ByteBuilder().box("cbor", item).build();
  }
}
