package org.assay.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assay.media.MediaException;
import org.assay.provenance.ProvenanceValidator;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.TrustLists;

/**
 * Validation of Content Credentials, file by file, beside other validators on the same files. The
 * others run under Node.js; {@code engine/evaluation/peers/credentials} says which they are.
 */
final class CredentialsBenchmark {
  private static final int WARM = 5;
  private static final int RUNS = 9;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProvenanceValidator validator =
      new ProvenanceValidator(TrustLists.shipped(), Mode.COMPAT, Clock.systemUTC());
  private final Path peers;
  private final List<Path> files;

  /** To be run over all files below {@code folder}. */
  CredentialsBenchmark(Path home, Path folder) throws IOException {
    this.peers = home.resolve("engine/evaluation/peers/credentials");
    try (Stream<Path> all = Files.walk(folder)) {
      this.files = all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  List<Measurement> run() throws Exception {
    Map<Path, Double> ours = ours();
    List<Measurement> measured = new ArrayList<>();
    theirs().forEach((peer, millis) -> measured.add(beside(peer, ours, millis)));
    return measured;
  }

  /** Median over the files that both can open, so that one large video does not decide. */
  private static Measurement beside(String peer, Map<Path, Double> ours, Map<Path, Double> theirs) {
    List<Path> both = theirs.keySet().stream().filter(ours::containsKey).toList();
    return new Measurement(
        "credentials-" + both.size() + "-files",
        median(both.stream().mapToDouble(ours::get).toArray()),
        "ms/file",
        median(both.stream().mapToDouble(theirs::get).toArray()),
        "of " + peer);
  }

  private Map<Path, Double> ours() throws Exception {
    Map<Path, Double> millis = new LinkedHashMap<>();
    for (Path file : files) {
      double[] runs = new double[RUNS];
      boolean present = true;
      for (int i = -WARM; i < RUNS && present; i++) {
        long started = System.nanoTime();
        present = present(file);
        if (i >= 0) {
          runs[i] = (System.nanoTime() - started) / 1e6;
        }
      }
      if (present) {
        millis.put(file, median(runs));
      }
    }
    return millis;
  }

  private boolean present(Path file) throws IOException, InterruptedException {
    try {
      return validator.validate(file).credentials().present();
    } catch (MediaException noMetadata) {
      return false;
    }
  }

  private Map<String, Map<Path, Double>> theirs() throws Exception {
    if (!Files.isDirectory(peers.resolve("node_modules"))) {
      execute(List.of("npm", "ci", "--silent"), "");
    }
    StringBuilder paths = new StringBuilder();
    files.forEach(file -> paths.append(file.toAbsolutePath().normalize()).append('\n'));
    Map<String, Map<Path, Double>> millis = new LinkedHashMap<>();
    Map<Path, Path> asGiven = new LinkedHashMap<>();
    files.forEach(file -> asGiven.put(file.toAbsolutePath().normalize(), file));
    String answers = execute(List.of("node", "measure.mjs"), paths.toString());
    for (String line : answers.lines().toList()) {
      JsonNode answer = JSON.readTree(line);
      if (answer.has("millis")) {
        millis
            .computeIfAbsent(answer.path("peer").asText(), peer -> new LinkedHashMap<>())
            .put(
                asGiven.get(Path.of(answer.path("path").asText())),
                answer.path("millis").asDouble());
      }
    }
    return millis;
  }

  private String execute(List<String> command, String input)
      throws IOException, InterruptedException {
    Path given = Files.createTempFile("assay-bench", ".txt");
    try {
      Files.writeString(given, input);
      Process process =
          new ProcessBuilder(command)
              .directory(peers.toFile())
              .redirectInput(given.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(
            "'%s' in %s ended with status %d; it needs Node.js 20 and npm"
                .formatted(String.join(" ", command), peers, process.exitValue()));
      }
      return output;
    } finally {
      Files.deleteIfExists(given);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }
}
