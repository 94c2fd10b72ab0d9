package org.assay.matching.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RandomSeed.class)
class PdqHashTest {

  @RepeatedTest(20)
  void hexadecimalIsReadBack(Random random) {
    PdqHash hash = random(random);
    assertThat(PdqHash.parse(hash.hex())).isEqualTo(hash);
    assertThat(PdqHash.parse(hash.hex().toUpperCase(Locale.ROOT))).isEqualTo(hash);
  }

  @RepeatedTest(20)
  void distanceIsTheNumberOfBitsThatDiffer(Random random) {
    PdqHash one = random(random);
    PdqHash other = random(random);
    BigInteger difference = new BigInteger(one.hex(), 16).xor(new BigInteger(other.hex(), 16));
    assertThat(one.distanceTo(other)).isEqualTo(difference.bitCount());
    assertThat(one.distanceTo(one)).isZero();
  }

  @Test
  void mostSignificantBitIsWrittenFirst() {
    assertThat(new PdqHash(1L << 63, 0, 0, 1).hex())
        .startsWith("8000000000000000")
        .endsWith("0000000000000001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "+", "é"})
  void textThatIsNoHashIsRefused(String text) {
    assertThatThrownBy(() -> PdqHash.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hash needs 64 hexadecimal digits, found " + text.length());
  }

  @Test
  void signInPlaceOfADigitIsRefused() {
    assertThatThrownBy(() -> PdqHash.parse("+" + "0".repeat(63)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static PdqHash random(Random random) {
    return new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }
}
