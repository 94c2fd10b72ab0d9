package org.assay.rulebase;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts under a rules folder: {@code <policy>/policy.md}, {@code <policy>/*.drl} and {@code
 * <policy>/*.drl.csv}. Folders with none of these are not policies and are left alone.
 */
final class RuleFolder {
  static final String POLICY = "policy.md";
  static final String RULES = ".drl";
  static final String TABLE = ".drl.csv";
  static final String SCENARIOS = ".scenarios.yaml";
  private static final long MOST_BYTES = 1 << 20;
  private static final int VERSION_DIGITS = 12;

  private final SortedMap<String, String> texts = new TreeMap<>();

  private RuleFolder() {}

  /**
   * Reads all texts; files that cannot be used are added to the problems.
   *
   * @throws IOException if the folder cannot be read
   */
  static RuleFolder read(Path folder, Collection<RuleProblem> problems) throws IOException {
    RuleFolder read = new RuleFolder();
    for (Path policy : sorted(folder)) {
      if (Files.isDirectory(policy)) {
        List<Path> files = sorted(policy).stream().filter(Files::isRegularFile).toList();
        if (files.stream().anyMatch(file -> isOurs(name(file)))) {
          read.policy(name(policy), files, problems);
        }
      }
    }
    if (read.texts.isEmpty()) {
      String hint = "expected folders such as synthetic-media/ with policy.md and *.drl";
      problems.add(new RuleProblem(".", 0, 0, "no rules under this folder", hint));
    }
    return read;
  }

  private void policy(String policy, List<Path> files, Collection<RuleProblem> problems)
      throws IOException {
    for (Path file : files) {
      String path = policy + "/" + name(file);
      if (isOurs(name(file))) {
        text(path, file, problems);
      } else if (!name(file).endsWith(SCENARIOS) && !name(file).endsWith(".md")) {
        String hint = "rules end in .drl, tables in .drl.csv, scenarios in .scenarios.yaml";
        problems.add(new RuleProblem(path, 0, 0, "this file would not be read", hint));
      }
    }
    if (!texts.containsKey(policy + "/" + POLICY)) {
      String hint = "every ruling cites a section of a written policy";
      problems.add(new RuleProblem(policy + "/" + POLICY, 0, 0, "there is no policy.md", hint));
    }
  }

  private void text(String path, Path file, Collection<RuleProblem> problems) throws IOException {
    long bytes = Files.size(file);
    if (bytes > MOST_BYTES) {
      String message = bytes + " bytes exceed the limit of " + MOST_BYTES;
      problems.add(new RuleProblem(path, 0, 0, message, "split the file"));
      return;
    }
    try {
      byte[] read = Files.readAllBytes(file);
      texts.put(path, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read)).toString());
    } catch (CharacterCodingException notText) {
      problems.add(new RuleProblem(path, 0, 0, "the file is not UTF-8 text", "save it as UTF-8"));
    }
  }

  /** Text by path relative to the rules folder, in the order of the paths. */
  Map<String, String> texts() {
    return texts;
  }

  /** The first digits of the {@link #digest}. */
  String version() {
    return digest().hex().substring(0, VERSION_DIGITS);
  }

  /** Of paths and texts, the same on every file system. */
  Digest digest() {
    Digest digest = new Digest();
    texts.forEach((path, text) -> digest.add(path).add(text));
    return digest;
  }

  private static boolean isOurs(String name) {
    return name.equals(POLICY) || name.endsWith(RULES) || name.endsWith(TABLE);
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> !name(entry).startsWith(".")).sorted().toList();
    }
  }
}
