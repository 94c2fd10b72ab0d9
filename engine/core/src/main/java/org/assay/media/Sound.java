package org.assay.media;

import java.time.Duration;

/** A mono sound track as 16-bit linear samples. */
public final class Sound {
  private final int sampleRateHz;
  private final short[] samples;

  /**
   * Takes over {@code samples} without copying them.
   *
   * @throws IllegalArgumentException if the rate is not positive
   */
  public Sound(int sampleRateHz, short[] samples) {
    if (sampleRateHz <= 0) {
      throw new IllegalArgumentException("sample rate must be positive: " + sampleRateHz);
    }
    this.sampleRateHz = sampleRateHz;
    this.samples = samples;
  }

  /** Samples a second. */
  public int sampleRateHz() {
    return sampleRateHz;
  }

  /** The samples themselves, not a copy, each in [-32768, 32767]; never write to it. */
  public short[] samples() {
    return samples;
  }

  /** How long the samples last. */
  public Duration duration() {
    return Duration.ofMillis(samples.length * 1000L / sampleRateHz);
  }
}
