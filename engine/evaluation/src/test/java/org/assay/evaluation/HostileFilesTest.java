package org.assay.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assay.app.Config;
import org.assay.app.ConfigKey;
import org.assay.app.Engine;
import org.assay.datasets.corruption.Corruptions;
import org.assay.datasets.sample.OneOfEach;
import org.assay.media.Context;
import org.assay.media.MediaException;
import org.assay.media.MediaItem;
import org.assay.pipeline.StageTimer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files through the whole engine: each ends with a decision or with a message, and none
 * takes the process down. {@code -Dassay.corruptions=2000} sets how many of each set.
 */
class HostileFilesTest {
  private static final int COUNT = Integer.getInteger("assay.corruptions", 120);
  private static final Path ROOT = Path.of(System.getProperty("assay.root"));

  @TempDir Path folder;

  @Test
  void damagedFilesOfEveryFormatWeWriteGetADecisionOrAMessage() throws Exception {
    examineDamaged(OneOfEach.files(1));
  }

  @Test
  @Tag("corpus")
  void damagedFilesOfEveryFormatOfTheCorpusGetADecisionOrAMessage() throws Exception {
    Path corpus = ROOT.resolve("../shared/c2pa/files");
    assumeTrue(
        Files.isDirectory(corpus), "no ../shared/c2pa beside the project: nothing to damage");
    examineDamaged(smallestOfEachEnding(corpus));
  }

  private void examineDamaged(SortedMap<String, byte[]> files) throws Exception {
    Map<String, String> environment =
        Map.of(ConfigKey.DATA_DIRECTORY.variable(), folder.resolve("data").toString());
    Config config = Config.read(ROOT, Optional.empty(), environment);
    List<String> names = new ArrayList<>(files.keySet());
    int decided = 0;
    int refused = 0;
    try (Engine engine = Engine.open(config, List.of(), StageTimer.NONE)) {
      for (int seed = 0; seed < COUNT; seed++) {
        String name = names.get(seed % names.size());
        Path file = folder.resolve(seed + "-" + name);
        Files.write(file, Corruptions.corrupt(files.get(name), seed));
        try {
          engine.decide(engine.examine(new MediaItem("seed-" + seed, name, file, Context.NONE)));
          decided++;
        } catch (MediaException clear) {
          assertThat(clear.getMessage()).as("seed %d of %s", seed, name).isNotBlank();
          refused++;
        }
        Files.delete(file);
      }
    }
    System.out.printf(
        "%d damaged files of %d formats: %d decided, %d refused with a message%n",
        COUNT, names.size(), decided, refused);
    assertThat(decided + refused).isEqualTo(COUNT);
  }

  private static SortedMap<String, byte[]> smallestOfEachEnding(Path corpus) throws Exception {
    SortedMap<String, Path> smallest = new TreeMap<>();
    try (Stream<Path> files = Files.walk(corpus)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        Path known = smallest.get(ending);
        if (known == null || Files.size(file) < Files.size(known)) {
          smallest.put(ending, file);
        }
      }
    }
    SortedMap<String, byte[]> bytes = new TreeMap<>();
    for (Map.Entry<String, Path> entry : smallest.entrySet()) {
      bytes.put("sample." + entry.getKey(), Files.readAllBytes(entry.getValue()));
    }
    return bytes;
  }
}
