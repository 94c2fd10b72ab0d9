package org.assay.datasets.video;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.assay.datasets.drawing.Canvas;
import org.assay.datasets.drawing.Colour;
import org.assay.datasets.drawing.Noise;
import org.assay.datasets.drawing.Resampling;
import org.assay.datasets.drawing.Shapes;
import org.assay.datasets.format.Clip;
import org.assay.datasets.picture.PictureGenerator;
import org.assay.datasets.picture.Scene;
import org.assay.media.Raster;

/**
 * Films from seeds: a camera moves over one generated scene, a ball crosses it, and in the middle a
 * hard cut leads to another scene; a melody plays. Immutable; safe for concurrent use.
 */
public final class VideoGenerator {
  private static final int SOUND_RATE_HZ = 22_050;
  private static final double MARGIN = 1.5; // scenes are this much larger than the view

  private final int widthPixels;
  private final int heightPixels;
  private final int framesPerSecond;

  /**
   * For films of one size.
   *
   * @throws IllegalArgumentException if a number is not positive
   */
  public VideoGenerator(int widthPixels, int heightPixels, int framesPerSecond) {
    if (widthPixels <= 0 || heightPixels <= 0 || framesPerSecond <= 0) {
      throw new IllegalArgumentException(
          "a film needs a size and frames: %d x %d at %d a second"
              .formatted(widthPixels, heightPixels, framesPerSecond));
    }
    this.widthPixels = widthPixels;
    this.heightPixels = heightPixels;
    this.framesPerSecond = framesPerSecond;
  }

  /** A film with sound; the cut is at the frame in the middle. */
  public Clip clip(long seed, Duration duration) {
    int frames = Math.max(2, (int) (duration.toMillis() * framesPerSecond / 1000));
    int cut = frames / 2;
    Random random = new Random(Noise.mix(seed));
    Scene[] scenes = Scene.values();
    int first = random.nextInt(scenes.length);
    int second = (first + 1 + random.nextInt(scenes.length - 1)) % scenes.length;
    Shot before = shot(random, scenes[first]);
    Shot after = shot(random, scenes[second]);
    return new Clip(
        framesPerSecond,
        frames,
        number ->
            number < cut
                ? frame(before, (double) number / cut)
                : frame(after, (double) (number - cut) / (frames - cut)),
        Optional.of(Melody.sound(seed, duration, SOUND_RATE_HZ)));
  }

  /** Where the view is, in shares of the room it has to move, and how far it is zoomed in. */
  private record View(double across, double down, double zoom) {
    View towards(View end, double share) {
      return new View(
          across + share * (end.across - across),
          down + share * (end.down - down),
          zoom + share * (end.zoom - zoom));
    }
  }

  private record Shot(Raster scene, View start, View end, int ball, double height, boolean right) {}

  private Shot shot(Random random, Scene scene) {
    PictureGenerator generator =
        new PictureGenerator(
            (int) Math.ceil(widthPixels * MARGIN), (int) Math.ceil(heightPixels * MARGIN));
    Raster picture = generator.picture(random.nextLong(), scene);
    return new Shot(
        picture,
        new View(random.nextDouble(), random.nextDouble(), 1 + 0.2 * random.nextDouble()),
        new View(random.nextDouble(), random.nextDouble(), 1 + 0.4 * random.nextDouble()),
        Colour.hsv(random.nextDouble(), 0.85, 0.95),
        0.45 + 0.3 * random.nextDouble(),
        random.nextBoolean());
  }

  private Raster frame(Shot shot, double share) {
    View view = shot.start().towards(shot.end(), share);
    double step = 1 / view.zoom();
    double left = view.across() * (shot.scene().widthPixels() - widthPixels * step);
    double top = view.down() * (shot.scene().heightPixels() - heightPixels * step);
    Canvas canvas =
        Canvas.of(Resampling.part(shot.scene(), left, top, step, widthPixels, heightPixels));
    ball(canvas, shot, share);
    return canvas.raster();
  }

  private static void ball(Canvas canvas, Shot shot, double share) {
    double radius = 0.075;
    double way = shot.right() ? share : 1 - share;
    double u = (canvas.aspect() + 2 * radius) * way - radius;
    double v = shot.height() - 0.3 * Math.abs(StrictMath.sin(3 * Math.PI * share));
    canvas.paint(
        u - radius,
        v - radius,
        u + radius,
        v + radius,
        Shapes.disc(u, v, radius),
        (x, y) -> Colour.scale(shot.ball(), 1.1 - 0.6 * (x - u + y - v + radius) / (2 * radius)));
  }
}
