package org.assay.provenance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.Deflater;
import org.assay.media.MediaType;

/** The smallest files of each format that carry a manifest store, XMP and a text where they can. */
public final class SampleFiles {
  /** Says that the item was generated. */
  public static final String XMP =
      "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
          + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
          + " xmlns:e='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'"
          + " e:DigitalSourceType='https://cv.iptc.org/newscodes/digitalsourcetype/"
          + "trainedAlgorithmicMedia'/></rdf:RDF></x:xmpmeta>";

  /** As WebUI writes them. */
  public static final String PARAMETERS =
      "a cat\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1";

  private static final byte[] STORE = SampleStore.store();
  private static final byte[] XMP_BYTES = XMP.getBytes(StandardCharsets.UTF_8);

  /**
   * A file and what is in it.
   *
   * @param cleanCuts how many truncations of it are valid files of the same format
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Sample(
      MediaType type, byte[] bytes, boolean store, boolean xmp, boolean text, int cleanCuts) {}

  private SampleFiles() {}

  /** A store in two segments, XMP, EXIF, a comment. */
  public static Sample jpeg() {
    int half = STORE.length / 2;
    byte[] first = new ByteBuilder().text("JP").u16(1).u32(1).put(slice(0, half)).build();
    byte[] second =
        new ByteBuilder()
            .text("JP")
            .u16(1)
            .u32(2)
            .put(slice(0, 8))
            .put(slice(half, STORE.length))
            .build();
    ByteBuilder file = new ByteBuilder().u8(0xFF, 0xD8);
    segment(file, 0xE1, new ByteBuilder().text("Exif\0\0").put(exif()).build());
    segment(
        file,
        0xE1,
        new ByteBuilder().text("http://ns.adobe.com/xap/1.0/\0").put(XMP_BYTES).build());
    segment(file, 0xEB, first);
    segment(file, 0xEB, second);
    file.u8(0xFF, 0xD9);
    return new Sample(MediaType.JPEG, file.build(), true, true, true, 0);
  }

  /** Every text chunk there is. */
  public static Sample png() {
    ByteBuilder file = new ByteBuilder().text("\u0089PNG\r\n\u001A\n");
    chunk(file, "IHDR", new byte[13]);
    chunk(file, "caBX", STORE);
    chunk(
        file, "iTXt", new ByteBuilder().text("XML:com.adobe.xmp\0\0\0\0\0").put(XMP_BYTES).build());
    chunk(file, "zTXt", new ByteBuilder().text("parameters\0\0").put(deflated(PARAMETERS)).build());
    chunk(file, "tEXt", "Comment\0nothing".getBytes(StandardCharsets.ISO_8859_1));
    chunk(file, "IEND", new byte[0]);
    return new Sample(MediaType.PNG, file.build(), true, true, true, 0);
  }

  /** WebP or WAVE. */
  public static Sample riff(MediaType type, String form) {
    ByteBuilder body = new ByteBuilder().text(form);
    riffChunk(body, "EXIF", exif());
    riffChunk(body, "XMP ", XMP_BYTES);
    riffChunk(body, "C2PA", STORE);
    byte[] file = new ByteBuilder().text("RIFF").u32le(body.size()).put(body.build()).build();
    return new Sample(type, file, true, true, true, 0);
  }

  /** A comment, XMP and a store in application extensions. */
  public static Sample gif() {
    ByteBuilder file = new ByteBuilder().text("GIF89a").u8(1, 0, 1, 0, 0, 0, 0);
    file.u8(0x21, 0xFE, 7).text("nothing").u8(0);
    file.u8(0x21, 0xFF, 11).text("XMP DataXMP").put(XMP_BYTES).u8(1);
    for (int i = 255; i >= 0; i--) {
      file.u8(i);
    }
    file.u8(0).u8(0x21, 0xFF, 11).text("C2PA_GIF").u8(1, 0, 0);
    for (int at = 0; at < STORE.length; at += 255) {
      int count = Math.min(255, STORE.length - at);
      file.u8(count).put(slice(at, at + count));
    }
    file.u8(0, 0x3B);
    return new Sample(MediaType.GIF, file.build(), true, true, true, 0);
  }

  /** One directory. */
  public static Sample tiff() {
    byte[] text = (PARAMETERS + "\0").getBytes(StandardCharsets.ISO_8859_1);
    int at = 8 + 2 + 3 * 12 + 4;
    ByteBuilder file = new ByteBuilder().text("MM\0*").u32(8).u16(3);
    file.u16(0x010E).u16(2).u32(text.length).u32(at);
    file.u16(0x02BC).u16(1).u32(XMP_BYTES.length).u32(at + text.length);
    file.u16(0xCD41).u16(7).u32(STORE.length).u32((long) at + text.length + XMP_BYTES.length);
    file.u32(0).put(text).put(XMP_BYTES).put(STORE);
    return new Sample(MediaType.TIFF, file.build(), true, true, true, 0);
  }

  /** Two uuid boxes and a metadata list; cutting at a top-level box leaves a valid file. */
  public static Sample mp4() {
    byte[] c2pa =
        new ByteBuilder()
            .put(HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481"))
            .u32(0)
            .text("manifest\0")
            .u32(0)
            .u32(0)
            .put(STORE)
            .build();
    byte[] xmp =
        new ByteBuilder()
            .put(HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac"))
            .put(XMP_BYTES)
            .build();
    byte[] data = new ByteBuilder().u32(1).u32(0).text(PARAMETERS).build();
    byte[] item =
        new ByteBuilder().box("\u00A9cmt", new ByteBuilder().box("data", data).build()).build();
    byte[] meta = new ByteBuilder().u32(0).box("ilst", item).build();
    byte[] udta = new ByteBuilder().box("meta", meta).build();
    byte[] moov = new ByteBuilder().box("udta", udta).build();
    byte[] file =
        new ByteBuilder()
            .box("ftyp", "isom\0\0\0\0isom".getBytes(StandardCharsets.ISO_8859_1))
            .box("uuid", c2pa)
            .box("uuid", xmp)
            .box("moov", moov)
            .build();
    return new Sample(MediaType.MP4, file, true, true, true, 20);
  }

  /** XMP as an item. */
  public static Sample heic() {
    String infe = "\2\0\0\0\0\1\0\0mime\0application/rdf+xml\0";
    byte[] entry =
        new ByteBuilder().box("infe", infe.getBytes(StandardCharsets.ISO_8859_1)).build();
    byte[] information = new ByteBuilder().u32(0).u16(1).put(entry).build();
    byte[] location =
        new ByteBuilder()
            .u32(1L << 24) // version 1
            .u8(0x44, 0)
            .u16(1)
            .u16(1)
            .u16(1) // in idat
            .u16(0)
            .u16(1)
            .u32(0)
            .u32(XMP_BYTES.length)
            .build();
    byte[] meta =
        new ByteBuilder()
            .u32(0)
            .box("iinf", information)
            .box("iloc", location)
            .box("idat", XMP_BYTES)
            .build();
    byte[] file =
        new ByteBuilder()
            .box("ftyp", "heic\0\0\0\0mif1".getBytes(StandardCharsets.ISO_8859_1))
            .box("meta", meta)
            .build();
    return new Sample(MediaType.HEIC, file, false, true, false, 12);
  }

  /** Boxes of JPEG XL. */
  public static Sample jxl() {
    byte[] file =
        new ByteBuilder()
            .text("\0\0\0\fJXL \r\n\u0087\n")
            .box("xml ", XMP_BYTES)
            .put(STORE)
            .box("Exif", new ByteBuilder().u32(0).put(exif()).build())
            .build();
    return new Sample(MediaType.JXL, file, true, true, true, 15);
  }

  /** A tag without sound after it. */
  public static Sample mp3() {
    byte[] tag = id3();
    return new Sample(MediaType.MP3, tag, true, true, true, 0);
  }

  /** A tag, then a comment block. */
  public static Sample flac() {
    byte[] comment = "parameters=none".getBytes(StandardCharsets.ISO_8859_1);
    byte[] block = new ByteBuilder().u32le(0).u32le(1).u32le(comment.length).put(comment).build();
    byte[] file =
        new ByteBuilder().put(id3()).text("fLaC").u8(0x84, 0).u16(block.length).put(block).build();
    // cut within "fLaC" it is an MP3 with a complete tag
    return new Sample(MediaType.FLAC, file, true, true, true, 4);
  }

  /** The store in base64. */
  public static Sample svg() {
    String file =
        "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><metadata>"
            + "<c2pa:manifest xmlns:c2pa='http://c2pa.org/manifest'>"
            + Base64.getEncoder().encodeToString(STORE)
            + "</c2pa:manifest>"
            + XMP
            + "</metadata></svg>";
    byte[] bytes = file.getBytes(StandardCharsets.ISO_8859_1);
    return new Sample(MediaType.SVG, bytes, true, true, false, 0);
  }

  /** Streams of an embedded file and of XMP. */
  public static Sample pdf() {
    byte[] file =
        new ByteBuilder()
            .text("%PDF-1.7\n1 0 obj\n<< /AIGC ({\"Label\":\"1\"\\)}) >>\nendobj\n")
            .text("2 0 obj\n<< /Type /EmbeddedFile >>\nstream\n")
            .put(STORE)
            .text("\nendstream\nendobj\n3 0 obj\n<< /Type /Metadata >>\nstream\n")
            .put(XMP_BYTES)
            .text("\nendstream\nendobj\n%%EOF")
            .build();
    return new Sample(MediaType.PDF, file, true, true, true, 0);
  }

  /** The store alone. */
  public static Sample sidecar() {
    return new Sample(MediaType.C2PA, STORE, true, false, false, 0);
  }

  private static byte[] id3() {
    ByteBuilder frames = new ByteBuilder();
    frame(
        frames,
        "GEOB",
        new ByteBuilder().u8(0).text("application/c2pa\0c2pa\0store\0").put(STORE).build());
    frame(frames, "PRIV", new ByteBuilder().text("XMP\0").put(XMP_BYTES).build());
    frame(frames, "TXXX", new ByteBuilder().u8(3).text("AIGC\0{\"Label\":\"2\"}").build());
    int size = frames.size();
    return new ByteBuilder()
        .text("ID3")
        .u8(4, 0, 0, (size >> 21) & 127, (size >> 14) & 127, (size >> 7) & 127, size & 127)
        .put(frames.build())
        .build();
  }

  private static void frame(ByteBuilder frames, String id, byte[] content) {
    int size = content.length;
    frames.text(id).u8((size >> 21) & 127, (size >> 14) & 127, (size >> 7) & 127, size & 127);
    frames.u16(0).put(content);
  }

  /** A user comment in UTF-16, as generators write it. */
  private static byte[] exif() {
    byte[] comment =
        new ByteBuilder()
            .text("UNICODE\0")
            .put(PARAMETERS.getBytes(StandardCharsets.UTF_16BE))
            .build();
    return new ByteBuilder()
        .text("MM\0*")
        .u32(8)
        .u16(1)
        .u16(0x8769)
        .u16(4)
        .u32(1)
        .u32(26)
        .u32(0)
        .u16(1)
        .u16(0x9286)
        .u16(7)
        .u32(comment.length)
        .u32(44)
        .u32(0)
        .put(comment)
        .build();
  }

  private static void segment(ByteBuilder file, int marker, byte[] content) {
    file.u8(0xFF, marker).u16(content.length + 2).put(content);
  }

  private static void chunk(ByteBuilder file, String type, byte[] content) {
    file.u32(content.length).text(type).put(content).u32(0);
  }

  private static void riffChunk(ByteBuilder file, String type, byte[] content) {
    file.text(type).u32le(content.length).put(content).put(new byte[content.length & 1]);
  }

  private static byte[] slice(int from, int to) {
    return Arrays.copyOfRange(STORE, from, to);
  }

  private static byte[] deflated(String text) {
    Deflater deflater = new Deflater();
    deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
    deflater.finish();
    byte[] buffer = new byte[1024];
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    result.write(buffer, 0, deflater.deflate(buffer));
    deflater.end();
    return result.toByteArray();
  }
}
