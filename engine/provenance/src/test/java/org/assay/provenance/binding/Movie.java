package org.assay.provenance.binding;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assay.provenance.ByteBuilder;

/** Small ISO base media files, their boxes one by one. */
final class Movie {
  private static final byte[] C2PA = HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");

  private Movie() {}

  static byte[] join(List<byte[]> boxes) {
    ByteBuilder file = new ByteBuilder();
    boxes.forEach(file::put);
    return file.build();
  }

  static byte[] box(String type, byte[]... contents) {
    return new ByteBuilder().box(type, join(List.of(contents))).build();
  }

  static byte[] ftyp() {
    return box("ftyp", new ByteBuilder().text("isom").u32(0).text("isom").build());
  }

  static byte[] moov() {
    byte[] stco = box("stco", new ByteBuilder().u32(0x01000002).u32(1).u32(99).build());
    byte[] first = box("trak", box("mdia", box("minf", box("stbl", stco))));
    return box("moov", first, box("trak", box("mdia", box("minf", box("stbl", stco)))));
  }

  static byte[] mdat(int bytes, Random random) {
    byte[] samples = new byte[bytes];
    random.nextBytes(samples);
    return box("mdat", samples);
  }

  static byte[] manifest() {
    byte[] content = new ByteBuilder().u32(0).text("manifest\0").put(new byte[8 + 40]).build();
    return box("uuid", C2PA, content);
  }

  static byte[] proof(int location, List<?> hashes) {
    Map<String, Object> map =
        CborItems.map("uniqueId", 1, "localId", 2, "location", location, "hashes", hashes);
    byte[] padded = new ByteBuilder().put(CborItems.encode(map)).put(new byte[5]).build();
    byte[] head = new ByteBuilder().u32(0).text("merkle\0").build();
    return box("uuid", C2PA, head, padded);
  }

  /** What the specification excludes from every BMFF hash. */
  static List<Object> mandatoryExclusions() {
    Object uuid =
        CborItems.map("xpath", "/uuid", "data", List.of(CborItems.map("offset", 8, "value", C2PA)));
    return List.of(uuid, CborItems.map("xpath", "/ftyp"), CborItems.map("xpath", "/mfra"));
  }
}
