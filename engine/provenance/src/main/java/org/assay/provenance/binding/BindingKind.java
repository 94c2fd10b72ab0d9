package org.assay.provenance.binding;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.StatusCode;

/** The kinds of hard bindings and the codes in which each fails. */
enum BindingKind {
  DATA("data", StatusCode.ASSERTION_DATA_HASH_MALFORMED, StatusCode.ASSERTION_DATA_HASH_MISMATCH) {
    @Override
    void check(Question asked, BoundFile file, Findings findings)
        throws IOException, InterruptedException, BindingFault {
      DataHash.read(asked.assertion, asked.strict).check(file, asked.algorithm, findings);
    }
  },
  BOXES(
      "boxes",
      StatusCode.ASSERTION_BOXES_HASH_MALFORMED,
      StatusCode.ASSERTION_BOXES_HASH_MISMATCH) {
    @Override
    void check(Question asked, BoundFile file, Findings findings)
        throws IOException, InterruptedException, BindingFault {
      BoxesHash.read(asked.assertion).check(file, asked.algorithm, findings);
    }
  },
  BMFF("bmff", StatusCode.ASSERTION_BMFF_HASH_MALFORMED, StatusCode.ASSERTION_BMFF_HASH_MISMATCH) {
    @Override
    void check(Question asked, BoundFile file, Findings findings)
        throws IOException, InterruptedException, BindingFault {
      BmffHash.read(asked.version, asked.assertion)
          .check(file, asked.algorithm, asked.strict, findings);
    }
  },
  COLLECTION(
      "collection.data",
      StatusCode.ASSERTION_COLLECTION_HASH_MALFORMED,
      StatusCode.ASSERTION_COLLECTION_HASH_MISMATCH) {
    @Override
    void check(Question asked, BoundFile file, Findings findings)
        throws IOException, InterruptedException, BindingFault {
      CollectionHash.read(asked.assertion).check(file, asked.algorithm, findings);
    }
  },
  PARTS(
      "multi-asset",
      StatusCode.ASSERTION_MULTI_ASSET_HASH_MALFORMED,
      StatusCode.ASSERTION_MULTI_ASSET_HASH_MISMATCH) {
    @Override
    void check(Question asked, BoundFile file, Findings findings)
        throws IOException, InterruptedException, BindingFault {
      MultiAssetHash.read(asked.assertion)
          .check(file, asked.algorithm, asked.strict, asked.assertions, findings);
    }
  };

  /**
   * What is to be checked.
   *
   * @param assertions content of the other assertions of the manifest, by label
   */
  record Question(
      int version,
      Slice assertion,
      String algorithm,
      boolean strict,
      Function<String, Optional<Slice>> assertions) {}

  private final String name;
  private final StatusCode malformed;
  private final StatusCode mismatch;

  BindingKind(String name, StatusCode malformed, StatusCode mismatch) {
    this.name = name;
    this.malformed = malformed;
    this.mismatch = mismatch;
  }

  /** By the part of the label that tells kinds apart. */
  static BindingKind of(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no hard binding: " + name));
  }

  abstract void check(Question asked, BoundFile file, Findings findings)
      throws IOException, InterruptedException, BindingFault;

  /** The code for a fault; the reference validator has fewer than the specification. */
  StatusCode code(BindingFault.Kind fault, boolean strict) {
    return switch (fault) {
      case MALFORMED -> malformed;
      case MISMATCH -> mismatch;
      case UNKNOWN_BOX -> strict ? StatusCode.ASSERTION_BOXES_HASH_UNKNOWN_BOX : mismatch;
      case UNSUPPORTED -> strict ? StatusCode.ALGORITHM_UNSUPPORTED : mismatch;
      case WRONG_COUNT -> StatusCode.ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT;
      case INVALID_URI -> StatusCode.ASSERTION_COLLECTION_HASH_INVALID_URI;
      case MISSING_PART -> StatusCode.ASSERTION_MULTI_ASSET_HASH_MISSING_PART;
    };
  }
}
