package org.assay.datasets.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assay.datasets.DctHash;
import org.assay.datasets.drawing.Resampling;
import org.assay.datasets.picture.PictureGenerator;
import org.assay.datasets.picture.Scene;
import org.assay.media.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransformsTest {
  private static final Raster PICTURE = new PictureGenerator(160, 120).picture(5, Scene.TOWN);

  static Stream<Transform> grid() {
    return Transforms.grid(11).stream();
  }

  @Test
  void namesAreSortedAndUnique() {
    List<String> names = grid().map(Transform::name).toList();
    assertThat(names).isSorted().doesNotHaveDuplicates().contains("jpeg-20", "mirror", "crop-80");
  }

  @ParameterizedTest
  @MethodSource("grid")
  void pictureGivenIsNotWrittenToAndTheResultIsAlwaysTheSame(Transform transform) {
    byte[] before = PICTURE.rgb().clone();
    Raster once = transform.apply(PICTURE);
    assertThat(PICTURE.rgb()).isEqualTo(before);
    assertThat(transform.apply(PICTURE).rgb()).isEqualTo(once.rgb()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("grid")
  void smallestPictureIsNoProblem(Transform transform) {
    Raster dot = new Raster(1, 1, new byte[] {10, 20, 30});
    assertThat(transform.apply(dot).widthPixels()).isPositive();
  }

  @Test
  void sizesChangeAsTheNamesSay() {
    assertThat(size(Geometry.scale(50))).isEqualTo("80 x 60 pixels");
    assertThat(size(Geometry.squeeze(80))).isEqualTo("128 x 120 pixels");
    assertThat(size(Geometry.crop(80))).isEqualTo("128 x 96 pixels");
    assertThat(size(Geometry.rotate90())).isEqualTo("120 x 160 pixels");
    assertThat(size(Geometry.rotate(7))).isEqualTo("160 x 120 pixels");
    assertThat(size(Overlay.border(5, 0))).isEqualTo("172 x 132 pixels");
    assertThat(size(Overlay.letterbox())).isEqualTo("160 x 160 pixels");
    assertThat(size(Overlay.captionBar("x"))).isEqualTo("160 x 140 pixels");
    assertThat(size(Overlay.pictureInPicture(60, 1))).isEqualTo("160 x 120 pixels");
    assertThat(size(Tone.jpeg(30))).isEqualTo("160 x 120 pixels");
    assertThat(size(Tone.blur(3))).isEqualTo("160 x 120 pixels");
  }

  @Test
  void mirroringTwiceAndFourQuarterTurnsGiveThePictureBack() {
    Transform mirror = Geometry.mirror();
    Transform quarter = Geometry.rotate90();
    Transform half = quarter.then(quarter);
    assertThat(mirror.then(mirror).apply(PICTURE).rgb()).isEqualTo(PICTURE.rgb());
    assertThat(half.then(half).apply(PICTURE).rgb()).isEqualTo(PICTURE.rgb());
    assertThat(Geometry.rotate270().then(quarter).apply(PICTURE).rgb()).isEqualTo(PICTURE.rgb());
    assertThat(Geometry.rotate180().apply(PICTURE).rgb())
        .isEqualTo(mirror.then(Geometry.flip()).apply(PICTURE).rgb());
  }

  @Test
  void quarterTurnIsClockwise() {
    Raster row = new Raster(2, 1, new byte[] {1, 1, 1, 2, 2, 2});
    assertThat(Geometry.rotate90().apply(row).rgb()).containsExactly(1, 1, 1, 2, 2, 2);
    Raster column = new Raster(1, 2, new byte[] {1, 1, 1, 2, 2, 2});
    assertThat(Geometry.rotate90().apply(column).rgb()).containsExactly(2, 2, 2, 1, 1, 1);
  }

  @Test
  void slowAndExactQuarterTurnsAgree() {
    Raster square = Geometry.cut(PICTURE, 10, 10, 100, 100);
    assertThat(
            DctHash.distance(Geometry.rotate(90).apply(square), Geometry.rotate90().apply(square)))
        .isLessThan(4);
  }

  @Test
  void cropIsTheMiddle() {
    Raster crop = Geometry.crop(50).apply(PICTURE);
    assertThat(Resampling.pixel(crop, 0, 0)).isEqualTo(Resampling.pixel(PICTURE, 40, 30));
    assertThat(Resampling.pixel(crop, 79, 59)).isEqualTo(Resampling.pixel(PICTURE, 119, 89));
  }

  @Test
  void borderLeavesThePictureInsideUntouched() {
    Raster framed = Overlay.border(5, 0xFF0000).apply(PICTURE);
    assertThat(Resampling.pixel(framed, 5, 60)).isEqualTo(0xFF0000);
    assertThat(Geometry.cut(framed, 6, 6, 160, 120).rgb()).isEqualTo(PICTURE.rgb());
  }

  @Test
  void captionIsWritten() {
    Raster one = Overlay.captionBar("one").apply(PICTURE);
    Raster two = Overlay.captionBar("two").apply(PICTURE);
    assertThat(one.rgb()).isNotEqualTo(two.rgb());
    assertThat(Geometry.cut(one, 0, 20, 160, 120).rgb()).isEqualTo(PICTURE.rgb());
  }

  @Test
  void shrinkingByTwoAveragesLikeATriangleByHand() {
    Raster ramp = new Raster(4, 1, new byte[] {0, 0, 0, 40, 40, 40, 80, 80, 80, 120, 120, 120});
    // Weights 1, 3, 3, 1 of eight around each new middle; the edge repeats.
    assertThat(Resampling.scale(ramp, 2, 1).rgb()).containsExactly(25, 25, 25, 95, 95, 95);
  }

  @Test
  void mildChangesStayNearAndStrongOnesGoFar() {
    assertThat(DctHash.distance(PICTURE, Tone.jpeg(50).apply(PICTURE))).isLessThan(16);
    assertThat(DctHash.distance(PICTURE, Tone.grey().apply(PICTURE))).isLessThan(16);
    assertThat(DctHash.distance(PICTURE, Geometry.mirror().apply(PICTURE))).isGreaterThan(62);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Tone.jpeg(0)).hasMessage("JPEG quality must be 1 to 100: 0");
    assertThatThrownBy(() -> Geometry.crop(101)).hasMessage("percent must be 1 to 100: 101");
    assertThatThrownBy(() -> Geometry.rotate(360)).hasMessageContaining("1 to 359");
    assertThatThrownBy(() -> new Transform("Two Words", raster -> raster))
        .hasMessageContaining("kebab case");
  }

  private static String size(Transform transform) {
    return transform.apply(PICTURE).toString();
  }
}
