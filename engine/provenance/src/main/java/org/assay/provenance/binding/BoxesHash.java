package org.assay.provenance.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.status.StatusCode;

/** The {@code c2pa.hash.boxes} assertion: hashes over named boxes, C2PA 2.2 section 18.6. */
record BoxesHash(List<Entry> entries) {

  /**
   * Boxes that follow one another and share a hash.
   *
   * @param algorithm empty when it names none
   * @param exclusions within its boxes; absent and empty are not the same
   */
  record Entry(
      List<String> names,
      String algorithm,
      Slice hash,
      boolean excluded,
      Optional<List<Exclusion>> exclusions) {}

  /** A part of one box, from the box's start. */
  record Exclusion(ByteRange range, long boxIndex) {}

  static BoxesHash read(Slice assertion) throws BindingFault {
    Optional<List<Fields>> maps = Fields.of(assertion, "boxes hash").maps("boxes");
    if (maps.isEmpty()) {
      throw BindingFault.malformed("boxes hash: expected boxes, found none");
    }
    List<Entry> entries = new ArrayList<>();
    for (Fields map : maps.get()) {
      entries.add(entry(map));
    }
    return new BoxesHash(entries);
  }

  private static Entry entry(Fields map) throws BindingFault {
    List<String> names = new ArrayList<>();
    for (Cbor name : map.list("names").orElse(List.of())) {
      if (!(name instanceof Cbor.Text text)) {
        throw BindingFault.malformed("boxes hash: a name is not a text");
      }
      names.add(text.value());
    }
    if (names.isEmpty()) {
      throw BindingFault.malformed("boxes hash: an entry has no names");
    }
    map.requiredBytes("pad");
    return new Entry(
        names,
        map.text("alg").orElse(""),
        map.requiredBytes("hash"),
        map.flag("excluded").orElse(false),
        exclusions(map));
  }

  private static Optional<List<Exclusion>> exclusions(Fields map) throws BindingFault {
    Optional<List<Fields>> maps = map.maps("exclusions");
    if (maps.isEmpty()) {
      return Optional.empty();
    }
    List<Exclusion> exclusions = new ArrayList<>();
    for (Fields exclusion : maps.get()) {
      long start = exclusion.requiredUnsigned("start");
      long length = exclusion.requiredUnsigned("length");
      if (start > Long.MAX_VALUE - length) {
        throw BindingFault.malformed("boxes hash: an exclusion exceeds every file");
      }
      ByteRange range = new ByteRange(start, length);
      exclusions.add(new Exclusion(range, exclusion.requiredUnsigned("boxIndex")));
    }
    return Optional.of(exclusions);
  }

  void check(BoundFile file, String defaultAlgorithm, Findings findings)
      throws IOException, InterruptedException, BindingFault {
    if (entries.isEmpty()) {
      throw BindingFault.mismatch("boxes hash: no boxes");
    }
    List<NamedBox> boxes = boxesOf(file);
    boolean signatureLeftOut =
        boxes.get(0).is(PngBoxes.SIGNATURE)
            && !entries.get(0).names().get(0).equals(PngBoxes.SIGNATURE);
    FileHasher hasher = new FileHasher(file.bytes());
    int next = signatureLeftOut ? 1 : 0;
    boolean additional = false;
    for (Entry entry : entries) {
      List<NamedBox> own = following(entry, boxes, next);
      next += own.size();
      additional |= check(entry, own, hasher, defaultAlgorithm);
    }
    if (next != boxes.size()) {
      throw BindingFault.unknownBox(
          "boxes hash: %d boxes of the file are not listed".formatted(boxes.size() - next));
    }
    if (additional) {
      findings.add(
          StatusCode.ASSERTION_BOXES_HASH_ADDITIONAL_EXCLUSIONS_PRESENT,
          "boxes hash: more is excluded than the manifest");
    }
    findings.add(StatusCode.ASSERTION_BOXES_HASH_MATCH, "boxes hash: the file is as it was bound");
  }

  private static List<NamedBox> boxesOf(BoundFile file)
      throws IOException, InterruptedException, BindingFault {
    Optional<BoxList> list = BoxList.forFormat(file);
    if (list.isEmpty()) {
      throw BindingFault.mismatch(
          "boxes hash: boxes of %s have no names".formatted(file.container().type()));
    }
    try {
      List<NamedBox> boxes = list.get().of(Span.of(file.bytes()));
      if (boxes.isEmpty()) {
        throw BindingFault.mismatch("boxes hash: the file has no boxes");
      }
      return boxes;
    } catch (MediaException fault) {
      throw BindingFault.mismatch(fault.getMessage());
    }
  }

  private static List<NamedBox> following(Entry entry, List<NamedBox> boxes, int from)
      throws BindingFault {
    int end = Math.min(boxes.size(), from + entry.names().size());
    List<NamedBox> own = boxes.subList(from, end);
    for (int i = 0; i < entry.names().size(); i++) {
      if (i >= own.size() || !own.get(i).is(entry.names().get(i))) {
        throw BindingFault.unknownBox(
            "boxes hash: box %d of the file is not the one listed".formatted(from + i));
      }
    }
    if (entry.names().contains(NamedBox.C2PA) && entry.names().size() > 1) {
      throw BindingFault.mismatch("boxes hash: the manifest shares its entry with other boxes");
    }
    return own;
  }

  /** Whether more than the manifest is left out of the hash. */
  private static boolean check(
      Entry entry, List<NamedBox> own, FileHasher hasher, String defaultAlgorithm)
      throws IOException, InterruptedException, BindingFault {
    if (own.get(0).is(NamedBox.C2PA)) {
      return false;
    }
    List<ByteRange> excluded = BoxExclusions.of(entry, own);
    if (entry.excluded()) {
      return true;
    }
    String name = entry.algorithm().isEmpty() ? defaultAlgorithm : entry.algorithm();
    long start = own.get(0).range().offset();
    ByteRange all = new ByteRange(start, own.get(own.size() - 1).range().end() - start);
    List<Piece> left = Pieces.stretches(Pieces.outside(excluded, hasher.fileBytes()));
    Slice found = hasher.hash(HashAlgorithm.required(name), Pieces.within(left, all));
    if (!found.equals(entry.hash())) {
      throw BindingFault.mismatch("boxes hash: a box of the file has other bytes");
    }
    return !excluded.isEmpty();
  }
}
