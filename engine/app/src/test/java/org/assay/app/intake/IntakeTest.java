package org.assay.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assay.media.Context;
import org.assay.media.MediaItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
  @TempDir Path folder;

  @Test
  void bytesAreKeptEvenIfTheOriginalChanges() throws Exception {
    Path file = Files.writeString(folder.resolve("a.jpg"), "first");
    MediaItem item = intake(1000).take(file, "a.jpg", Context.NONE);
    Files.writeString(file, "changed");
    assertThat(item.file()).hasContent("first");
  }

  @Test
  void samePostTwiceIsOneItemAndEqualBytesAreKeptOnce() throws Exception {
    Path file = Files.writeString(folder.resolve("a.jpg"), "same");
    MediaItem first = intake(1000).take(file, "a.jpg", Context.NONE);
    MediaItem again = intake(1000).take(file, "a.jpg", Context.NONE);
    MediaItem ofAnotherAccount = intake(1000).take(file, "a.jpg", postedBy("bob"));
    assertThat(again).isEqualTo(first);
    assertThat(ofAnotherAccount.id()).isNotEqualTo(first.id());
    assertThat(ofAnotherAccount.file()).isEqualTo(first.file());
    try (Stream<Path> kept = Files.walk(folder.resolve("data/received"))) {
      assertThat(kept.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void fileBeyondTheLimitIsRefusedAndLeavesNothing() throws Exception {
    Path file = Files.write(folder.resolve("big.jpg"), new byte[101]);
    assertThatThrownBy(() -> intake(100).take(file, "big.jpg", Context.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("holds 101 bytes, more than the limit of 100");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  private Intake intake(long maxBytes) {
    return new Intake(folder.resolve("data"), maxBytes);
  }

  private static Context postedBy(String account) {
    return new Context(account, "", List.of(), Optional.empty(), Optional.empty(), Set.of());
  }
}
