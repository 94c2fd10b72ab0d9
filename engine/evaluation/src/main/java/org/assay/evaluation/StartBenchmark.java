package org.assay.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.app.command.Surroundings;
import org.assay.datasets.format.JpegWriter;
import org.assay.datasets.picture.PictureGenerator;
import org.assay.datasets.picture.Scene;

/** How long the program takes from the shell to its answer, beside a JVM that does nothing. */
final class StartBenchmark {
  private static final int ROUNDS = 7;

  private StartBenchmark() {}

  static List<Measurement> run(Surroundings surroundings) throws Exception {
    String launcher = surroundings.home().resolve("assay").toString();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path picture = Files.createTempFile("assay-bench", ".jpg");
    try {
      Files.write(
          picture, JpegWriter.encode(new PictureGenerator(1600, 1004).picture(1, Scene.LAKE), 90));
      double bare = millis(List.of(java, "-version"));
      List<Measurement> measured = new ArrayList<>();
      measured.add(
          new Measurement(
              "start-help", millis(List.of(launcher, "--help")), "ms", bare, "of java -version"));
      measured.add(
          new Measurement(
              "start-scan-one-picture",
              millis(List.of(launcher, "scan", "--json", picture.toString())),
              "ms",
              bare,
              "of java -version"));
      return measured;
    } finally {
      Files.deleteIfExists(picture);
    }
  }

  private static double millis(List<String> command) throws IOException, InterruptedException {
    double[] rounds = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long started = System.nanoTime();
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      int status = process.waitFor();
      if (status != 0) {
        throw new IOException(String.join(" ", command) + " ended with status " + status);
      }
      rounds[i] = (System.nanoTime() - started) / 1e6;
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }
}
