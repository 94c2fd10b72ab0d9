package org.assay.provenance.jumbf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assay.media.MediaException;
import org.assay.provenance.ByteBuilder;
import org.assay.provenance.SampleStore;
import org.assay.provenance.bytes.Slice;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class SuperBoxTest {

  @Test
  void boxesKeepLabelsKindsAndExactBytes() throws Exception {
    byte[] bytes = SampleStore.store();
    SuperBox store = SuperBox.parse(Slice.of(bytes));
    assertThat(store.label()).isEqualTo("c2pa");
    assertThat(store.description().kind()).isEqualTo("c2pa");
    assertThat(store.description().requestable()).isTrue();
    assertThat(store.whole().toArray()).isEqualTo(bytes);
    SuperBox manifest = store.child(SampleStore.LABEL).orElseThrow();
    SuperBox claim = manifest.child("c2pa.claim.v2").orElseThrow();
    Slice cbor = claim.contentOf("cbor").orElseThrow();
    assertThat(cbor.toArray())
        .isEqualTo(Arrays.copyOfRange(bytes, cbor.offset(), cbor.offset() + cbor.length()));
    assertThat(cbor.u8(0)).isEqualTo(0xA1);
  }

  @Test
  void paddingAfterTheStoreIsLeftAlone() throws Exception {
    byte[] bytes = Arrays.copyOf(SampleStore.store(), SampleStore.store().length + 40);
    assertThat(SuperBox.parse(Slice.of(bytes)).whole().length()).isEqualTo(bytes.length - 40);
  }

  @Test
  void everyTruncationIsRefusedAndWhatIsLeftIsSalvaged() throws Exception {
    byte[] bytes = SampleStore.store();
    for (int length = 0; length < bytes.length; length++) {
      Slice cut = Slice.of(Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> SuperBox.parse(cut)).isInstanceOf(MediaException.class);
    }
    List<String> faults = new ArrayList<>();
    SuperBox salvaged =
        SuperBox.salvage(Slice.of(Arrays.copyOf(bytes, bytes.length - 10)), faults, faults);
    assertThat(salvaged.child(SampleStore.LABEL)).isPresent();
    assertThat(faults).isNotEmpty();
  }

  @Test
  void lengthBeyondTheParentSaysWhatWhereExpectedAndFound() {
    byte[] bytes = SampleStore.store();
    bytes[38] = 0x7F; // length of the manifest
    assertThatThrownBy(() -> SuperBox.parse(Slice.of(bytes)))
        .hasMessageContaining("JUMBF box 'jumb' at byte 38: length")
        .hasMessageContaining("left in its parent");
  }

  @Test
  void lengthInEightBytesAndToTheEndAreRead() throws Exception {
    byte[] description =
        new ByteBuilder().box("jumd", new ByteBuilder().put(new byte[16]).u8(0).build()).build();
    byte[] wide =
        new ByteBuilder()
            .u32(1)
            .text("jumb")
            .u32(0)
            .u32(16 + description.length)
            .put(description)
            .build();
    assertThat(SuperBox.parse(Slice.of(wide)).label()).isEmpty();
    byte[] open = new ByteBuilder().u32(0).text("jumb").put(description).build();
    assertThat(SuperBox.parse(Slice.of(open)).children()).isEmpty();
    byte[] huge = wide.clone();
    huge[8] = (byte) 0xFF;
    assertThatThrownBy(() -> SuperBox.parse(Slice.of(huge))).isInstanceOf(MediaException.class);
  }

  @Test
  void nestingHasALimit() {
    byte[] box = new byte[0];
    for (int depth = 0; depth < 40; depth++) {
      box = SampleStore.superBox("c2pa", "x", box);
    }
    byte[] nested = box;
    assertThatThrownBy(() -> SuperBox.parse(Slice.of(nested)))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("deeper than 32");
  }

  @Test
  void labelWithoutEndIsRefused() {
    byte[] description = new ByteBuilder().put(new byte[16]).u8(3).text("label").build();
    byte[] box =
        new ByteBuilder().box("jumb", new ByteBuilder().box("jumd", description).build()).build();
    assertThatThrownBy(() -> SuperBox.parse(Slice.of(box))).isInstanceOf(MediaException.class);
  }

  @RepeatedTest(100)
  void corruptionGivesABoxOrARefusal(Random random) {
    byte[] bytes = SampleStore.store();
    for (int i = 0; i < 3; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    try {
      SuperBox.parse(Slice.of(bytes));
    } catch (MediaException refusal) {
      assertThat(refusal.getMessage()).isNotBlank();
    }
  }
}
