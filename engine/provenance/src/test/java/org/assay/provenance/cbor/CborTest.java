package org.assay.provenance.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Random;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RandomSeed.class)
class CborTest {

  /** RFC 8949 appendix A. */
  @ParameterizedTest
  @CsvSource({
    "00, 0",
    "17, 23",
    "1818, 24",
    "1903e8, 1000",
    "1bffffffffffffffff, 18446744073709551615",
    "20, -1",
    "3903e7, -1000",
    "3bffffffffffffffff, -18446744073709551616"
  })
  void integersOfAllWidths(String hex, BigInteger value) throws Exception {
    assertThat(((Cbor.Int) decode(hex)).value()).isEqualTo(value);
  }

  /** RFC 8949 appendix A. */
  @ParameterizedTest
  @CsvSource({
    "f90001, 5.960464477539063e-8",
    "f93c00, 1.0",
    "f97bff, 65504.0",
    "f9c400, -4.0",
    "f97c00, Infinity",
    "fa47c35000, 100000.0",
    "fb3ff199999999999a, 1.1"
  })
  void numbersOfAllWidths(String hex, double value) throws Exception {
    assertThat(((Cbor.Real) decode(hex)).value()).isEqualTo(value);
  }

  @Test
  void integerKeyAndTextKeyAreDifferent() throws Exception {
    Cbor.Map map = (Cbor.Map) decode("a2 01 6161 6131 6162"); // {1: "a", "1": "b"}
    assertThat(map.get(1)).contains(decode("6161"));
    assertThat(map.text("1")).contains("b");
    assertThat(map.get("2")).isEmpty();
  }

  @Test
  void everyItemKeepsItsExactBytes() throws Exception {
    byte[] bytes = HexFormat.of().parseHex("a16161d2181a");
    Cbor.Map map = (Cbor.Map) Cbor.decode(Slice.of(bytes));
    Cbor.Tag tag = (Cbor.Tag) map.get("a").orElseThrow();
    assertThat(map.source().toArray()).isEqualTo(bytes);
    assertThat(tag.number()).isEqualTo(18);
    assertThat(tag.source().offset()).isEqualTo(3);
    assertThat(tag.source().length()).isEqualTo(3);
  }

  @Test
  void stringsArraysAndMapsOfIndefiniteLengthAreJoined() throws Exception {
    assertThat(((Cbor.Text) decode("7f 6161 6162 ff")).value()).isEqualTo("ab");
    assertThat(((Cbor.Bytes) decode("5f 4101 420203 ff")).value().toArray())
        .containsExactly(1, 2, 3);
    assertThat(((Cbor.Array) decode("9f 01 02 ff")).items()).hasSize(2);
    assertThat(((Cbor.Map) decode("bf 6161 01 ff")).get("a")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "0000", // bytes left over
        "18", // head without its number
        "1c", // reserved length code
        "ff", // break outside
        "9bffffffffffffffff", // array of 2^64 - 1
        "9a7fffffff00", // array of two thousand million
        "bb4000000000000000", // map
        "5a7fffffff00", // byte string
        "7bffffffffffffffff", // text
        "62c328", // no UTF-8
        "7f4161ff", // bytes within text
        "5f5f4101ffff", // indefinite within indefinite
        "a201010102", // key twice
        "a2016100180161", // key twice in another width, then cut off
        "a21801001a0000000100", // key twice in other widths
        "f817", // simple value below 32 in two bytes
        "bf01ff", // key without value
      })
  void whatIsNotWellFormedIsRefused(String hex) {
    assertThatThrownBy(() -> decode(hex)).isInstanceOf(MediaException.class);
  }

  @Test
  void nestingHasALimit() throws Exception {
    assertThat(decode("81".repeat(50) + "00")).isInstanceOf(Cbor.Array.class);
    assertThatThrownBy(() -> decode("81".repeat(100_000) + "00"))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("deeper than");
    assertThatThrownBy(() -> decode("c1".repeat(100_000) + "00"))
        .isInstanceOf(MediaException.class);
  }

  @Test
  void prefixLeavesPaddingToTheCaller() throws Exception {
    Cbor item = Cbor.decodePrefix(Slice.of(HexFormat.of().parseHex("01000000")));
    assertThat(item.source().length()).isEqualTo(1);
  }

  @RepeatedTest(200)
  void randomBytesGiveAnItemOrARefusal(Random random) {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    try {
      Cbor item = Cbor.decodePrefix(Slice.of(bytes));
      assertThat(item.source().length()).isBetween(1, bytes.length);
    } catch (MediaException refusal) {
      assertThat(refusal.getMessage()).isNotBlank();
    }
  }

  private static Cbor decode(String hex) throws MediaException {
    return Cbor.decode(Slice.of(HexFormat.of().parseHex(hex.replace(" ", ""))));
  }
}
