package org.assay.app.delivery;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.assay.app.json.Json;
import org.assay.signal.Kebab;

/**
 * Appends notices to a file, one JSON object a line, flushed to the disk before they count as
 * delivered.
 *
 * <p>A line torn by a crash is cut off before anything is added, and notices that the last line
 * shows to be there are not written again: each comes exactly once, as long as this process alone
 * writes to the file. The file is opened anew for every batch, so it may be moved away to rotate
 * it.
 */
public final class NdjsonFile implements Subscriber {
  private static final int MOST = 500;

  private final String id;
  private final Path file;
  private Optional<String> lastKey = Optional.empty();
  private boolean tailIsKnown;

  /** Subscribes a file; its directory must exist. */
  public NdjsonFile(String id, Path file) {
    this.id = Kebab.require("subscriber", id);
    this.file = file;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public void deliver(List<Notice> notices) throws IOException {
    if (!tailIsKnown) {
      lastKey = repairTail();
    }
    tailIsKnown = false; // until all is written
    StringBuilder lines = new StringBuilder();
    for (Notice notice : notices) {
      if (!isThere(notice.key())) {
        lines.append(notice.json()).append('\n');
      }
    }
    if (!lines.isEmpty()) {
      append(StandardCharsets.UTF_8.encode(lines.toString()));
      lastKey = Optional.of(notices.get(notices.size() - 1).key());
    }
    tailIsKnown = true;
  }

  /** Keys are {@code store-number}, and numbers of one store rise. */
  private boolean isThere(String key) {
    if (lastKey.isEmpty()) {
      return false;
    }
    int dash = key.lastIndexOf('-');
    int lastDash = lastKey.get().lastIndexOf('-');
    return key.substring(0, dash).equals(lastKey.get().substring(0, lastDash))
        && Long.parseLong(key.substring(dash + 1))
            <= Long.parseLong(lastKey.get().substring(lastDash + 1));
  }

  private void append(ByteBuffer bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Cuts off what stands after the last line break, and gives the key of the last whole line. */
  private Optional<String> repairTail() throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      long end = endOfLineBefore(bytes, bytes.length());
      bytes.setLength(end);
      if (end == 0) {
        return Optional.empty();
      }
      long start = endOfLineBefore(bytes, end - 1);
      byte[] line = new byte[Math.toIntExact(end - 1 - start)];
      bytes.seek(start);
      bytes.readFully(line);
      String key =
          Json.parse(file + ", last line", new String(line, StandardCharsets.UTF_8))
              .path("key")
              .asText();
      if (!key.matches(".+-\\d{1,18}")) {
        throw new IOException(file + ", last line: not a notice, its key is '" + key + "'");
      }
      return Optional.of(key);
    }
  }

  /** The position after the last line break before {@code from}; 0 if there is none. */
  private static long endOfLineBefore(RandomAccessFile bytes, long from) throws IOException {
    byte[] block = new byte[8192];
    long end = from;
    while (end > 0) {
      int length = (int) Math.min(block.length, end);
      bytes.seek(end - length);
      bytes.readFully(block, 0, length);
      for (int i = length - 1; i >= 0; i--) {
        if (block[i] == '\n') {
          return end - length + i + 1;
        }
      }
      end -= length;
    }
    return 0;
  }
}
