package org.assay.matching;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.matching.bank.HashBank;
import org.assay.matching.hash.Transform;

/**
 * Looks all good frames of one item up in one bank and tells which entries match the item.
 *
 * <p>An entry matches when enough frames match it under the same transform: one frame of a still
 * picture or of a video with up to three good frames, where it makes up at least 30 %, and two
 * frames of any longer video, so that one frame hit by chance or a single shared title card does
 * not make two videos copies of each other.
 */
final class BankLookup {
  private static final int ENOUGH_FRAMES = 2;
  private static final int ENOUGH_PERCENT = 30;

  /**
   * An entry that matches.
   *
   * @param transform what was done to the entry to get this item
   * @param frames indices into the good frames, ascending; at least one
   * @param distance of the frame that is nearest, in bits
   */
  record EntryMatch(
      String entry, String verdict, Transform transform, List<Integer> frames, int distance) {}

  private static final Comparator<EntryMatch> STRONGEST_FIRST =
      comparingInt((EntryMatch match) -> -match.frames().size())
          .thenComparing(EntryMatch::distance)
          .thenComparing(EntryMatch::entry)
          .thenComparing(EntryMatch::transform);

  /** The frames that match one entry under one transform. */
  private static final class Tally {
    private final List<Integer> frames = new ArrayList<>();
    private String verdict = "";
    private int distance = Integer.MAX_VALUE;

    void add(int frame, HashBank.Match match) {
      frames.add(frame);
      verdict = match.found().verdict();
      distance = Math.min(distance, match.distance());
    }
  }

  private final HashBank bank;
  private final String itemId;
  private final Map<String, Map<Transform, Tally>> tallies = new HashMap<>();

  private BankLookup(HashBank bank, String itemId) {
    this.bank = bank;
    this.itemId = itemId;
  }

  /**
   * The entries that match, the item itself excepted: most frames first, then nearest, then by
   * entry.
   *
   * @param good the frames worth matching, in order of time
   */
  static List<EntryMatch> matches(HashBank bank, String itemId, List<HashedFrame> good)
      throws InterruptedException {
    BankLookup lookup = new BankLookup(bank, itemId);
    for (int frame = 0; frame < good.size(); frame++) {
      for (Transform transform : Transform.values()) {
        if (Thread.interrupted()) {
          throw new InterruptedException("stopped while looking up bank " + bank.name());
        }
        lookup.add(frame, good.get(frame), transform);
      }
    }
    return lookup.matches(requiredFrames(good.size()));
  }

  /** How many of the good frames must match an entry. */
  static int requiredFrames(int goodFrames) {
    int share = (goodFrames * ENOUGH_PERCENT + 99) / 100;
    return Math.max(1, Math.min(ENOUGH_FRAMES, share));
  }

  private void add(int frame, HashedFrame hashed, Transform transform) {
    List<HashBank.Match> found =
        bank.search(hashed.hashes().of(transform), hashed.hashes().quality(), HashBank.RADIUS);
    for (HashBank.Match match : found) {
      if (!match.found().entry().equals(itemId)) {
        tallies
            .computeIfAbsent(match.found().entry(), entry -> new EnumMap<>(Transform.class))
            // The item turned by the transform is the entry, so the entry turned back is the item.
            .computeIfAbsent(transform.inverse(), back -> new Tally())
            .add(frame, match);
      }
    }
  }

  private List<EntryMatch> matches(int requiredFrames) {
    List<EntryMatch> matches = new ArrayList<>();
    tallies.forEach(
        (entry, byTransform) ->
            byTransform.entrySet().stream()
                .map(
                    of -> {
                      Tally tally = of.getValue();
                      return new EntryMatch(
                          entry, tally.verdict, of.getKey(), tally.frames, tally.distance);
                    })
                .min(STRONGEST_FIRST)
                .filter(best -> best.frames().size() >= requiredFrames)
                .ifPresent(matches::add));
    matches.sort(STRONGEST_FIRST);
    return matches;
  }
}
