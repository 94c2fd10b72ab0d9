package org.assay.matching.repost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assay.matching.hash.Pictures;
import org.assay.matching.hash.Transform;
import org.assay.media.Raster;
import org.assay.signal.Region.Point;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepostIndexTest {
  private static final int SCENES = 12;
  private static RepostIndex scenes;

  @BeforeAll
  static void addScenes() throws IOException {
    scenes = RepostIndex.inMemory();
    for (int seed = 0; seed < SCENES; seed++) {
      scenes.add("scene-" + seed, scene(seed));
    }
  }

  @AfterAll
  static void close() throws IOException {
    scenes.close();
  }

  private static Raster scene(int seed) {
    return Samples.scene(400 + 10 * (seed % 3), 300, seed);
  }

  @ParameterizedTest
  @EnumSource(Disguise.class)
  void originalIsFoundInEveryDisguiseAndNoOther(Disguise disguise) throws Exception {
    for (int seed = 0; seed < 3; seed++) {
      List<Repost> found = scenes.search(disguise.of(scene(seed), new Random(seed)));
      assertThat(found)
          .as("seed " + seed)
          .extracting(Repost::original)
          .containsExactly("scene-" + seed);
    }
  }

  @Test
  void unrelatedPicturesNeverMatch() throws Exception {
    for (int seed = 100; seed < 120; seed++) {
      assertThat(scenes.search(Samples.scene(400, 300, seed))).as("seed " + seed).isEmpty();
      assertThat(scenes.search(Pictures.clouds(300, 300, new Random(seed)))).isEmpty();
    }
  }

  @Test
  void sameCaptionAndFrameDoNotMakeTwoPicturesOne() throws Exception {
    try (RepostIndex index = RepostIndex.inMemory()) {
      index.add("one", Disguise.CAPTION.of(scene(1), new Random(1)));
      index.add("two", Disguise.SCREENSHOT.of(scene(2), new Random(1)));
      index.add("three", Disguise.MEME.of(scene(3), new Random(1)));
      for (Disguise disguise : List.of(Disguise.CAPTION, Disguise.SCREENSHOT, Disguise.MEME)) {
        assertThat(index.search(disguise.of(scene(4), new Random(1))))
            .as(disguise.name())
            .isEmpty();
      }
    }
  }

  @Test
  void flatPicturesNeverMatchNotEvenThemselves() throws Exception {
    try (RepostIndex index = RepostIndex.inMemory()) {
      for (int grey = 0; grey < 256; grey += 51) {
        index.add("grey-" + grey, SampleMedia.flat(200, 200, grey));
      }
      index.add("pixel", SampleMedia.flat(1, 1, 9));
      for (int grey = 0; grey < 256; grey += 51) {
        assertThat(index.search(SampleMedia.flat(300, 200, grey))).isEmpty();
      }
      assertThat(index.search(SampleMedia.flat(1, 1, 9))).isEmpty();
      assertThat(index.search(scene(0))).isEmpty();
    }
  }

  @Test
  void placementSaysWhereTheOriginalLies() throws Exception {
    Raster original = scene(5);
    Raster query = Pictures.turned(original, Transform.FLIPY);
    Repost repost = scenes.search(query).get(0);
    Point corner = repost.placement().apply(0, 0);
    assertThat(corner.x()).isCloseTo(query.widthPixels(), within(3.0));
    assertThat(corner.y()).isCloseTo(0, within(3.0));
    assertThat(repost.transform()).startsWith("mirrored");
    assertThat(repost.originalShare()).isGreaterThan(0.95);
    assertThat(repost.inQuery().width()).isCloseTo(query.widthPixels(), within(5.0));
  }

  @Test
  void removedOriginalIsNotFoundAndAReplacedOneOnlyAsTheNew() throws Exception {
    try (RepostIndex index = RepostIndex.inMemory()) {
      index.add("a", scene(0));
      index.add("b", scene(1));
      assertThat(index.remove("a")).isTrue();
      assertThat(index.remove("a")).isFalse();
      assertThat(index.search(scene(0))).isEmpty();
      index.add("b", scene(2));
      assertThat(index.size()).isEqualTo(1);
      assertThat(index.search(scene(1))).isEmpty();
      assertThat(index.search(scene(2))).extracting(Repost::original).containsExactly("b");
    }
  }

  @Test
  void reopenedIndexAnswersLikeTheOneInMemory(@TempDir Path folder) throws Exception {
    try (RepostIndex index = RepostIndex.open(folder)) {
      for (int seed = 0; seed < SCENES; seed++) {
        index.add("scene-" + seed, scene(seed));
      }
      index.add("gone", scene(50));
      index.commit();
      index.remove("gone");
    }
    try (RepostIndex reopened = RepostIndex.open(folder)) {
      assertThat(reopened.size()).isEqualTo(SCENES);
      assertThat(reopened.search(scene(50))).isEmpty();
      for (Disguise disguise : List.of(Disguise.CROP, Disguise.SCREENSHOT, Disguise.COMBINATION)) {
        Raster query = disguise.of(scene(3), new Random(3));
        assertThat(facts(reopened.search(query))).isEqualTo(facts(scenes.search(query)));
      }
    }
  }

  private static List<String> facts(List<Repost> reposts) {
    return reposts.stream()
        .map(r -> r.original() + r.method() + r.distance() + r.transform() + r.score())
        .toList();
  }

  @Test
  void folderOpenTwiceIsRefused(@TempDir Path folder) throws Exception {
    try (RepostIndex index = RepostIndex.open(folder)) {
      assertThat(index.size()).isZero();
      assertThatThrownBy(() -> RepostIndex.open(folder)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void searchesFindWhatWasAddedBeforeWhileOthersAdd() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (RepostIndex index = RepostIndex.inMemory()) {
      List<Callable<List<String>>> tasks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int seed = i;
        tasks.add(
            () -> {
              index.add("scene-" + seed, scene(seed));
              Raster query = Disguise.CROP.of(scene(seed), new Random(seed));
              return index.search(query).stream().map(Repost::original).toList();
            });
      }
      List<Future<List<String>>> answers = threads.invokeAll(tasks);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).containsExactly("scene-" + i);
      }
      assertThat(index.size()).isEqualTo(8);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void searchStopsWhenInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> scenes.search(scene(0))).isInstanceOf(InterruptedException.class);
  }

  @Test
  void blankIdIsRefused() {
    assertThatThrownBy(() -> scenes.add(" ", scene(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("blank");
  }
}
