package org.assay.provenance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RandomSeed.class)
class JsonTest {

  @Test
  void valuesOfAllKindsAreRead() throws Exception {
    Json.Map object =
        (Json.Map)
            Json.parse(
                " {\"a\": \"x\\u00e9\\n\", \"b\": [1, -2.5e3, true, false, null], \"c\": {}} ");
    assertThat(object.text("a")).contains("x\u00e9\n");
    assertThat(object.array("b"))
        .isEqualTo(
            List.of(
                new Json.Numeral("1"),
                new Json.Numeral("-2.5e3"),
                new Json.Bool(true),
                new Json.Bool(false),
                new Json.Null()));
    assertThat(object.object("c").orElseThrow().members()).isEmpty();
    assertThat(object.get("d")).isEmpty();
    assertThat(object.text("b")).isEmpty();
    assertThat(Json.parse("[]")).isEqualTo(new Json.Array(List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "{a:1}",
        "01",
        "1.",
        "+1",
        "tru",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\t\"",
        "[1] 2",
        "\"",
        "nan",
        "'a'",
        "{\"a\" 1}",
        "[1 2]"
      })
  void whatIsNotWellFormedIsRefused(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(MediaException.class);
  }

  @Test
  void nestingHasALimitAndBytesMustBeUtf8() {
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000)))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("deeper than");
    assertThatThrownBy(() -> Json.parse(Slice.of(new byte[] {'"', (byte) 0xC3, '"'})))
        .isInstanceOf(MediaException.class);
  }

  @RepeatedTest(200)
  void corruptionGivesAValueOrARefusal(Random random) {
    byte[] bytes = "{\"a\":[1,2.5,\"x\\n\"],\"b\":{\"c\":null}}".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 3; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
    }
    try {
      assertThat(Json.parse(Slice.of(bytes))).isNotNull();
    } catch (MediaException refusal) {
      assertThat(refusal.getMessage()).isNotBlank();
    }
  }
}
