package org.assay.app.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.assay.media.Context;
import org.assay.media.MediaItem;
import org.assay.media.Sha256;

/**
 * Keeps the bytes of submitted items in the data directory under their SHA-256, so that nothing can
 * change them while they are examined and equal bytes are kept once. Safe for concurrent use, also
 * by several processes.
 */
public final class Intake {
  private static final int ID_DIGITS = 24;

  private final Path folder;
  private final long maxBytes;

  /** Keeps received bytes below {@code dataDirectory/received}; refuses larger files. */
  public Intake(Path dataDirectory, long maxBytes) {
    this.folder = dataDirectory.resolve("received");
    this.maxBytes = maxBytes;
  }

  /**
   * Copies a file and gives the item that stands for this post of it. The same bytes from the same
   * source and account are the same item, so that submitting twice decides once; the same bytes
   * from another account are another item. When this returns, the copy is on disk.
   *
   * @param source where it came from, in words for people
   * @throws IOException if the file cannot be read, is too large, or the copy cannot be written
   */
  public MediaItem take(Path file, String source, Context context) throws IOException {
    long size = Files.size(file);
    if (size > maxBytes) {
      throw new IOException(
          "%s holds %d bytes, more than the limit of %d".formatted(file, size, maxBytes));
    }
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "part-", ".tmp");
    try {
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
      String sha256 = Sha256.of(part); // of the copy: the original may change meanwhile
      Path kept = folder.resolve(sha256.substring(0, 2)).resolve(sha256);
      if (!Files.exists(kept)) {
        Files.createDirectories(kept.getParent());
        try (FileChannel bytes = FileChannel.open(part, StandardOpenOption.WRITE)) {
          bytes.force(true);
        }
        Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
      return new MediaItem(id(sha256, source, context.account()), source, kept, context);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String id(String sha256, String source, String account) {
    return Sha256.of(sha256 + "\n" + source + "\n" + account).substring(0, ID_DIGITS);
  }
}
