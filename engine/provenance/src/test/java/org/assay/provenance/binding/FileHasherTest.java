package org.assay.provenance.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.assay.provenance.ByteBuilder;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Slice;
import org.assay.testing.RandomSeed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RandomSeed.class)
class FileHasherTest {
  private static final int LARGE_BYTES = (20 << 20) + 777;

  @Test
  void longStretchIsHashedAsAShortOne(@TempDir Path folder) throws Exception {
    byte[] bytes = new byte[LARGE_BYTES];
    new Random(8).nextBytes(bytes);
    Path file = Files.write(folder.resolve("large.bin"), bytes);
    ByteRange range = new ByteRange(5, LARGE_BYTES - 12);
    byte[] expected = BoundBytes.sha256(Arrays.copyOfRange(bytes, 5, LARGE_BYTES - 7));
    try (ByteSource source = ByteSource.open(file)) {
      assertThat(new FileHasher(source).hash(HashAlgorithm.SHA256, range))
          .isEqualTo(Slice.of(expected));
    }
  }

  @Test
  void interruptEndsTheWork() {
    ByteSource source = ByteSource.of(new byte[LARGE_BYTES]);
    for (long length : new long[] {1000, LARGE_BYTES}) {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(
              () -> new FileHasher(source).hash(HashAlgorithm.SHA256, new ByteRange(0, length)));
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void failureOfTheFileIsSaid() {
    ByteSource failing =
        new ByteSource() {
          @Override
          public long length() {
            return LARGE_BYTES;
          }

          @Override
          public void read(long position, byte[] target, int offset, int length)
              throws IOException {
            throw new IOException("disk is gone");
          }

          @Override
          public void close() {
            // nothing is held
          }
        };
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () -> new FileHasher(failing).hash(HashAlgorithm.SHA256, new ByteRange(0, LARGE_BYTES)))
        .withMessageContaining("disk is gone");
  }

  @RepeatedTest(300)
  void piecesAreThoseOfAMarkedCopy(Random random) throws Exception {
    int size = 1 + random.nextInt(60);
    List<ByteRange> exclusions = new ArrayList<>();
    boolean[] excluded = new boolean[size];
    for (int i = random.nextInt(5); i > 0; i--) {
      int start = random.nextInt(size);
      int length = random.nextInt(size);
      exclusions.add(new ByteRange(start, length));
      Arrays.fill(excluded, start, Math.min(size, start + length), true);
    }
    TreeSet<Long> offsets = new TreeSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      offsets.add((long) random.nextInt(size));
    }
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    List<Piece> pieces = Pieces.withOffsets(Pieces.outside(exclusions, size), List.copyOf(offsets));
    assertThat(bytesOf(pieces, bytes)).isEqualTo(slow(bytes, excluded, offsets));
    long middle = random.nextInt(size);
    ByteRange part = new ByteRange(middle, size - middle);
    List<Piece> stretches = Pieces.stretches(Pieces.outside(exclusions, size));
    boolean[] outside = excluded.clone();
    Arrays.fill(outside, 0, (int) middle, true);
    assertThat(bytesOf(Pieces.within(stretches, part), bytes))
        .isEqualTo(slow(bytes, outside, Set.of()));
  }

  private static byte[] bytesOf(List<Piece> pieces, byte[] bytes) {
    ByteBuilder built = new ByteBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Stretch stretch) {
        ByteRange range = stretch.range();
        built.put(Arrays.copyOfRange(bytes, (int) range.offset(), (int) range.end()));
      } else {
        built.put(BoundBytes.u64(piece.offset()));
      }
    }
    return built.build();
  }

  /** Byte by byte; an offset counts between the first and the last byte that is hashed. */
  private static byte[] slow(byte[] bytes, boolean[] excluded, Set<Long> offsets) {
    int first = 0;
    while (first < bytes.length && excluded[first]) {
      first++;
    }
    int last = bytes.length - 1;
    while (last >= 0 && excluded[last]) {
      last--;
    }
    ByteBuilder built = new ByteBuilder();
    for (int i = first; i <= last; i++) {
      if (offsets.contains((long) i)) {
        built.put(BoundBytes.u64(i));
      }
      if (!excluded[i]) {
        built.u8(bytes[i]);
      }
    }
    return built.build();
  }
}
