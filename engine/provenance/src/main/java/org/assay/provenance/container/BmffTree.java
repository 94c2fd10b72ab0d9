package org.assay.provenance.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.container.BmffBox.VersionAndFlags;

/**
 * Reads the boxes of an ISO base media file, ISO/IEC 14496-12 section 4.2, exactly as the reference
 * validator divides it: two parsers that differ would hash different bytes.
 */
public final class BmffTree {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_BOXES = 500_000;
  private static final int UUID_BYTES = 16;

  /** Of the uuid boxes that hold manifests and Merkle proofs: C2PA 2.2 section A.5.1. */
  public static final String C2PA_UUID = "d8fec3d61b0e483c92975828877ec481";

  private static final Set<String> CONTAINERS =
      Set.of(
          "moov", "trak", "mdia", "minf", "stbl", "moof", "traf", "edts", "udta", "dinf", "tref",
          "treg", "mvex", "mfra", "meta", "schi");

  private static final Set<String> FULL_BOXES =
      Set.of(
          "pdin", "mvhd", "tkhd", "mdhd", "hdlr", "nmhd", "elng", "stsd", "stdp", "stts", "ctts",
          "cslg", "stss", "stsh", "elst", "dref", "stsz", "stz2", "stsc", "stco", "co64", "padb",
          "subs", "saiz", "saio", "mehd", "trex", "mfhd", "tfhd", "trun", "tfra", "mfro", "tfdt",
          "leva", "trep", "assp", "sbgp", "sgpd", "csgp", "cprt", "tsel", "kind", "meta", "xml ",
          "bxml", "iloc", "pitm", "ipro", "infe", "iinf", "iref", "ipma", "schm", "fiin", "fpar",
          "fecr", "gitn", "fire", "stri", "stsg", "stvi", "csch", "sidx", "ssix", "prft", "srpp",
          "vmhd", "smhd", "srat", "chnl", "dmix", "txtC", "mime", "uri ", "uriI", "hmhd", "sthd",
          "vvhd", "medc");

  private final Span file;
  private int count;

  private BmffTree(Span file) {
    this.file = file;
  }

  /**
   * The top-level boxes in the order of the file.
   *
   * @throws MediaException where a box leads out of its parent; only samples may be cut off
   */
  public static List<BmffBox> read(Span file)
      throws IOException, MediaException, InterruptedException {
    return new BmffTree(file).boxes(0, file.length(), 1);
  }

  private List<BmffBox> boxes(long start, long end, int depth)
      throws IOException, MediaException, InterruptedException {
    List<BmffBox> boxes = new ArrayList<>();
    long at = start;
    while (at < end && file.length() - at >= 8) { // less is trailing data
      if (Thread.interrupted()) {
        throw new InterruptedException("reading boxes");
      }
      if (depth > MAX_DEPTH || ++count > MAX_BOXES) {
        throw new MediaException(
            "box at byte %d: deeper than %d or more than %d boxes"
                .formatted(at, MAX_DEPTH, MAX_BOXES));
      }
      BmffBox box = box(at, end, depth);
      boxes.add(box);
      at = box.end();
    }
    return boxes;
  }

  private BmffBox box(long at, long end, int depth)
      throws IOException, MediaException, InterruptedException {
    String type = file.latin1(at + 4, 4);
    long size = file.u32(at);
    int header = 8;
    if (size == 1) {
      size = file.number(at + 8, 8, true);
      header = 16;
    } else if (size == 0) {
      size = file.length() - at;
    }
    if (size > end - at
        && type.equals("mdat")) { // cut off; its samples are hashed as far as it goes
      size = end - at;
    }
    if (size < header || size > end - at) {
      throw new MediaException(
          "box '%s' at byte %d: size %d is below its header or exceeds the %d bytes left in its parent"
              .formatted(type.replaceAll("[^ -~]", "?"), at, size, end - at));
    }
    long content = at + header;
    ByteRange range = new ByteRange(at, size);
    if (type.equals("uuid")) {
      String uuid = HexFormat.of().formatHex(file.bytes(content, UUID_BYTES, UUID_BYTES));
      Optional<VersionAndFlags> full =
          uuid.equals(C2PA_UUID) ? full(content + UUID_BYTES) : Optional.empty();
      return new BmffBox(type, range, uuid, full, List.of());
    }
    Optional<VersionAndFlags> full =
        FULL_BOXES.contains(type) && !isQuickTimeMeta(type, content)
            ? full(content)
            : Optional.empty();
    List<BmffBox> children =
        CONTAINERS.contains(type)
            ? boxes(content + (full.isPresent() ? 4 : 0), range.end(), depth + 1)
            : List.of();
    return new BmffBox(type, range, "", full, children);
  }

  /** QuickTime's {@code meta} is no full box: its first child stands where the version would. */
  private boolean isQuickTimeMeta(String type, long content) throws IOException {
    try {
      return type.equals("meta") && file.matches(content + 4, "hdlr");
    } catch (MediaException cutOff) {
      return false;
    }
  }

  private Optional<VersionAndFlags> full(long at) throws IOException, MediaException {
    int version = file.u8(at);
    int flags = (int) file.number(at + 1, 3, true);
    return Optional.of(new VersionAndFlags(version, flags));
  }
}
