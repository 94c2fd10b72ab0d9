package org.assay.matching.repost;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assay.media.Raster;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Seeded edits of pictures, as people repost them; the strength is drawn too. */
enum Disguise {
  REENCODE {
    @Override
    Mat edit(Mat in, Random random) {
      return jpeg(in, 15 + random.nextInt(35));
    }
  },
  SCALE {
    @Override
    Mat edit(Mat in, Random random) {
      return scaled(in, 0.3 + random.nextDouble());
    }
  },
  CROP {
    @Override
    Mat edit(Mat in, Random random) {
      return crop(in, 0.5 + 0.4 * random.nextDouble(), random);
    }
  },
  BORDER {
    @Override
    Mat edit(Mat in, Random random) {
      int side = (int) (Math.max(in.cols(), in.rows()) * (0.03 + 0.12 * random.nextDouble()));
      return bordered(in, side, side, side, side, colour(random));
    }
  },
  CAPTION {
    @Override
    Mat edit(Mat in, Random random) {
      int bar = in.rows() / 5;
      Mat out = bordered(in, 0, bar, 0, 0, new Scalar(255, 255, 255));
      text(out, "when you see it", 0.05, in.rows() + bar / 2, new Scalar(0, 0, 0));
      return out;
    }
  },
  MEME {
    @Override
    Mat edit(Mat in, Random random) {
      Mat out = in.clone();
      text(out, "ONE DOES NOT SIMPLY", 0.05, in.rows() / 8, new Scalar(255, 255, 255));
      text(out, "REPOST THIS", 0.15, in.rows() * 15 / 16, new Scalar(255, 255, 255));
      return out;
    }
  },
  STICKER {
    @Override
    Mat edit(Mat in, Random random) {
      Mat out = in.clone();
      for (int i = 0; i < 2; i++) {
        int radius = Math.min(in.cols(), in.rows()) / (7 + random.nextInt(4));
        Point at = new Point(random.nextInt(in.cols()), random.nextInt(in.rows()));
        Imgproc.circle(out, at, radius, new Scalar(255, 210, 40), Imgproc.FILLED);
        Imgproc.circle(out, at, radius / 2, new Scalar(40, 20, 10), 2);
      }
      return out;
    }
  },
  MIRROR {
    @Override
    Mat edit(Mat in, Random random) {
      Mat out = new Mat();
      Core.flip(in, out, 1);
      return out;
    }
  },
  TILT {
    @Override
    Mat edit(Mat in, Random random) {
      return turned(in, (random.nextBoolean() ? 1 : -1) * (2 + 12 * random.nextDouble()));
    }
  },
  QUARTER_TURN {
    @Override
    Mat edit(Mat in, Random random) {
      Mat out = new Mat();
      Core.rotate(in, out, random.nextInt(3));
      return out;
    }
  },
  PERSPECTIVE {
    @Override
    Mat edit(Mat in, Random random) {
      double w = in.cols();
      double h = in.rows();
      MatOfPoint2f from = points(0, 0, w, 0, w, h, 0, h);
      double[] to = {0, 0, w, 0, w, h, 0, h};
      for (int i = 0; i < to.length; i++) {
        double inward = 0.15 * random.nextDouble() * (i % 2 == 0 ? w : h);
        to[i] += to[i] == 0 ? inward : -inward;
      }
      Mat out = new Mat();
      Mat mapping = Imgproc.getPerspectiveTransform(from, points(to));
      Imgproc.warpPerspective(in, out, mapping, in.size());
      return out;
    }
  },
  SCREENSHOT {
    @Override
    Mat edit(Mat in, Random random) {
      Mat page = new Mat(800, 480, CvType.CV_8UC3, new Scalar(250, 250, 250));
      double scale = Math.min(440.0 / in.cols(), 560.0 / in.rows());
      Mat small = scaled(in, scale);
      small.copyTo(page.submat(new Rect(20, 120, small.cols(), small.rows())));
      Imgproc.circle(page, new Point(50, 60), 25, new Scalar(90, 120, 200), Imgproc.FILLED);
      text(page, "someone_else", 0.2, 66, new Scalar(30, 30, 30));
      text(page, "1,204 likes", 0.05, 740, new Scalar(30, 30, 30));
      return page;
    }
  },
  PICTURE_IN_PICTURE {
    @Override
    Mat edit(Mat in, Random random) {
      Mat out = new Mat(in.size(), CvType.CV_8UC3);
      random
          .ints(40)
          .forEach(
              i ->
                  Imgproc.rectangle(
                      out,
                      new Point(random.nextInt(in.cols()), random.nextInt(in.rows())),
                      new Point(random.nextInt(in.cols()), random.nextInt(in.rows())),
                      colour(random),
                      Imgproc.FILLED));
      Mat small = scaled(in, 0.4 + 0.3 * random.nextDouble());
      int x = random.nextInt(in.cols() - small.cols());
      int y = random.nextInt(in.rows() - small.rows());
      small.copyTo(out.submat(new Rect(x, y, small.cols(), small.rows())));
      return out;
    }
  },
  COLOUR {
    @Override
    Mat edit(Mat in, Random random) {
      Mat out = new Mat();
      in.convertTo(out, -1, 0.6 + 0.9 * random.nextDouble(), -30 + random.nextInt(60));
      Core.multiply(
          out,
          new Scalar(0.8 + 0.4 * random.nextDouble(), 1, 0.8 + 0.4 * random.nextDouble()),
          out);
      return out;
    }
  },
  BLUR {
    @Override
    Mat edit(Mat in, Random random) {
      Mat out = new Mat();
      double sigma = 0.8 + 1.2 * random.nextDouble();
      Imgproc.GaussianBlur(in, out, new Size(0, 0), sigma);
      return out;
    }
  },
  BLURRED_BARS {
    @Override
    Mat edit(Mat in, Random random) {
      boolean wide = in.cols() < in.rows();
      Size size = wide ? new Size(in.cols() * 2, in.rows()) : new Size(in.cols(), in.rows() * 2);
      Mat out = new Mat();
      Imgproc.resize(in, out, size);
      Imgproc.GaussianBlur(out, out, new Size(0, 0), 12);
      Rect middle =
          wide
              ? new Rect(in.cols() / 2, 0, in.cols(), in.rows())
              : new Rect(0, in.rows() / 2, in.cols(), in.rows());
      in.copyTo(out.submat(middle));
      return out;
    }
  },
  COMBINATION {
    @Override
    Mat edit(Mat in, Random random) {
      Mat out = crop(in, 0.7 + 0.2 * random.nextDouble(), random);
      out = random.nextBoolean() ? MIRROR.edit(out, random) : out;
      out = COLOUR.edit(out, random);
      out = MEME.edit(out, random);
      out =
          random.nextBoolean()
              ? turned(out, -5 + 10 * random.nextDouble())
              : BORDER.edit(out, random);
      return jpeg(scaled(out, 0.7), 35);
    }
  };

  abstract Mat edit(Mat in, Random random);

  /** The edited picture, saved as JPEG like anything that is reposted. */
  Raster of(Raster raster, Random random) {
    return raster(jpeg(edit(mat(raster), random), 70 + random.nextInt(25)));
  }

  static Mat mat(Raster raster) {
    Samples.loadOpenCv();
    Mat mat = new Mat(raster.heightPixels(), raster.widthPixels(), CvType.CV_8UC3);
    mat.put(0, 0, raster.rgb());
    return mat;
  }

  static Raster raster(Mat mat) {
    byte[] rgb = new byte[3 * mat.rows() * mat.cols()];
    mat.get(0, 0, rgb);
    return new Raster(mat.cols(), mat.rows(), rgb);
  }

  private static Mat jpeg(Mat in, int quality) {
    MatOfByte bytes = new MatOfByte();
    Imgcodecs.imencode(".jpg", in, bytes, new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality));
    return Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_COLOR);
  }

  private static Mat scaled(Mat in, double scale) {
    Mat out = new Mat();
    Size size =
        new Size(Math.max(1, (int) (in.cols() * scale)), Math.max(1, (int) (in.rows() * scale)));
    Imgproc.resize(in, out, size, 0, 0, scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC);
    return out;
  }

  private static Mat crop(Mat in, double share, Random random) {
    int width = (int) (in.cols() * share);
    int height = (int) (in.rows() * share);
    int x = random.nextInt(in.cols() - width + 1);
    int y = random.nextInt(in.rows() - height + 1);
    return in.submat(new Rect(x, y, width, height)).clone();
  }

  private static Mat bordered(Mat in, int top, int bottom, int left, int right, Scalar colour) {
    Mat out = new Mat();
    Core.copyMakeBorder(in, out, top, bottom, left, right, Core.BORDER_CONSTANT, colour);
    return out;
  }

  private static Mat turned(Mat in, double degrees) {
    Mat out = new Mat();
    Point middle = new Point(in.cols() / 2.0, in.rows() / 2.0);
    Imgproc.warpAffine(in, out, Imgproc.getRotationMatrix2D(middle, degrees, 1), in.size());
    return out;
  }

  private static void text(Mat out, String text, double left, int baseline, Scalar colour) {
    double scale = out.cols() / 420.0;
    Point at = new Point(left * out.cols(), baseline);
    Imgproc.putText(
        out,
        text,
        at,
        Imgproc.FONT_HERSHEY_DUPLEX,
        scale,
        new Scalar(0, 0, 0),
        (int) (4 * scale) + 2);
    Imgproc.putText(
        out, text, at, Imgproc.FONT_HERSHEY_DUPLEX, scale, colour, (int) (1.5 * scale) + 1);
  }

  private static Scalar colour(Random random) {
    return new Scalar(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  private static MatOfPoint2f points(double... values) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i += 2) {
      points.add(new Point(values[i], values[i + 1]));
    }
    return new MatOfPoint2f(points.toArray(Point[]::new));
  }
}
