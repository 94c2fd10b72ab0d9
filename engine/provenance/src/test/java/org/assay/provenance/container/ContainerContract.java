package org.assay.provenance.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.assay.media.MediaException;
import org.assay.provenance.SampleFiles;
import org.assay.provenance.SampleFiles.Sample;
import org.assay.provenance.SampleStore;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.container.Part.EmbeddedStore;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every container reader promises; extend it once for each format. */
@ExtendWith(RandomSeed.class)
abstract class ContainerContract {
  private static final long MOST_ALLOCATED_BYTES = 24L << 20;

  /** A small valid file. */
  abstract Sample sample();

  @Test
  void everythingInAValidFileIsFound() throws Exception {
    Sample sample = sample();
    Container container = read(sample.bytes()).orElseThrow();
    assertThat(container.type()).isEqualTo(sample.type());
    assertThat(container.damage()).isEmpty();
    assertThat(container.stores()).hasSize(sample.store() ? 1 : 0);
    assertThat(container.xmp()).hasSize(sample.xmp() ? 1 : 0);
    assertThat(container.texts().isEmpty()).isEqualTo(!sample.text());
    for (Part.XmpPacket packet : container.xmp()) {
      assertThat(new String(packet.bytes().toArray(), StandardCharsets.UTF_8))
          .isEqualTo(SampleFiles.XMP);
    }
  }

  @Test
  void bytesOfTheStoreStandWhereItSays() throws Exception {
    Sample sample = sample();
    for (EmbeddedStore store : read(sample.bytes()).orElseThrow().stores()) {
      assertThat(store.bytes().toArray()).isEqualTo(SampleStore.store());
      assertThat(store.complete()).isTrue();
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      for (int i = 0; i < store.payload().size(); i++) {
        ByteRange payload = store.payload().get(i);
        ByteRange enclosing = store.enclosing().get(i);
        assertThat(enclosing.offset()).isLessThanOrEqualTo(payload.offset());
        assertThat(enclosing.end()).isGreaterThanOrEqualTo(payload.end());
        joined.writeBytes(
            Arrays.copyOfRange(sample.bytes(), (int) payload.offset(), (int) payload.end()));
      }
      assertThat(asStored(joined.toByteArray())).isEqualTo(SampleStore.store());
    }
  }

  /** Undoes what the format does to the bytes of a store, such as base64. */
  byte[] asStored(byte[] payload) {
    return payload;
  }

  @Test
  void everyTruncationIsRefusedOrReadWithDamage() throws Exception {
    Sample sample = sample();
    int clean = 0;
    for (int length = 0; length < sample.bytes().length; length++) {
      Optional<Container> container = read(Arrays.copyOf(sample.bytes(), length));
      clean += container.isPresent() && container.get().damage().isEmpty() ? 1 : 0;
    }
    assertThat(clean).isLessThanOrEqualTo(sample.cleanCuts());
  }

  @RepeatedTest(20)
  void corruptionGivesAContainerOrAClearRefusal(Random random) throws Exception {
    for (int round = 0; round < 50; round++) {
      byte[] bytes = sample().bytes().clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      read(bytes);
    }
  }

  @Test
  void lengthsBeyondTheFileAllocateNothingBig() throws Exception {
    byte[] valid = sample().bytes();
    for (int at = 0; at + 4 <= valid.length; at += at < 600 ? 1 : 13) {
      for (int first : new int[] {0x7F, 0xFF, 0x01}) {
        byte[] bytes = valid.clone();
        Arrays.fill(bytes, at, at + 4, (byte) 0xFF);
        bytes[at] = (byte) first;
        long before = allocated();
        read(bytes);
        assertThat(allocated() - before).isLessThan(MOST_ALLOCATED_BYTES);
      }
    }
  }

  @Test
  void limitsAreKept() throws Exception {
    Limits tight = new Limits(1, 64, 64, 64, 20, 2);
    Container container;
    try {
      container = Containers.read(ByteSource.of(sample().bytes()), tight);
    } catch (MediaException refused) {
      return;
    }
    assertThat(container.parts().size()).isLessThanOrEqualTo(1);
    assertThat(container.damage()).isNotEmpty();
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  /** The container, or nothing when the file was refused with a message. */
  private static Optional<Container> read(byte[] bytes) throws IOException, InterruptedException {
    try {
      return Optional.of(Containers.read(ByteSource.of(bytes), Limits.DEFAULT));
    } catch (MediaException refusal) {
      assertThat(refusal.getMessage()).isNotBlank();
      return Optional.empty();
    }
  }
}
