package org.assay.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns the paths of a command line into files. */
public final class Inputs {
  /** What is known about {@code a.jpg} may lie beside it in {@code a.jpg.context.json}. */
  public static final String CONTEXT_SUFFIX = ".context.json";

  private Inputs() {}

  /**
   * The files in the order they were named; a folder stands for all files below it, sorted, and
   * {@code -} for paths read from standard input, one a line. A path that does not exist stays in
   * the list, so that it gets its line with an error. Context files beside media are left out.
   *
   * @throws IOException if a folder or standard input cannot be read
   */
  public static List<String> expand(List<String> paths, InputStream in) throws IOException {
    List<String> files = new ArrayList<>();
    for (String path : paths) {
      if (path.equals("-")) {
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (!line.isEmpty()) {
            add(line, files);
          }
        }
      } else {
        add(path, files);
      }
    }
    return files;
  }

  private static void add(String path, List<String> files) throws IOException {
    Path root;
    try {
      root = Path.of(path);
    } catch (InvalidPathException unusable) {
      files.add(path); // its line will say why
      return;
    }
    if (!Files.isDirectory(root)) {
      files.add(path);
      return;
    }
    try (Stream<Path> below = Files.walk(root)) {
      below
          .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !isContextOfAnother(file))
          .sorted()
          .forEach(file -> files.add(file.toString()));
    }
  }

  private static boolean isContextOfAnother(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(CONTEXT_SUFFIX)
        && Files.exists(
            file.resolveSibling(name.substring(0, name.length() - CONTEXT_SUFFIX.length())));
  }
}
