package org.assay.matching.repost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assay.matching.local.LocalFeatures;
import org.assay.matching.local.Words;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class WordIndexTest {
  @RepeatedTest(10)
  void indexGivesWhatAScanOfAllPicturesGives(Random random) {
    WordIndex index = new WordIndex();
    List<Set<Integer>> pictures = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      LocalFeatures features = features(random);
      index.add(features);
      Set<Integer> words = new HashSet<>();
      for (int at = 0; at < features.count(); at++) {
        for (int which = 0; which < Words.PER_FEATURE; which++) {
          words.add(Words.of(features, at, which));
        }
      }
      pictures.add(words);
    }
    int[] query = new int[20 * Words.PROBES];
    for (int i = 0; i < query.length; i++) {
      Set<Integer> words = pictures.get(random.nextInt(pictures.size()));
      query[i] = words.stream().skip(random.nextInt(words.size())).findFirst().orElseThrow();
    }
    Map<Integer, Double> expected = scanned(pictures, query);
    List<WordIndex.Hit> hits = index.search(query, pictures.size());
    assertThat(hits).hasSameSizeAs(expected.keySet());
    for (WordIndex.Hit hit : hits) {
      assertThat((double) hit.weight()).isCloseTo(expected.get(hit.picture()), within(1e-3));
    }
    for (int i = 1; i < hits.size(); i++) {
      assertThat(hits.get(i).weight()).isLessThanOrEqualTo(hits.get(i - 1).weight());
    }
    assertThat(index.search(query, 3)).isEqualTo(hits.subList(0, 3));
  }

  private static Map<Integer, Double> scanned(List<Set<Integer>> pictures, int[] query) {
    Map<Integer, Double> weights = new HashMap<>();
    for (int picture = 0; picture < pictures.size(); picture++) {
      Set<Integer> asked = new HashSet<>();
      for (int feature = 0; feature < query.length / Words.PROBES; feature++) {
        boolean voted = false; // a feature votes once, and so does a word
        for (int probe = 0; probe < Words.PROBES; probe++) {
          int word = query[feature * Words.PROBES + probe];
          if (asked.add(word) && !voted && pictures.get(picture).contains(word)) {
            long having = pictures.stream().filter(words -> words.contains(word)).count();
            weights.merge(picture, WordIndex.weight(pictures.size(), (int) having), Double::sum);
            voted = true;
          }
        }
      }
    }
    return weights;
  }

  /** Few different codes, so that words are shared. */
  private static LocalFeatures features(Random random) {
    long[] codes = new long[30 * 4];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = new Random(random.nextInt(100)).nextLong();
    }
    float[] zero = new float[30];
    return new LocalFeatures(zero, zero, zero, zero, codes);
  }
}
