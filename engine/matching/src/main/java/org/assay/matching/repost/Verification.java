package org.assay.matching.repost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.matching.hash.DihedralHashes;
import org.assay.matching.hash.PdqHash;
import org.assay.matching.hash.Transform;
import org.assay.matching.local.Alignment;
import org.assay.matching.local.Homography;
import org.assay.matching.local.Overlap;
import org.assay.signal.Region;

/** Checks an original that is suspected, and says all there is to say about it. */
final class Verification {

  /** An original and why it is suspected. */
  record Suspect(String id, Lookup.Suspicion suspicion) {}

  private final Suspect suspect;
  private final PictureSketch original;
  private final QueryPicture query;

  private Verification(Suspect suspect, PictureSketch original, QueryPicture query) {
    this.suspect = suspect;
    this.original = original;
    this.query = query;
  }

  /** The surest way in which the query shows the original; empty when it does not. */
  static Optional<Repost> of(Suspect suspect, PictureSketch original, QueryPicture query) {
    Verification verification = new Verification(suspect, original, query);
    return verification.candidates().stream()
        .flatMap(candidate -> verification.judged(candidate).stream())
        .max(Comparator.comparingDouble(Repost::score));
  }

  private List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    suspect.suspicion().hashed().stream()
        .min(Comparator.comparing(Candidate::method).thenComparing(Candidate::distance))
        .ifPresent(candidates::add);
    if (suspect.suspicion().plain()) {
      Alignment.of(original.features(), query.features().features(), original.sidePixels())
          .ifPresent(found -> candidates.add(local(found, found.placement())));
    }
    if (suspect.suspicion().mirrored()) {
      Homography mirror = Homography.affine(-1, 0, query.widthPixels(), 0, 1, 0);
      Alignment.of(original.features(), query.features().mirrored(), original.sidePixels())
          .ifPresent(found -> candidates.add(local(found, found.placement().then(mirror))));
    }
    return candidates;
  }

  private Candidate local(Alignment found, Homography placement) {
    return new Candidate(Repost.Method.LOCAL, placement, wholeDistance(), found.inliers());
  }

  private Optional<Repost> judged(Candidate candidate) {
    Overlap overlap = Judge.compare(candidate, original, query);
    return Judge.score(candidate, overlap).flatMap(score -> repost(candidate, overlap, score));
  }

  private Optional<Repost> repost(Candidate candidate, Overlap overlap, double score) {
    int width = original.widthPixels();
    int height = original.heightPixels();
    Homography placement = candidate.placement();
    Optional<Region> inQuery =
        Placements.seen(
            placement,
            width,
            height,
            query.widthPixels(),
            query.heightPixels(),
            score,
            "in the query");
    Optional<Region> inOriginal =
        Placements.seen(
            placement.inverse(),
            query.widthPixels(),
            query.heightPixels(),
            width,
            height,
            score,
            "in the original");
    if (inQuery.isEmpty() || inOriginal.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Repost(
            suspect.id(),
            candidate.method(),
            candidate.distance(),
            placement,
            Placements.words(placement, width, height, overlap.originalShare()),
            score,
            overlap.agreement(),
            overlap.originalShare(),
            inQuery.get(),
            inOriginal.get()));
  }

  /** Bits between the whole pictures, the query turned as suits best. */
  private int wholeDistance() {
    PdqHash hash = original.hashes().get(0).hash();
    DihedralHashes hashes = query.frames().get(0).hashes();
    return Stream.of(Transform.values())
        .mapToInt(transform -> hashes.of(transform).distanceTo(hash))
        .min()
        .orElse(PdqHash.BITS);
  }
}
