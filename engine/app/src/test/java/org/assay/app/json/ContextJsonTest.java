package org.assay.app.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.assay.media.Context;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RandomSeed.class)
class ContextJsonTest {
  @TempDir private Path folder;

  @RepeatedTest(100)
  void contextComesBackAsItWasWritten(Random random) throws IOException {
    Context context = new RandomCases(random).context();
    Path file = write(Json.print(ContextJson.write(context)));
    assertThat(ContextJson.readFile(file)).isEqualTo(context);
  }

  @Test
  void everyKeyIsOptional() throws IOException {
    assertThat(ContextJson.readFile(write("{}"))).isEqualTo(Context.NONE);
    assertThat(Json.print(ContextJson.write(Context.NONE))).isEqualTo("{}");
  }

  @Test
  void fileIsReadInTheFormOfTheContract() throws IOException {
    String text =
        """
        {"account":"a1","caption":"look","hashtags":["fun"],"posted":"2026-11-22T12:00:00+02:00",
         "remixOf":"item-7","declaredLabels":["ai-generated"]}
        """;
    assertThat(ContextJson.readFile(write(text)))
        .isEqualTo(
            new Context(
                "a1",
                "look",
                List.of("fun"),
                Optional.of(Instant.parse("2026-11-22T10:00:00Z")),
                Optional.of("item-7"),
                Set.of("ai-generated")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"acount\":\"a\"}|unknown key [\"acount\"]; known keys are account, caption, hashtags",
        "{\"account\":7}|account: expected a text, found 7",
        "{\"hashtags\":\"fun\"}|hashtags: expected an array, found \"fun\"",
        "{\"hashtags\":[1]}|hashtags[0]: expected a text, found 1",
        "{\"posted\":\"yesterday\"}|posted: expected a time such as 2026-11-22T10:00:00Z",
        "{\"declaredLabels\":[\"AI\"]}|declared label must be in kebab case",
        "{\"account\":\"a\",\"account\":\"b\"}|not JSON at line 1",
        "{} {}|not JSON at line 1",
        "[]|expected an object, found []",
        "''|expected JSON, found nothing",
      })
  void wrongFileIsRefusedWithAMessage(String text, String message) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> ContextJson.readFile(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message);
  }

  @Test
  void hugeFileAndDeepNestingAreRefused() throws IOException {
    Path huge = write(" ".repeat((1 << 20) + 1));
    assertThatThrownBy(() -> ContextJson.readFile(huge)).hasMessageContaining("at most 1048576");
    Path deep = write("[".repeat(10_000));
    assertThatThrownBy(() -> ContextJson.readFile(deep))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nesting depth");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("a.context.json"), text);
  }
}
