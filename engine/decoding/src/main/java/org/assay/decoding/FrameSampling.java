package org.assay.decoding;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Which frames of a video are looked at: the first at or after each multiple of {@code spacing},
 * and the first after each scene cut, cuts at least {@code cutGap} apart.
 *
 * <p>Three quarters of the frames are for the even spacing, one second or, when the video is too
 * long for that, its length over their number; a quarter is for cuts, so that neither a long video
 * nor a flicker can use up the limit before the end.
 *
 * @param keyFramesOnly whether other frames are not even decoded, as in very long videos
 */
record FrameSampling(double spacing, double cutGap, int maxFrames, boolean keyFramesOnly) {
  /** FFmpeg's scene score, in [0, 1], from which on a change counts as a cut. */
  static final double CUT_SCORE = 0.3;

  private static final double SHORTEST_CUT_GAP = 0.25;
  private static final double KEY_FRAMES_FROM_SPACING = 8;

  /**
   * @param duration empty when the file does not say: then one frame a second
   * @param maxFrames of all kinds
   */
  static FrameSampling of(Optional<Duration> duration, int maxFrames) {
    double seconds = duration.map(d -> d.toNanos() / 1e9).orElse(0.0);
    double regular = Math.max(1, Math.ceil(0.75 * maxFrames) - 1);
    double cuts = Math.max(1, Math.floor(0.25 * maxFrames) - 1);
    double spacing = Math.max(1, seconds / regular);
    return new FrameSampling(
        spacing,
        Math.max(SHORTEST_CUT_GAP, seconds / cuts),
        maxFrames,
        spacing >= KEY_FRAMES_FROM_SPACING);
  }

  /** As an expression of FFmpeg's {@code select} filter; register 0 holds the last cut's time. */
  String expression() {
    // Registers start at 0, so the time of the last cut is kept one gap late.
    String cut =
        String.format(
            Locale.ROOT, "if(gt(scene,%1$.3f)*gte(t,ld(0)),st(0,t+%2$.6f)+1,0)", CUT_SCORE, cutGap);
    String first = "isnan(prev_t)";
    String regular =
        String.format(Locale.ROOT, "gt(floor(t/%1$.6f),floor(prev_t/%1$.6f))", spacing);
    return "if(%s+%s,1,%s)".formatted(first, regular, keyFramesOnly ? "0*scene" : cut);
  }
}
