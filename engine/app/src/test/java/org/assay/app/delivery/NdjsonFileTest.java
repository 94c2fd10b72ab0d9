package org.assay.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.app.json.Json;
import org.assay.app.store.Outbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NdjsonFileTest {
  @TempDir private Path directory;
  private OutboxFixture fixture;
  private Path file;

  @BeforeEach
  void open() throws IOException {
    fixture = new OutboxFixture(directory.resolve("data"));
    file = directory.resolve("decisions.ndjson");
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  @Test
  void noticesHaveTheDocumentedForm() throws IOException {
    fixture.decide("a\u2028\"b\"");
    fixture.park("c", "PNG: ends at byte 7");
    List<Notice> notices = notices();
    new NdjsonFile("file", file).deliver(notices);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "{\"key\":\""
                + notices.get(0).key()
                + "\",\"type\":\"decided\",\"item\":\"a\u2028\\\"b\\\"\","
                + "\"at\":\"2026-11-22T10:00:00Z\",\"pipeline\":\"pipeline-1\","
                + "\"mediaType\":\"image/png\",\"decision\":{\"verdict\":\"allow\",\"labels\":[],"
                + "\"ruleBase\":\"rules-1\",\"rulings\":[]}}",
            "{\"key\":\""
                + notices.get(1).key()
                + "\",\"type\":\"parked\",\"item\":\"c\","
                + "\"at\":\"2026-11-22T10:00:01Z\",\"cause\":\"PNG: ends at byte 7\"}");
  }

  @Test
  void noticesThatAreThereAreNotWrittenAgainAfterARestart() throws IOException {
    fixture.decide("a", "b", "c");
    new NdjsonFile("file", file).deliver(notices().subList(0, 2));
    NdjsonFile restarted = new NdjsonFile("file", file);
    restarted.deliver(notices());
    restarted.deliver(notices());
    assertThat(items()).containsExactly("a", "b", "c");
  }

  @Test
  void noticesOfAnotherDatabaseAreNotTakenForRepeats() throws IOException {
    fixture.decide("a", "b");
    new NdjsonFile("file", file).deliver(notices());
    try (OutboxFixture other = new OutboxFixture(directory.resolve("other"))) {
      other.decide("c");
      new NdjsonFile("file", file).deliver(notices(other.outbox()));
    }
    assertThat(items()).containsExactly("a", "b", "c");
  }

  @Test
  void lineTornAtAnyPlaceIsCutOffAndWrittenAgain() throws IOException {
    fixture.decide("a", "b".repeat(500));
    new NdjsonFile("file", file).deliver(notices());
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      new NdjsonFile("file", file).deliver(notices());
      assertThat(Files.readAllBytes(file)).as("torn at %d", length).isEqualTo(whole);
    }
  }

  @Test
  void fileThatWasMovedAwayIsBegunAnew() throws IOException {
    fixture.decide("a", "b");
    NdjsonFile subscriber = new NdjsonFile("file", file);
    subscriber.deliver(notices().subList(0, 1));
    Files.move(file, directory.resolve("decisions.1.ndjson"));
    subscriber.deliver(notices().subList(1, 2));
    assertThat(items()).containsExactly("b");
  }

  @Test
  void fileWithOtherContentIsLeftAlone() throws IOException {
    fixture.decide("a");
    Files.writeString(file, "precious notes\n", StandardOpenOption.CREATE_NEW);
    assertThatThrownBy(() -> new NdjsonFile("file", file).deliver(notices()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("last line: not JSON");
    assertThat(file).hasContent("precious notes\n");
  }

  private List<Notice> notices() throws IOException {
    return notices(fixture.outbox());
  }

  private static List<Notice> notices(Outbox outbox) throws IOException {
    return outbox.after(0, 99).stream().map(e -> new Notice(outbox.key(e), e)).toList();
  }

  private List<String> items() throws IOException {
    List<String> items = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      items.add(Json.parse("line", line).get("item").textValue());
    }
    return items;
  }
}
