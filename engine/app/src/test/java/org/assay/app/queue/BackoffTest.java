package org.assay.app.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class BackoffTest {

  @Test
  void delayDoublesUpToTheMost() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), 0);
    Random random = new Random(0);
    assertThat(backoff.after(1, random)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.after(2, random)).isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.after(4, random)).isEqualTo(Duration.ofSeconds(8));
    assertThat(backoff.after(5, random)).isEqualTo(Duration.ofSeconds(10));
    assertThat(backoff.after(Integer.MAX_VALUE, random)).isEqualTo(Duration.ofSeconds(10));
  }

  @RepeatedTest(50)
  void jitterShortensTheDelayByAtMostItsShare(Random random) {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), 0.5);
    assertThat(backoff.after(3, random)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(backoff.after(3, random)).isNotEqualTo(backoff.after(3, random));
  }

  @Test
  void nonsenseIsRefused() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new Backoff(second, Duration.ZERO, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Backoff(second, second, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
