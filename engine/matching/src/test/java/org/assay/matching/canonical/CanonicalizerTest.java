package org.assay.matching.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assay.matching.hash.Pictures;
import org.assay.media.Raster;
import org.assay.testing.RandomSeed;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomSeed.class)
class CanonicalizerTest {
  /** The plane is scaled down, so edges may be off by this much. */
  private static final int SLACK = 5;

  @RepeatedTest(10)
  void plainPictureIsLeftAlone(Random random) {
    Raster picture = Pictures.clouds(400, 300, random);
    assertThat(Canonicalizer.layers(picture)).isEmpty();
  }

  @RepeatedTest(10)
  void frameOfAnyColourIsTakenOff(Random random) {
    Raster picture = Pictures.clouds(300, 200, random);
    Box inside = new Box(40, 30, 300, 200);
    assertFound(pasted(canvas(380, 260, random.nextInt(256)), picture, inside), inside);
  }

  @RepeatedTest(10)
  void letterboxAndPillarboxAreTakenOff(Random random) {
    Raster picture = Pictures.clouds(400, 200, random);
    Box wide = new Box(0, 60, 400, 200);
    assertFound(pasted(canvas(400, 320, 0), picture, wide), wide);
    Box tall = new Box(90, 0, 400, 200);
    assertFound(pasted(canvas(580, 200, 0), picture, tall), tall);
  }

  @RepeatedTest(10)
  void captionBarWithWritingIsTakenOff(Random random) {
    Raster page = canvas(400, 300, 255);
    for (int i = 0; i < 30; i++) { // strokes of letters
      fill(page, new Box(30 + 11 * i, 22, 5, 16), 0);
    }
    Box inside = new Box(0, 60, 400, 240);
    assertFound(pasted(page, Pictures.clouds(400, 240, random), inside), inside);
  }

  @RepeatedTest(10)
  void panelOfAScreenshotIsFound(Random random) {
    Raster page = canvas(400, 700, 250);
    fill(page, new Box(20, 30, 50, 50), 90); // an avatar
    for (int i = 0; i < 12; i++) {
      fill(page, new Box(90 + 14 * i, 45, 8, 14), 20);
      fill(page, new Box(30 + 14 * i, 600, 8, 14), 20);
    }
    fill(page, new Box(300, 640, 60, 30), 140); // a button
    Box inside = new Box(20, 120, 360, 420);
    assertFound(pasted(page, Pictures.clouds(360, 420, random), inside), inside);
  }

  @RepeatedTest(10)
  void blurredBarsAreTakenOff(Random random) {
    Raster page = canvas(600, 300, 0);
    for (int i = 0; i < page.rgb().length; i++) {
      page.rgb()[i] = (byte) (40 + i / 3 % 600 / 5 + i / 3 / 600 / 5);
    }
    Raster picture = Pictures.clouds(280, 300, random);
    for (int i = 0; i < picture.rgb().length; i++) { // detail that the blurred sides have lost
      picture.rgb()[i] =
          (byte) Math.max(0, Math.min(255, (picture.rgb()[i] & 0xff) + random.nextInt(50) - 25));
    }
    Box inside = new Box(160, 0, 280, 300);
    assertFound(pasted(page, picture, inside), inside);
  }

  @RepeatedTest(10)
  void frameInAFrameIsTakenOffInLayers(Random random) {
    Box inside = new Box(60, 50, 300, 220);
    Raster page = canvas(420, 320, 0);
    fill(page, new Box(40, 30, 340, 260), 255);
    assertFound(pasted(page, Pictures.clouds(300, 220, random), inside), inside);
  }

  @Test
  void oneColourIsLeftAlone() {
    assertThat(Canonicalizer.layers(SampleMedia.flat(200, 100, 128))).isEmpty();
    assertThat(Canonicalizer.layers(SampleMedia.flat(1, 1, 0))).isEmpty();
    assertThat(Canonicalizer.layers(SampleMedia.flat(3, 900, 255))).isEmpty();
  }

  @RepeatedTest(50)
  void neverLessThanTheSmallestShareIsLeft(Random random) {
    Raster page = canvas(50 + random.nextInt(400), 50 + random.nextInt(400), random.nextInt(256));
    for (int i = random.nextInt(6); i > 0; i--) {
      int width = 1 + random.nextInt(page.widthPixels());
      int height = 1 + random.nextInt(page.heightPixels());
      int left = random.nextInt(page.widthPixels() - width + 1);
      int top = random.nextInt(page.heightPixels() - height + 1);
      fill(page, new Box(left, top, width, height), random.nextInt(256));
    }
    Box before = Canonicalizer.whole(page);
    for (Box layer : Canonicalizer.layers(page)) {
      assertThat(layer.area()).isLessThan(before.area());
      assertThat(layer.left() + layer.width()).isLessThanOrEqualTo(page.widthPixels());
      assertThat(layer.top() + layer.height()).isLessThanOrEqualTo(page.heightPixels());
      assertThat(layer.area())
          .isGreaterThanOrEqualTo(
              (long) (0.9 * Canonicalizer.SMALLEST_SHARE * Canonicalizer.whole(page).area()));
      before = layer;
    }
  }

  private static void assertFound(Raster page, Box expected) {
    List<Box> layers = Canonicalizer.layers(page);
    assertThat(layers).isNotEmpty();
    Box last = layers.get(layers.size() - 1);
    assertThat(Math.abs(last.left() - expected.left())).as(last.toString()).isLessThan(SLACK);
    assertThat(Math.abs(last.top() - expected.top())).as(last.toString()).isLessThan(SLACK);
    assertThat(Math.abs(last.width() - expected.width())).as(last.toString()).isLessThan(2 * SLACK);
    assertThat(Math.abs(last.height() - expected.height()))
        .as(last.toString())
        .isLessThan(2 * SLACK);
  }

  private static Raster canvas(int width, int height, int grey) {
    return SampleMedia.flat(width, height, grey);
  }

  private static void fill(Raster page, Box box, int grey) {
    for (int row = box.top(); row < box.top() + box.height(); row++) {
      int from = 3 * (row * page.widthPixels() + box.left());
      Arrays.fill(page.rgb(), from, from + 3 * box.width(), (byte) grey);
    }
  }

  private static Raster pasted(Raster page, Raster picture, Box box) {
    for (int row = 0; row < box.height(); row++) {
      System.arraycopy(
          picture.rgb(),
          3 * row * picture.widthPixels(),
          page.rgb(),
          3 * ((box.top() + row) * page.widthPixels() + box.left()),
          3 * box.width());
    }
    return page;
  }
}
