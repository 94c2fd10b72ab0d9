package org.assay.matching.repost;

import java.util.List;
import org.assay.matching.canonical.Box;
import org.assay.matching.hash.DihedralHashes;
import org.assay.matching.local.OverlapCheck;
import org.assay.matching.local.QueryFeatures;

/**
 * A picture to look up; for one thread at a time.
 *
 * @param widthPixels columns of the picture
 * @param heightPixels rows of the picture
 * @param frames the whole picture first, then what is inside its bars and frames
 * @param check compares it with candidates
 */
record QueryPicture(
    int widthPixels,
    int heightPixels,
    QueryFeatures features,
    List<Frame> frames,
    OverlapCheck check) {

  /** A part of the picture with its hashes, turned and mirrored too. */
  record Frame(FramedHash.Part part, Box box, DihedralHashes hashes) {}

  QueryPicture {
    frames = List.copyOf(frames);
  }
}
