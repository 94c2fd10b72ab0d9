package org.assay.detection.statistics;

import java.nio.FloatBuffer;

/**
 * How noise and detail of the colour channels hang together, at full and at half size: sensors and
 * demosaicing tie channels in ways that generators and painters do not.
 */
final class ColourResiduals implements Statistic {
  private static final double FLOOR = 0.02;

  @Override
  public int size() {
    return 2 * 5 + 2 * 5;
  }

  @Override
  public void measure(Tile tile, FloatBuffer values) {
    putChannels(tile.red(), tile.green(), tile.blue(), values);
    putChannels(tile.red().halved(), tile.green().halved(), tile.blue().halved(), values);
    Plane luma = tile.noise();
    putChroma(tile.blueLessLuma(), luma, values);
    putChroma(tile.redLessLuma(), luma, values);
  }

  private static void putChannels(Plane red, Plane green, Plane blue, FloatBuffer values) {
    Plane redNoise = Residual.SQUARE.of(red);
    Plane greenNoise = Residual.SQUARE.of(green);
    Plane blueNoise = Residual.SQUARE.of(blue);
    values.put((float) redNoise.cosineTo(greenNoise));
    values.put((float) greenNoise.cosineTo(blueNoise));
    values.put((float) blueNoise.cosineTo(redNoise));
    double reference = logStrength(greenNoise);
    values.put((float) (logStrength(redNoise) - reference));
    values.put((float) (logStrength(blueNoise) - reference));
  }

  private static void putChroma(Plane chroma, Plane lumaNoise, FloatBuffer values) {
    Plane noise = Residual.SQUARE.of(chroma);
    values.put((float) noise.cosineTo(lumaNoise));
    values.put((float) logStrength(noise));
    Plane half = chroma.halved();
    values.put((float) logStrength(Residual.SQUARE.of(half)));
    values.put((float) logStrength(Residual.SQUARE.of(half.halved())));
    values.put((float) Math.log(chroma.deviation() + 1));
  }

  private static double logStrength(Plane plane) {
    return Math.log(plane.meanMagnitude() + FLOOR);
  }
}
