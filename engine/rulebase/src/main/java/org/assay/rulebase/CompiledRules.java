package org.assay.rulebase;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.drools.base.common.DroolsObjectInputStream;
import org.drools.base.common.DroolsObjectOutputStream;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps compiled rules in a folder, because compiling takes most of the time of a start. Whatever
 * is wrong with a kept file, the rules are compiled again.
 *
 * <p>A kept file holds code. It is used only if it belongs to whoever runs the engine and nobody
 * else may write to it; where the file system cannot tell, nothing is kept.
 */
final class CompiledRules {
  private static final Logger LOG = LoggerFactory.getLogger(CompiledRules.class);
  private static final String SUFFIX = ".rules";
  private static final int KEPT_FILES = 8;
  private static final long MOST_BYTES = 64 << 20;

  private final Path folder;

  CompiledRules(Path folder) {
    this.folder = folder.resolve("rules");
  }

  /** The compiled rules of this key, if they were kept and can be used. */
  Optional<KieBase> read(Digest key) {
    Path file = file(key);
    try {
      if (!isOurs(file) || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      byte[] kept = Files.readAllBytes(file);
      byte[] stream = Arrays.copyOfRange(kept, Digest.BYTES, Math.max(Digest.BYTES, kept.length));
      if (!new Digest().add(stream).sameAs(Arrays.copyOf(kept, Digest.BYTES))) {
        LOG.warn("compiled rules in {} are damaged; they are compiled again", file);
        return Optional.empty();
      }
      return Optional.of(build(stream));
    } catch (NoSuchFileException notKept) {
      return Optional.empty();
    } catch (IOException | ClassNotFoundException | RuntimeException unusable) {
      LOG.warn("compiled rules in {} cannot be used; they are compiled again", file, unusable);
      return Optional.empty();
    }
  }

  @SuppressWarnings("BanSerializableRead") // The file is our own: see above.
  private static KieBase build(byte[] stream) throws IOException, ClassNotFoundException {
    try (var in =
        new DroolsObjectInputStream(
            new ByteArrayInputStream(stream), CompiledRules.class.getClassLoader())) {
      List<KiePackage> packages = new ArrayList<>();
      for (Object read : (Collection<?>) in.readObject()) {
        packages.add((KiePackage) read);
      }
      InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase();
      base.addPackages(packages);
      return base;
    }
  }

  /** Keeps compiled rules; the engine runs without, so a full disk is only told. */
  void write(Digest key, KieBase rules) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (var out = new DroolsObjectOutputStream(bytes)) {
        out.writeObject(new ArrayList<>(rules.getKiePackages()));
      }
      byte[] stream = bytes.toByteArray();
      Files.createDirectories(folder);
      Path file = file(key);
      Path unfinished = Files.createTempFile(folder, "unfinished", ""); // for the owner alone
      byte[] kept = Arrays.copyOf(new Digest().add(stream).bytes(), Digest.BYTES + stream.length);
      System.arraycopy(stream, 0, kept, Digest.BYTES, stream.length);
      Files.write(unfinished, kept);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      forgetOld();
    } catch (IOException | RuntimeException unusable) {
      LOG.warn("compiled rules cannot be kept in {}", folder, unusable);
    }
  }

  private void forgetOld() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> old =
          files
              .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
              .sorted(
                  Comparator.comparingLong((Path file) -> file.toFile().lastModified()).reversed())
              .skip(KEPT_FILES)
              .toList();
      for (Path file : old) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isOurs(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return false;
    }
    PosixFileAttributes attributes = view.readAttributes();
    boolean writable =
        attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
            || attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE);
    return attributes.isRegularFile()
        && !writable
        && attributes.owner().getName().equals(System.getProperty("user.name"));
  }

  private Path file(Digest key) {
    return folder.resolve(key.hex() + SUFFIX);
  }
}
