package org.assay.datasets.video;

import java.time.Duration;
import java.util.Random;
import org.assay.datasets.drawing.Noise;
import org.assay.media.Sound;

/** Plucked notes of a pentatonic scale, in an order that the seed chooses. */
public final class Melody {
  private static final int[] SEMITONES = {0, 2, 4, 7, 9, 12, 14, 16};
  private static final double LOWEST_HZ = 261.63;
  private static final double NOTE_SECONDS = 0.25;
  private static final double LOUDNESS = 9_000;

  private Melody() {}

  /** A melody of the given length; the same seed gives the same samples on every machine. */
  public static Sound sound(long seed, Duration duration, int sampleRateHz) {
    Random random = new Random(Noise.mix(seed));
    short[] samples = new short[Math.toIntExact(duration.toMillis() * sampleRateHz / 1000)];
    int noteLength = (int) (NOTE_SECONDS * sampleRateHz);
    for (int start = 0; start < samples.length; start += noteLength) {
      int semitone = SEMITONES[random.nextInt(SEMITONES.length)];
      double turn = 2 * Math.PI * LOWEST_HZ * StrictMath.pow(2, semitone / 12.0) / sampleRateHz;
      int length = Math.min(noteLength, samples.length - start);
      for (int i = 0; i < length; i++) {
        double attack = Math.min(1, i / (0.01 * sampleRateHz));
        double decay = 1 - (double) i / noteLength;
        double tone = StrictMath.sin(turn * i) + 0.4 * StrictMath.sin(2 * turn * i);
        samples[start + i] = (short) Math.round(LOUDNESS * attack * decay * decay * tone);
      }
    }
    return new Sound(sampleRateHz, samples);
  }
}
