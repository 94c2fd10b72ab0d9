package org.assay.detection.face;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.media.Raster;
import org.assay.signal.Region.Point;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Photographs beside the project that tests may read, and pictures put together from them. */
final class FaceCorpus {
  private static final Path SHARED =
      Path.of(System.getProperty("assay.root")).resolveSibling("shared");

  /** A picture and the boxes that another detector drew around its faces. */
  record Labelled(String source, Mat rgb, List<Face> faces) {
    Raster raster() {
      return FaceCorpus.raster(rgb);
    }
  }

  private FaceCorpus() {}

  /** Every so many-th picture of the training photographs. */
  static List<Labelled> portraits(int every) throws IOException {
    List<Labelled> pictures = new ArrayList<>();
    List<Map<String, String>> rows = rows("faces/train-real/manifest.csv");
    for (int i = 0; i < rows.size(); i += every) {
      Map<String, String> row = rows.get(i);
      Path file = SHARED.resolve("faces/train-real").resolve(row.get("path"));
      Face face =
          box(
              Double.parseDouble(row.get("box_x")),
              Double.parseDouble(row.get("box_y")),
              Double.parseDouble(row.get("box_w")),
              Double.parseDouble(row.get("box_h")));
      pictures.add(
          new Labelled(file.getParent().getFileName().toString(), read(file), List.of(face)));
    }
    return pictures;
  }

  /** Pictures of a listing whose column has one of some values, without labels. */
  static List<Labelled> pictures(String listing, String column, List<String> values, int every)
      throws IOException {
    List<Labelled> pictures = new ArrayList<>();
    int next = 0;
    for (Map<String, String> row : rows(listing)) {
      if (values.contains(row.get(column)) && row.getOrDefault("media", "image").equals("image")) {
        if (next++ % every == 0) {
          Path file = SHARED.resolve(listing).resolveSibling(row.get("path"));
          pictures.add(new Labelled(row.get("path"), read(file), List.of()));
        }
      }
    }
    return pictures;
  }

  static Face box(double left, double top, double width, double height) {
    return new Face(left, top, width, height, 1, Collections.nCopies(6, new Point(left, top)));
  }

  static Raster raster(Mat rgb) {
    byte[] samples = new byte[3 * rgb.rows() * rgb.cols()];
    rgb.get(0, 0, samples);
    return new Raster(rgb.cols(), rgb.rows(), samples);
  }

  private static List<Map<String, String>> rows(String listing) throws IOException {
    Path file = SHARED.resolve(listing);
    assumeTrue(Files.isRegularFile(file), "no listing at ../shared/" + listing);
    List<String> lines = Files.readAllLines(file);
    List<String> names = cells(lines.get(0));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : (line + ",").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    return cells;
  }

  private static Mat read(Path file) throws IOException {
    Mat picture = Imgcodecs.imread(file.toString(), Imgcodecs.IMREAD_COLOR);
    if (picture.empty()) {
      throw new IOException("OpenCV cannot read " + file);
    }
    Imgproc.cvtColor(picture, picture, Imgproc.COLOR_BGR2RGB);
    return picture;
  }
}
