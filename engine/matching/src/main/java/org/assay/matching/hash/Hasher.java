package org.assay.matching.hash;

import org.assay.media.Raster;
import org.assay.signal.HashType;

/** Makes perceptual hashes of one type. Safe for concurrent use; never modifies the picture. */
public interface Hasher {

  /** The type of every hash it makes; hashes of different types are never compared. */
  HashType type();

  /** Hashes a picture of any size; one that gives nothing to hash has quality 0. */
  DihedralHashes hash(Raster raster);
}
