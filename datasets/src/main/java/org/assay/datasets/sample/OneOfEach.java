package org.assay.datasets.sample;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.datasets.format.Exif;
import org.assay.datasets.format.GenerationParameters;
import org.assay.datasets.format.GifWriter;
import org.assay.datasets.format.JpegSegments;
import org.assay.datasets.format.JpegWriter;
import org.assay.datasets.format.MotionJpegAvi;
import org.assay.datasets.format.PngChunks;
import org.assay.datasets.format.PngWriter;
import org.assay.datasets.format.StillFormat;
import org.assay.datasets.format.WavWriter;
import org.assay.datasets.format.XmpPacket;
import org.assay.datasets.picture.PictureGenerator;
import org.assay.datasets.video.Melody;
import org.assay.datasets.video.VideoGenerator;
import org.assay.media.Raster;

/** A small valid file of each format that can be written here, to be damaged by tests. */
public final class OneOfEach {
  private OneOfEach() {}

  /** Files by name, each a few kilobytes to some tens; the same seed gives the same bytes. */
  public static SortedMap<String, byte[]> files(long seed) {
    PictureGenerator generator = new PictureGenerator(96, 64);
    Raster picture = generator.picture(seed);
    String label = XmpPacket.digitalSourceType(XmpPacket.TRAINED_ALGORITHMIC_MEDIA);
    GenerationParameters parameters =
        new GenerationParameters("a lake", 20, "Euler a", seed, 96, 64);
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (StillFormat format : StillFormat.values()) {
      files.put("still." + format.extension(), format.encode(picture));
    }
    byte[] jpeg = JpegSegments.withXmp(JpegWriter.encode(picture, 85), label);
    files.put("labelled.jpg", JpegSegments.withExif(jpeg, new Exif(6, "Assay datasets")));
    byte[] png = PngChunks.withXmp(PngWriter.encode(picture), label);
    files.put(
        "labelled.png", PngChunks.withText(png, GenerationParameters.KEYWORD, parameters.text()));
    files.put(
        "animation.gif",
        GifWriter.animation(List.of(picture, generator.picture(seed + 1)), Duration.ofMillis(200)));
    files.put(
        "film.avi",
        MotionJpegAvi.encode(new VideoGenerator(96, 64, 4).clip(seed, Duration.ofSeconds(1)), 75));
    files.put("melody.wav", WavWriter.encode(Melody.sound(seed, Duration.ofSeconds(1), 8000)));
    return files;
  }
}
