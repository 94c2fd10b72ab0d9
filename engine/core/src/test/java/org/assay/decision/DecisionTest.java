package org.assay.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class DecisionTest {

  @RepeatedTest(100)
  void orderAndRepetitionOfRulingsDoNotMatter(Random random) {
    List<Ruling> rulings = randomRulings(random);
    Decision decision = Decision.of(rulings, "v1");
    rulings.addAll(List.copyOf(rulings));
    Collections.shuffle(rulings, random);
    assertThat(Decision.of(rulings, "v1")).isEqualTo(decision);
    assertThat(Decision.of(rulings, "v1").orderedRulings()).isEqualTo(decision.orderedRulings());
  }

  @RepeatedTest(100)
  void joinOfTwoHalvesIsTheJoinOfTheWhole(Random random) {
    List<Ruling> rulings = randomRulings(random);
    int cut = random.nextInt(rulings.size() + 1);
    Decision left = Decision.of(rulings.subList(0, cut), "v1");
    Decision right = Decision.of(rulings.subList(cut, rulings.size()), "v1");
    Decision whole = Decision.of(rulings, "v1");
    assertThat(whole.verdict())
        .isEqualTo(
            left.verdict().compareTo(right.verdict()) > 0 ? left.verdict() : right.verdict());
    List<Ruling> joined = new ArrayList<>(left.rulings());
    joined.addAll(right.rulings());
    assertThat(Decision.of(joined, "v1")).isEqualTo(whole);
  }

  @RepeatedTest(100)
  void oneMoreRulingNeverWeakensTheVerdict(Random random) {
    List<Ruling> rulings = randomRulings(random);
    Verdict before = Decision.of(rulings, "v1").verdict();
    rulings.add(randomRuling(random));
    assertThat(Decision.of(rulings, "v1").verdict()).isGreaterThanOrEqualTo(before);
  }

  @RepeatedTest(100)
  void shadowRulingsAreOnRecordWithoutEffect(Random random) {
    List<Ruling> rulings = randomRulings(random);
    Decision decision = Decision.of(rulings, "v1");
    List<Ruling> live = rulings.stream().filter(ruling -> !ruling.shadow()).toList();
    Decision withoutShadows = Decision.of(live, "v1");
    assertThat(decision.verdict()).isEqualTo(withoutShadows.verdict());
    assertThat(decision.labels()).isEqualTo(withoutShadows.labels());
    assertThat(decision.rulings()).containsAll(rulings);
  }

  @Test
  void nothingToSayIsAllow() {
    assertThat(Decision.of(List.of(), "v1"))
        .isEqualTo(new Decision(Verdict.ALLOW, Set.of(), Set.of(), "v1"));
  }

  private static List<Ruling> randomRulings(Random random) {
    List<Ruling> rulings = new ArrayList<>();
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      rulings.add(randomRuling(random));
    }
    return rulings;
  }

  private static Ruling randomRuling(Random random) {
    Verdict[] verdicts = Verdict.values();
    return new Ruling(
        "rule-" + random.nextInt(5),
        "synthetic-media/undisclosed",
        verdicts[random.nextInt(verdicts.length)],
        Set.of("label-" + random.nextInt(3)),
        "because of " + random.nextInt(3),
        random.nextInt(3) == 0);
  }
}
