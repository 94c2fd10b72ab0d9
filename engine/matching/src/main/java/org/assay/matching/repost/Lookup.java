package org.assay.matching.repost;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.assay.matching.bank.FlatHashIndex;
import org.assay.matching.bank.HashBank;
import org.assay.matching.bank.HashIndex;
import org.assay.matching.canonical.Box;
import org.assay.matching.hash.DihedralHashes;
import org.assay.matching.hash.Transform;

/**
 * Names the originals that a query may show, by hashes and by words, without touching the others.
 *
 * <p>Searches may run side by side while nothing is added.
 */
final class Lookup {
  /**
   * Originals whose features are compared; the right one has nearly always most words in common.
   */
  private static final int MOST_BY_WORDS = 12;

  /** Below this share of the best one's weight an original is only noise. */
  private static final double LEAST_SHARE = 0.12;

  private static final int MOST_BY_HASH = 20;
  private static final Set<Transform> TILE_TRANSFORMS =
      EnumSet.of(Transform.IDENTITY, Transform.FLIPY);

  /** A part of an original behind one position of an index of hashes. */
  private record Part(int slot, FramedHash.Part part, Box box) {}

  /**
   * Why an original is suspected.
   *
   * @param hashed what a hash says about where it lies; empty when none did
   * @param plain whether its words match the query's
   * @param mirrored whether its words match the mirrored query's
   */
  record Suspicion(int slot, List<Candidate> hashed, boolean plain, boolean mirrored) {}

  private static final class Doubt {
    private final List<Candidate> hashed = new ArrayList<>();
    private boolean plain;
    private boolean mirrored;
  }

  private final WordIndex words = new WordIndex();
  private final HashIndex frames = new FlatHashIndex();
  private final HashIndex tiles = new FlatHashIndex();
  private final List<Part> frameParts = new ArrayList<>();
  private final List<Part> tileParts = new ArrayList<>();

  /** Adds the original of the next slot, counted from 0. */
  void add(PictureSketch sketch) {
    int slot = words.count();
    words.add(sketch.features());
    for (FramedHash framed : sketch.hashes()) {
      if (framed.quality() >= HashBank.MINIMUM_QUALITY) {
        boolean tile = framed.part() == FramedHash.Part.TILE;
        (tile ? tiles : frames).add(framed.hash());
        (tile ? tileParts : frameParts).add(new Part(slot, framed.part(), framed.box()));
      }
    }
  }

  /** The originals to look at, by slot. */
  List<Suspicion> search(QueryPicture query, IntPredicate live) {
    Map<Integer, Doubt> doubts = new TreeMap<>();
    for (QueryPicture.Frame frame : query.frames()) {
      if (frame.hashes().quality() >= HashBank.MINIMUM_QUALITY) {
        for (Transform transform : Transform.values()) {
          add(frame, transform, frames, frameParts, live, doubts);
        }
        for (Transform transform : TILE_TRANSFORMS) {
          add(frame, transform, tiles, tileParts, live, doubts);
        }
      }
    }
    List<WordIndex.Hit> plain = words.search(query.features().words(), MOST_BY_WORDS);
    List<WordIndex.Hit> mirrored = words.search(query.features().mirroredWords(), MOST_BY_WORDS);
    double least = LEAST_SHARE * Math.max(heaviest(plain), heaviest(mirrored));
    for (WordIndex.Hit hit : plain) {
      if (hit.weight() >= least && live.test(hit.picture())) {
        doubts.computeIfAbsent(hit.picture(), slot -> new Doubt()).plain = true;
      }
    }
    for (WordIndex.Hit hit : mirrored) {
      if (hit.weight() >= least && live.test(hit.picture())) {
        doubts.computeIfAbsent(hit.picture(), slot -> new Doubt()).mirrored = true;
      }
    }
    List<Suspicion> suspicions = new ArrayList<>();
    doubts.forEach(
        (slot, doubt) ->
            suspicions.add(new Suspicion(slot, doubt.hashed, doubt.plain, doubt.mirrored)));
    return suspicions;
  }

  private static double heaviest(List<WordIndex.Hit> hits) {
    return hits.isEmpty() ? 0 : hits.get(0).weight();
  }

  private static void add(
      QueryPicture.Frame frame,
      Transform transform,
      HashIndex index,
      List<Part> parts,
      IntPredicate live,
      Map<Integer, Doubt> doubts) {
    DihedralHashes hashes = frame.hashes();
    int taken = 0;
    for (HashIndex.Hit hit : index.within(hashes.of(transform), HashBank.RADIUS)) {
      Part part = parts.get(hit.position());
      if (live.test(part.slot()) && taken++ < MOST_BY_HASH) {
        doubts
            .computeIfAbsent(part.slot(), slot -> new Doubt())
            .hashed
            .add(
                new Candidate(
                    method(frame.part(), part.part()),
                    Placements.of(part.box(), frame.box(), transform),
                    hit.distance(),
                    0));
      }
    }
  }

  private static Repost.Method method(FramedHash.Part query, FramedHash.Part original) {
    if (original == FramedHash.Part.TILE) {
      return Repost.Method.PDQ_TILE;
    }
    return query == FramedHash.Part.WHOLE && original == FramedHash.Part.WHOLE
        ? Repost.Method.PDQ
        : Repost.Method.PDQ_CANONICAL;
  }
}
