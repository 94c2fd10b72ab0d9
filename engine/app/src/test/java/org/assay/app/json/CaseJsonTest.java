package org.assay.app.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.assay.decision.Case;
import org.assay.decision.Decision;
import org.assay.signal.Abstention;
import org.assay.signal.DetectorScore;
import org.assay.signal.Fingerprint;
import org.assay.signal.HashType;
import org.assay.signal.Signal;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class CaseJsonTest {

  @RepeatedTest(200)
  void caseComesBackAsItWasWritten(Random random) throws IOException {
    Case examined = new RandomCases(random).examined("item-1");
    String line = Json.print(CaseJson.write(examined));
    assertThat(line).doesNotContain("\n", "\r", "\u0000", "\u001b");
    assertThat(CaseJson.read("case", Json.parse("case", line))).isEqualTo(examined);
  }

  @RepeatedTest(200)
  void decisionComesBackAsItWasWritten(Random random) throws IOException {
    Decision decision = new RandomCases(random).decision();
    String line = Json.print(DecisionJson.write(decision));
    Decision read = DecisionJson.read("decision", Json.parse("decision", line));
    assertThat(read).isEqualTo(decision);
    assertThat(Json.print(DecisionJson.write(read))).isEqualTo(line);
  }

  @RepeatedTest(5)
  void everyTypeOfSignalIsCovered(Random random) {
    RandomCases cases = new RandomCases(random);
    Set<Class<?>> drawn = new HashSet<>();
    IntStream.range(0, RandomCases.TYPES).forEach(type -> drawn.add(cases.signal(type).getClass()));
    assertThat(drawn).containsExactlyInAnyOrder(Signal.class.getPermittedSubclasses());
  }

  @Test
  void signalHasTheFormOfTheContract() {
    assertThat(Json.print(SignalJson.write(new DetectorScore("face-swap", "m/1", 0.5, List.of()))))
        .isEqualTo(
            "{\"type\":\"detector-score\",\"detector\":\"face-swap\",\"model\":\"m/1\","
                + "\"probability\":0.5,\"evidence\":[]}");
    HashType type = new HashType("short", "full", 8);
    assertThat(
            Json.print(
                SignalJson.write(new Fingerprint("fingerprint", type, "0f", 7, Optional.empty()))))
        .isEqualTo(
            "{\"type\":\"fingerprint\",\"detector\":\"fingerprint\",\"hashType\":\"short\","
                + "\"variant\":\"full\",\"bits\":8,\"hash\":\"0f\",\"quality\":7}");
  }

  @Test
  void endlessTextIsCutAndLoneSurrogatesAreReplaced() {
    String endless = "𝕌".repeat(1_000_000);
    JsonNode cut = SignalJson.write(new Abstention("decoding", "x" + endless));
    assertThat(cut.get("reason").textValue())
        .hasSizeLessThanOrEqualTo(Text.LIMIT)
        .startsWith("x𝕌")
        .endsWith("𝕌…");
    assertThat(SignalJson.write(new Abstention("decoding", "a\uD800b\uDC00")).get("reason"))
        .hasToString("\"a\uFFFDb\uFFFD\"");
  }

  @Test
  void messagesSayWhereAndWhatWasExpectedAndFound(Random random) {
    ObjectNode node = CaseJson.write(new RandomCases(random).examined("item-1"));
    node.putArray("signals").addObject().put("type", "mystery").put("detector", "c2pa");
    assertThatThrownBy(() -> CaseJson.read("case", node))
        .isInstanceOf(IOException.class)
        .hasMessage("case.signals[0]: unknown signal type 'mystery'");
    node.withArray("signals").removeAll();
    node.withArray("signals")
        .addObject()
        .put("type", "detector-score")
        .put("detector", "c2pa")
        .put("model", "m/1")
        .put("probability", 7);
    assertThatThrownBy(() -> CaseJson.read("case", node))
        .isInstanceOf(IOException.class)
        .hasMessage("case.signals[0]: c2pa: probability must be in [0, 1]: 7.0");
    node.put("signals", "none");
    assertThatThrownBy(() -> CaseJson.read("case", node))
        .hasMessage("case.signals: expected an array, found \"none\"");
    node.remove("item");
    assertThatThrownBy(() -> CaseJson.read("case", node)).hasMessage("case: 'item' is missing");
  }
}
