package org.assay.datasets.format;

/**
 * What the web interfaces of Stable Diffusion write beside a picture, under the PNG keyword {@code
 * parameters}.
 *
 * @param prompt what was asked for
 * @param steps of the sampler
 * @param sampler such as {@code Euler a}
 * @param seed of the generator
 * @param widthPixels of the picture
 * @param heightPixels of the picture
 */
public record GenerationParameters(
    String prompt, int steps, String sampler, long seed, int widthPixels, int heightPixels) {

  /** The keyword of the PNG text chunk. */
  public static final String KEYWORD = "parameters";

  /** Three lines: prompt, negative prompt, settings. */
  public String text() {
    return """
        %s
        Negative prompt: lowres, watermark
        Steps: %d, Sampler: %s, CFG scale: 7, Seed: %d, Size: %dx%d, Model: example-v1"""
        .formatted(prompt, steps, sampler, seed, widthPixels, heightPixels);
  }
}
