package org.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.rulebase.NearestSpelling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  @TempDir Path home;

  @Test
  void defaultsHoldWhenNothingIsSet() throws Exception {
    Config config = Config.read(home, Optional.empty(), Map.of());
    assertThat(config.dataDirectory()).isEqualTo(home.resolve("data").toAbsolutePath());
    assertThat(config.detectors()).isEmpty();
    assertThat(config.workers()).isPositive();
    assertThat(config.outboxFile()).isEqualTo(config.dataDirectory().resolve("outbox.ndjson"));
  }

  @Test
  void environmentWinsOverTheFileAndTheFileOverTheDefault() throws Exception {
    Files.writeString(home.resolve(Config.FILE_NAME), "max-frames = 7\nmax-attempts = 3\n");
    Config config = Config.read(home, Optional.empty(), Map.of("ASSAY_MAX_FRAMES", "9"));
    assertThat(config.maxFrames()).isEqualTo(9);
    assertThat(config.maxAttempts()).isEqualTo(3);
  }

  @Test
  void unknownKeyStopsTheStartAndNamesTheNearest() throws Exception {
    Path file = home.resolve("other.properties");
    Files.writeString(file, "max-frame = 7\n");
    assertThatThrownBy(() -> Config.read(home, Optional.of(file), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage(file + ": unknown key 'max-frame'; did you mean 'max-frames'?");
  }

  @Test
  void valueOutOfRangeNamesWhereItWasSet() {
    assertThatThrownBy(
            () -> Config.read(home, Optional.empty(), Map.of("ASSAY_METRICS_PORT", "70000")))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "metrics-port (environment variable ASSAY_METRICS_PORT): "
                + "expected a whole number from 0 to 65535, found '70000'");
  }

  @Test
  void webhookWithoutSecretIsRefused() {
    assertThatThrownBy(
            () ->
                Config.read(
                    home, Optional.empty(), Map.of("ASSAY_WEBHOOK_URL", "https://example.org/x")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("webhook-secret is empty");
  }

  @Test
  void everyKeyHasItsLineInTheDocuments() throws Exception {
    String page =
        Files.readString(
            Path.of(System.getProperty("assay.root")).resolve("docs/configuration.md"));
    for (ConfigKey key : ConfigKey.values()) {
      String fallback = key.fallback().isEmpty() ? "empty" : "`" + key.fallback() + "`";
      assertThat(page)
          .contains("| `" + key.key() + "` | `" + key.variable() + "` | " + fallback + " |");
    }
  }

  @Test
  void nearestSpellingIsASlipAndNotAnotherWord() {
    assertThat(NearestSpelling.of("scn", List.of("scan", "serve"))).contains("scan");
    assertThat(NearestSpelling.of("publish", List.of("scan", "serve"))).isEmpty();
  }
}
