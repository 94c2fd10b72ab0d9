package org.assay.provenance.c2pa;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Programs that only ever make generated media, known by what they write into claims and actions. A
 * weaker reading than a source type, for files from before there was one.
 */
public final class KnownGenerators {
  private static final List<Known> ALL = read();

  private record Known(Place place, Pattern pattern, String name) {}

  private enum Place {
    GENERATOR,
    AGENT,
    ASSERTION
  }

  private KnownGenerators() {}

  /** Names of the programs that left their mark in any manifest of a store, in order, each once. */
  public static List<String> in(ManifestStore store) {
    Set<String> names = new LinkedHashSet<>();
    for (Manifest manifest : store.manifests()) {
      Stream<String> generators =
          manifest.claim().stream()
              .flatMap(
                  claim ->
                      Stream.of(claim.generator(), claim.map().text("claim_generator").orElse("")));
      generators.forEach(text -> add(Place.GENERATOR, text, names));
      manifest.actions().forEach(action -> add(Place.AGENT, action.softwareAgent(), names));
      manifest.assertions().forEach(one -> add(Place.ASSERTION, one.label().base(), names));
    }
    return List.copyOf(names);
  }

  private static void add(Place place, String text, Set<String> names) {
    for (Known known : ALL) {
      if (known.place() == place && known.pattern().matcher(text).find()) {
        names.add(known.name());
      }
    }
  }

  private static List<Known> read() {
    List<Known> known = new ArrayList<>();
    String resource = "known-generators.txt";
    try (InputStream file = KnownGenerators.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException("resource " + resource + " is not in the program");
      }
      new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| "))
          .forEach(
              part ->
                  known.add(
                      new Known(
                          Place.valueOf(part[0]),
                          Pattern.compile(part[1], Pattern.CASE_INSENSITIVE),
                          part[2])));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return List.copyOf(known);
  }
}
