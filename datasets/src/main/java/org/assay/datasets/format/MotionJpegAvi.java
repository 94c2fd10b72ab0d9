package org.assay.datasets.format;

import java.util.Optional;
import org.assay.media.Raster;
import org.assay.media.Sound;

/**
 * AVI 1.0 with a JPEG for each frame and PCM sound interleaved: the one video format that needs no
 * codec to write.
 *
 * @see <a
 *     href="https://learn.microsoft.com/en-us/windows/win32/directshow/avi-riff-file-reference">AVI
 *     RIFF file reference</a>
 */
public final class MotionJpegAvi {
  private static final long LARGEST_BYTES = 1L << 30; // offsets of this old index are 31 bits
  private static final int HAS_INDEX = 0x10;
  private static final int IS_INTERLEAVED = 0x100;
  private static final int KEY_FRAME = 0x10;
  private static final String PICTURES = "00dc";
  private static final String SOUND = "01wb";

  private final Clip clip;
  private final Riff movie = new Riff();
  private final Riff index = new Riff();
  private int largestFrame;

  private MotionJpegAvi(Clip clip) {
    this.clip = clip;
  }

  /**
   * The clip as a file.
   *
   * @param quality of the frames, 1 to 100
   * @throws IllegalArgumentException if frames differ in size or the file would pass one gibibyte
   */
  public static byte[] encode(Clip clip, int quality) {
    return new MotionJpegAvi(clip).file(quality);
  }

  private byte[] file(int quality) {
    Raster first = clip.frames().apply(0);
    for (int number = 0; number < clip.frameCount(); number++) {
      Raster frame = number == 0 ? first : clip.frames().apply(number);
      if (frame.widthPixels() != first.widthPixels()
          || frame.heightPixels() != first.heightPixels()) {
        throw new IllegalArgumentException(
            "frame %d is %s, frame 0 is %s".formatted(number, frame, first));
      }
      byte[] jpeg = JpegWriter.encode(frame, quality);
      largestFrame = Math.max(largestFrame, jpeg.length);
      add(PICTURES, jpeg);
      addSound(number);
    }
    return new Riff()
        .list("hdrl", headers(first.widthPixels(), first.heightPixels()))
        .list("movi", movie)
        .chunk("idx1", index.toBytes())
        .file("AVI ");
  }

  private void addSound(int frame) {
    clip.sound()
        .ifPresent(
            sound -> {
              short[] samples = sound.samples();
              int from = soundOffset(sound, frame);
              boolean last = frame == clip.frameCount() - 1;
              add(
                  SOUND,
                  Riff.pcm(samples, from, last ? samples.length : soundOffset(sound, frame + 1)));
            });
  }

  private int soundOffset(Sound sound, int frame) {
    long samples = (long) frame * sound.sampleRateHz() / clip.framesPerSecond();
    return (int) Math.min(sound.samples().length, samples);
  }

  private void add(String id, byte[] data) {
    if ((long) movie.size() + data.length > LARGEST_BYTES) {
      throw new IllegalArgumentException("the clip is too long for an AVI of one gibibyte");
    }
    // Offsets count from the list's type, four bytes before its first chunk.
    index.ascii(id).int32(KEY_FRAME).int32(movie.size() + 4L).int32(data.length);
    movie.chunk(id, data);
  }

  private Riff headers(int width, int height) {
    Optional<Sound> sound = clip.sound();
    Riff main = new Riff();
    main.int32(1_000_000 / clip.framesPerSecond()).int32(0).int32(0);
    main.int32(HAS_INDEX | IS_INTERLEAVED).int32(clip.frameCount()).int32(0);
    main.int32(sound.isPresent() ? 2 : 1).int32(largestFrame).int32(width).int32(height);
    main.bytes(new byte[16]);
    Riff headers = new Riff().chunk("avih", main.toBytes());
    headers.list("strl", pictureHeaders(width, height));
    sound.ifPresent(track -> headers.list("strl", soundHeaders(track)));
    return headers;
  }

  private Riff pictureHeaders(int width, int height) {
    Riff stream = new Riff().ascii("vids").ascii("MJPG").int32(0).int32(0).int32(0);
    stream.int32(1).int32(clip.framesPerSecond()).int32(0).int32(clip.frameCount());
    stream.int32(largestFrame).int32(-1).int32(0);
    stream.int16(0).int16(0).int16(width).int16(height);
    Riff format = new Riff().int32(40).int32(width).int32(height).int16(1).int16(24);
    format.ascii("MJPG").int32(3L * width * height).bytes(new byte[16]);
    return new Riff().chunk("strh", stream.toBytes()).chunk("strf", format.toBytes());
  }

  private static Riff soundHeaders(Sound sound) {
    Riff stream = new Riff().ascii("auds").int32(0).int32(0).int32(0).int32(0);
    stream.int32(2).int32(2L * sound.sampleRateHz()).int32(0).int32(sound.samples().length);
    stream.int32(2L * sound.sampleRateHz()).int32(-1).int32(2).bytes(new byte[8]);
    return new Riff()
        .chunk("strh", stream.toBytes())
        .chunk("strf", Riff.pcmFormat(sound.sampleRateHz()));
  }
}
