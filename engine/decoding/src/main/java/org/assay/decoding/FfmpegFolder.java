package org.assay.decoding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assay.media.MediaException;

/** Unpacks the FFmpeg programs and libraries out of their jar, whole or not at all. */
final class FfmpegFolder {
  private static final String RESOURCES = "org/bytedeco/ffmpeg/";
  private static final String PROPERTIES = "/META-INF/maven/org.bytedeco/ffmpeg/pom.properties";
  private static final Pattern MISSING =
      Pattern.compile("error while loading shared libraries: ([\\w.+-]+): cannot open");
  private static final int MOST_STAND_INS = 8;

  private final Path cacheFolder;
  private final Platform platform;
  private Optional<Path> unpacked = Optional.empty();

  FfmpegFolder(Path cacheFolder) {
    this.cacheFolder = cacheFolder.toAbsolutePath();
    this.platform = Platform.current();
  }

  /** Where a program lies, unpacked. */
  String program(String base) throws InterruptedException {
    return path().resolve(platform.program(base)).toString();
  }

  /** The folder, unpacked by the first caller. */
  synchronized Path path() throws InterruptedException {
    if (unpacked.isEmpty()) {
      try {
        unpacked = Optional.of(unpack());
      } catch (IOException failed) {
        // Not the item's fault: it is tried again when the machine is mended.
        throw new UncheckedIOException(
            "FFmpeg cannot be unpacked into " + cacheFolder + ": " + failed.getMessage(), failed);
      }
    }
    return unpacked.get();
  }

  private Path unpack() throws IOException, InterruptedException {
    Path target = cacheFolder.resolve("ffmpeg-" + version() + "-" + platform.name());
    if (Files.isDirectory(target)) {
      return target;
    }
    Files.createDirectories(cacheFolder);
    Path folder = Files.createTempDirectory(cacheFolder, "unpacking-");
    try {
      copyOut(folder);
      if (platform.linux()) {
        addStandIns(folder);
      }
      move(folder, target);
    } finally {
      delete(folder);
    }
    return target;
  }

  private static void move(Path folder, Path target) throws IOException {
    try {
      Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException unsupported) {
      throw unsupported;
    } catch (IOException taken) {
      // Another process was faster: its folder is as good, since it appears only when complete.
      if (!Files.isDirectory(target)) {
        throw taken;
      }
    }
  }

  private void copyOut(Path folder) throws IOException {
    String prefix = RESOURCES + platform.name() + "/";
    URL program = FfmpegFolder.class.getResource("/" + prefix + platform.program("ffmpeg"));
    if (program == null) {
      throw new IOException(
          "no FFmpeg for " + platform.name() + " on the class path: expected /" + prefix);
    }
    if (!(program.openConnection() instanceof JarURLConnection connection)) {
      throw new IOException("expected FFmpeg in a jar, found " + program);
    }
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        String name =
            entry.getName().substring(Math.min(prefix.length(), entry.getName().length()));
        boolean wanted = entry.getName().startsWith(prefix) && !name.contains("/");
        if (wanted && !entry.isDirectory() && !name.startsWith("libjni") && !name.isEmpty()) {
          Path file = folder.resolve(name);
          try (InputStream bytes = jar.getInputStream(entry)) {
            Files.copy(bytes, file);
          }
          if (!name.contains(".so") && !file.toFile().setExecutable(true, false)) {
            throw new IOException(file + " cannot be made executable");
          }
        }
      }
    }
  }

  private void addStandIns(Path folder) throws IOException, InterruptedException {
    ChildProcess child = new ChildProcess(Duration.ofSeconds(30), 1 << 20, 3L << 30);
    String program = folder.resolve(platform.program("ffmpeg")).toString();
    for (int i = 0; i < MOST_STAND_INS; i++) {
      ChildProcess.Result result = version(child, program, folder);
      Matcher missing = MISSING.matcher(result.summary());
      if (result.exitCode() == 0 || !missing.find()) {
        return;
      }
      Optional<byte[]> standIn =
          StandInLibrary.of(missing.group(1), platform.name().endsWith("arm64"));
      if (standIn.isEmpty()) {
        throw new IOException("this system lacks the library " + missing.group(1));
      }
      Files.write(folder.resolve(missing.group(1)), standIn.get());
    }
  }

  private static ChildProcess.Result version(ChildProcess child, String program, Path folder)
      throws IOException, InterruptedException {
    try {
      return child.run(List.of(program, "-version"), Ffmpeg.environment(folder), out -> {});
    } catch (MediaException broken) {
      throw new IOException(broken.getMessage(), broken);
    }
  }

  private static String version() throws IOException {
    try (InputStream file = FfmpegFolder.class.getResourceAsStream(PROPERTIES)) {
      if (file == null) {
        throw new IOException("no FFmpeg on the class path: expected " + PROPERTIES);
      }
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("version");
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(file);
        }
      }
    }
  }
}
