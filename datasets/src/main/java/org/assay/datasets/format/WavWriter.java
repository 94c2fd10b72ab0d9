package org.assay.datasets.format;

import org.assay.media.Sound;

/** RIFF WAVE with 16-bit mono PCM. */
public final class WavWriter {
  private WavWriter() {}

  /** The sound as a file. */
  public static byte[] encode(Sound sound) {
    short[] samples = sound.samples();
    return new Riff()
        .chunk("fmt ", Riff.pcmFormat(sound.sampleRateHz()))
        .chunk("data", Riff.pcm(samples, 0, samples.length))
        .file("WAVE");
  }
}
