package org.assay.provenance.c2pa;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The public list of soft binding algorithms, C2PA 2.2 section 9.3.2. */
public final class SoftBindingAlgorithms {
  private static final Map<String, String> NAMES = read();

  private SoftBindingAlgorithms() {}

  /** What people call an algorithm, its kind behind it; empty when it is not on the list. */
  public static Optional<String> name(String identifier) {
    return Optional.ofNullable(NAMES.get(identifier));
  }

  private static Map<String, String> read() {
    Map<String, String> names = new HashMap<>();
    String resource = "soft-binding-algorithms.txt";
    try (InputStream file = SoftBindingAlgorithms.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException("resource " + resource + " is not in the program");
      }
      new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| "))
          .forEach(part -> names.put(part[0], part[2] + " (" + part[1] + ")"));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return Map.copyOf(names);
  }
}
