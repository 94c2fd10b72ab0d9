package org.assay.signal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTest {

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
  void probabilityOutsideZeroToOneIsRefused(double probability) {
    assertThatThrownBy(() -> new DetectorScore("face-swap", "m/1", probability, List.of()))
        .hasMessage("face-swap: probability must be in [0, 1]: " + probability);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Face", "face_swap", "-face", "face--swap", "face swap"})
  void namesShownToPeopleAreKebabCase(String name) {
    assertThatThrownBy(() -> new Abstention(name, "why"))
        .hasMessageContaining("must be in kebab case")
        .hasMessageContaining("'" + name + "'");
  }

  @Test
  void hashOfTheWrongLengthIsRefused() {
    HashType type = new HashType("pdq", "full", 256);
    assertThatThrownBy(() -> new Fingerprint("fingerprint", type, "abcd", 100, Optional.empty()))
        .hasMessage("pdq/full needs 64 hexadecimal digits, found 4");
  }

  @Test
  void intervalThatRunsBackwardsIsRefused() {
    assertThatThrownBy(() -> new Interval(Duration.ofSeconds(2), Duration.ofSeconds(1), ""))
        .hasMessageContaining("runs backwards");
  }
}
