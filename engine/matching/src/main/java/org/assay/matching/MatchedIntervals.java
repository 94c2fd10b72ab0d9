package org.assay.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assay.signal.Evidence;
import org.assay.signal.Interval;

/** Says which stretches of a video match an entry. */
final class MatchedIntervals {
  /** A video may match in every other frame; a reviewer needs no more than this. */
  static final int MOST = 20;

  private MatchedIntervals() {}

  /**
   * One interval for each run of neighbouring good frames that match, from the first frame of the
   * run to its last; the first {@link #MOST} of them. Empty for a still picture.
   *
   * @param good the item's good frames, in order of time
   * @param matching indices into {@code good}, ascending
   */
  static List<Evidence> of(List<HashedFrame> good, List<Integer> matching) {
    List<Evidence> intervals = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= matching.size() && intervals.size() < MOST; i++) {
      if (i == matching.size() || matching.get(i) != matching.get(i - 1) + 1) {
        HashedFrame first = good.get(matching.get(from));
        HashedFrame last = good.get(matching.get(i - 1));
        String note = "%d of %d frames match".formatted(i - from, good.size());
        first.time().ifPresent(start -> intervals.add(interval(start, last, note)));
        from = i;
      }
    }
    return intervals;
  }

  private static Interval interval(Duration start, HashedFrame last, String note) {
    return new Interval(start, last.time().orElse(start), note);
  }
}
