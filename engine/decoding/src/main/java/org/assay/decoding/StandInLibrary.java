package org.assay.decoding;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An empty shared library for Linux, in place of one that the FFmpeg programs name but decoding
 * never calls: those for sound cards and screens, which servers and containers lack. The loader
 * wants a file of that name with those versions; functions are looked up only when called.
 *
 * @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html">System V ABI,
 *     ELF</a>
 */
final class StandInLibrary {
  private static final Map<String, List<String>> DEVICE_LIBRARIES =
      Map.of(
          "libpulse.so.0", List.of("PULSE_0"),
          "libasound.so.2", List.of("ALSA_0.9", "ALSA_0.9.0rc4"),
          "libxcb.so.1", List.of(),
          "libxcb-shm.so.0", List.of(),
          "libxcb-shape.so.0", List.of(),
          "libxcb-xfixes.so.0", List.of());

  private static final int X86_64 = 62;
  private static final int AARCH64 = 183;
  private static final int HEADERS = 64 + 3 * 56;

  private StandInLibrary() {}

  /** The bytes of a stand-in for {@code library}; empty when it is no device library. */
  static Optional<byte[]> of(String library, boolean arm) {
    return Optional.ofNullable(DEVICE_LIBRARIES.get(library))
        .map(versions -> elf(library, versions, arm ? AARCH64 : X86_64));
  }

  private static byte[] elf(String library, List<String> versions, int machine) {
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    names.write(0);
    int libraryName = add(names, library);
    byte[] definitions = versionDefinitions(library, libraryName, versions, names);
    byte[] strings = names.toByteArray();

    int symbols = HEADERS;
    int hash = symbols + 24;
    int symbolVersions = hash + 16;
    int definitionsAt = symbolVersions + 8;
    int stringsAt = definitionsAt + definitions.length;
    int dynamic = (stringsAt + strings.length + 15) / 16 * 16;
    long[] tags = {
      14,
      libraryName,
      4,
      hash,
      5,
      stringsAt,
      6,
      symbols,
      10,
      strings.length,
      11,
      24,
      0x6ffffff0L,
      symbolVersions,
      0x6ffffffcL,
      definitionsAt,
      0x6ffffffdL,
      versions.size() + 1,
      0,
      0
    };
    int length = dynamic + 8 * tags.length;

    ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0x464C457F).putInt(0x00010102).putLong(0);
    file.putShort((short) 3).putShort((short) machine).putInt(1).putLong(0).putLong(64).putLong(0);
    file.putInt(0).putShort((short) 64).putShort((short) 56).putShort((short) 3);
    file.putShort((short) 64).putShort((short) 0).putShort((short) 0);
    segment(file, 1, 0, length, 0x10000); // to load; writable, as the loader relocates in place
    segment(file, 2, dynamic, 8 * tags.length, 8); // where the tags are
    segment(file, 0x6474e551, 0, 0, 16); // the stack needs no execution
    file.position(hash);
    file.putInt(1).putInt(1).putInt(0).putInt(0);
    file.position(definitionsAt);
    file.put(definitions).put(strings);
    file.position(dynamic);
    for (long tag : tags) {
      file.putLong(tag);
    }
    return file.array();
  }

  private static void segment(ByteBuffer file, int type, int offset, int length, int alignment) {
    int readWrite = 6;
    file.putInt(type).putInt(readWrite).putLong(offset).putLong(offset).putLong(offset);
    file.putLong(length).putLong(length).putLong(alignment);
  }

  private static byte[] versionDefinitions(
      String library, int libraryName, List<String> versions, ByteArrayOutputStream names) {
    int count = versions.size() + 1;
    ByteBuffer table = ByteBuffer.allocate(28 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      String name = i == 0 ? library : versions.get(i - 1);
      int nameAt = i == 0 ? libraryName : add(names, name);
      table.putShort((short) 1).putShort((short) (i == 0 ? 1 : 0)).putShort((short) (i + 1));
      table.putShort((short) 1).putInt(hash(name)).putInt(20).putInt(i + 1 < count ? 28 : 0);
      table.putInt(nameAt).putInt(0);
    }
    return table.array();
  }

  private static int add(ByteArrayOutputStream names, String name) {
    int at = names.size();
    names.writeBytes(name.getBytes(US_ASCII));
    names.write(0);
    return at;
  }

  /** The System V hash of a name. */
  private static int hash(String name) {
    int hash = 0;
    for (byte c : name.getBytes(US_ASCII)) {
      hash = (hash << 4) + c;
      int high = hash & 0xF0000000;
      hash = (hash ^ (high >>> 24)) & ~high;
    }
    return hash;
  }
}
