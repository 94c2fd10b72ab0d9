package org.assay.provenance.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.bytes.Texts;
import org.assay.provenance.container.BmffBox;
import org.assay.provenance.container.BmffTree;

/**
 * Where in a tree a part of a file belongs: the content of a C2PA uuid box of purpose {@code
 * merkle}, C2PA 2.2 section A.5.4.
 *
 * @param location of the leaf, from 0 on
 * @param hashes its partners on the way up; empty where the assertion holds the leaves
 */
record MerkleProof(long uniqueId, long localId, long location, List<Slice> hashes) {
  private static final int PURPOSE_AT = 8 + 16 + 4;
  private static final int MAX_PURPOSE_BYTES = 64;
  private static final int MAX_PROOF_BYTES = 1 << 20;
  private static final long MAX_TOTAL_BYTES = 256L << 20;

  /** All proofs of a file, in its order. */
  static List<MerkleProof> of(ByteSource bytes, List<BmffBox> boxes)
      throws IOException, BindingFault {
    List<MerkleProof> proofs = new ArrayList<>();
    Span file = Span.of(bytes);
    long total = 0;
    for (BmffBox box : boxes) {
      if (!box.userType().equals(BmffTree.C2PA_UUID)) {
        continue;
      }
      try {
        Span whole = file.sub(box.start(), box.range().length(), "C2PA uuid box");
        int available = (int) Math.min(MAX_PURPOSE_BYTES, whole.length() - PURPOSE_AT);
        String purpose = Texts.utf8OrLatin1(whole.bytes(PURPOSE_AT, available, available));
        if (purpose.equals("merkle")) {
          long start = PURPOSE_AT + purpose.length() + 1L;
          byte[] content = whole.from(start, "C2PA Merkle box").bytes(MAX_PROOF_BYTES);
          total += content.length;
          if (total > MAX_TOTAL_BYTES) {
            throw new MediaException("more than %d bytes of proofs".formatted(MAX_TOTAL_BYTES));
          }
          proofs.add(read(Fields.of(Slice.of(content), "C2PA Merkle box")));
        }
      } catch (MediaException fault) {
        throw BindingFault.mismatch(fault.getMessage());
      }
    }
    return proofs;
  }

  private static MerkleProof read(Fields fields) throws BindingFault {
    return new MerkleProof(
        fields.requiredUnsigned("uniqueId"),
        fields.requiredUnsigned("localId"),
        fields.requiredUnsigned("location"),
        fields.hashes("hashes").orElse(List.of()));
  }
}
