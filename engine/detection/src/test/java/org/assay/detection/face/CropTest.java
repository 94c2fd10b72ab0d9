package org.assay.detection.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assay.media.Raster;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;

class CropTest {

  @Test
  void theMiddleStaysAndTheEdgesTurnClockwise() {
    Crop crop = new Crop(100, 50, 20, Math.PI / 2, 10);
    assertThat(crop.toPicture(5, 5).x()).isCloseTo(100, within(1e-9));
    assertThat(crop.toPicture(5, 5).y()).isCloseTo(50, within(1e-9));
    assertThat(crop.toPicture(10, 5).x()).isCloseTo(100, within(1e-9));
    assertThat(crop.toPicture(10, 5).y()).isCloseTo(60, within(1e-9));
  }

  @Test
  void pixelsOfACropAreThoseThatItsPlacesNameInThePicture() {
    nu.pattern.OpenCV.loadLocally();
    Crop crop = new Crop(300, 210, 128, Math.toRadians(30), 64);
    try (Pyramid pyramid = new Pyramid(ramp(640, 480), 192)) {
      Mat square = pyramid.crop(crop);
      byte[] pixel = new byte[3];
      for (int y = 4; y < 64; y += 7) {
        for (int x = 4; x < 64; x += 7) {
          square.get(y, x, pixel);
          var place = crop.toPicture(x + 0.5, y + 0.5);
          assertThat((pixel[0] & 0xff) * 4.0).isCloseTo(place.x(), within(5.0));
          assertThat((pixel[1] & 0xff) * 4.0).isCloseTo(place.y(), within(5.0));
        }
      }
      square.release();
    }
  }

  /** Red tells the column and green the row, in steps of four pixels. */
  private static Raster ramp(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      int column = i % width;
      int row = i / width;
      rgb[3 * i] = (byte) (column / 4);
      rgb[3 * i + 1] = (byte) (row / 4);
    }
    return new Raster(width, height, rgb);
  }
}
