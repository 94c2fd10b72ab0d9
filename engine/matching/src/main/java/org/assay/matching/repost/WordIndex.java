package org.assay.matching.repost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.assay.matching.local.LocalFeatures;
import org.assay.matching.local.Words;

/**
 * Which pictures have which words: an inverted index, so that a query touches only pictures that
 * share words with it. Rare words weigh more.
 *
 * <p>Not safe for concurrent use by itself; searches may run side by side while nothing is added.
 *
 * @see <a href="https://doi.org/10.1109/ICCV.2003.1238663">Sivic and Zisserman, 2003</a>
 */
final class WordIndex {
  /** A word of more pictures than this share says nothing, once there are enough pictures. */
  private static final double COMMONEST_SHARE = 0.1;

  private static final int ENOUGH_PICTURES = 100;

  private final int[][] pictures = new int[Words.COUNT][];
  private final int[] lengths = new int[Words.COUNT];
  private int count;

  /**
   * A picture that shares words with a query.
   *
   * @param picture its number
   * @param weight of all shared words together
   */
  record Hit(int picture, float weight) {}

  /** Adds the next picture, with the number {@link #count} had before. */
  void add(LocalFeatures features) {
    for (int i = 0; i < features.count(); i++) {
      for (int which = 0; which < Words.PER_FEATURE; which++) {
        add(Words.of(features, i, which), count);
      }
    }
    count++;
  }

  private void add(int word, int picture) {
    int length = lengths[word];
    int[] list = pictures[word];
    if (length > 0 && list[length - 1] == picture) {
      return; // a picture has a word or it has not
    }
    if (list == null) {
      list = new int[2];
    } else if (length == list.length) {
      list = Arrays.copyOf(list, length + Math.max(2, length / 4));
    }
    pictures[word] = list;
    list[length] = picture;
    lengths[word] = length + 1;
  }

  /** Number of pictures. */
  int count() {
    return count;
  }

  /**
   * The pictures that share the heaviest words, heaviest first.
   *
   * @param words {@link Words#PROBES} for each feature of the query
   * @param most how many to give
   */
  List<Hit> search(int[] words, int most) {
    float[] weights = new float[count];
    int[] lastFeature = new int[count];
    Arrays.fill(lastFeature, -1);
    BitSet asked = new BitSet(Words.COUNT);
    int commonest =
        count < ENOUGH_PICTURES ? Integer.MAX_VALUE : (int) Math.ceil(count * COMMONEST_SHARE);
    for (int at = 0; at < words.length; at++) {
      int word = words[at];
      int length = lengths[word];
      if (length == 0 || length > commonest || asked.get(word)) {
        continue; // a word asked again and again, as along an edge, says no more
      }
      asked.set(word);
      int feature = at / Words.PROBES;
      float weight = (float) weight(count, length);
      int[] list = pictures[word];
      for (int i = 0; i < length; i++) {
        int picture = list[i];
        if (lastFeature[picture] != feature) { // a feature votes once
          lastFeature[picture] = feature;
          weights[picture] += weight;
        }
      }
    }
    return heaviest(weights, most);
  }

  /** What a shared word says that {@code having} of {@code all} pictures have. */
  static double weight(int all, int having) {
    return Math.log(1 + (double) all / having);
  }

  private static List<Hit> heaviest(float[] weights, int most) {
    PriorityQueue<Hit> best =
        new PriorityQueue<>(
            Comparator.comparingDouble(Hit::weight)
                .thenComparing(Comparator.comparingInt(Hit::picture).reversed()));
    for (int picture = 0; picture < weights.length; picture++) {
      if (weights[picture] > 0 && (best.size() < most || weights[picture] > best.peek().weight())) {
        best.add(new Hit(picture, weights[picture]));
        if (best.size() > most) {
          best.remove();
        }
      }
    }
    List<Hit> hits = new ArrayList<>(best);
    hits.sort(
        Comparator.comparingDouble((Hit hit) -> -hit.weight()).thenComparingInt(Hit::picture));
    return hits;
  }
}
