package org.assay.datasets.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assay.datasets.format.Clip;
import org.assay.datasets.format.GenerationParameters;
import org.assay.datasets.format.GifWriter;
import org.assay.datasets.format.JpegSegments;
import org.assay.datasets.format.JpegWriter;
import org.assay.datasets.format.MotionJpegAvi;
import org.assay.datasets.format.PngChunks;
import org.assay.datasets.format.PngWriter;
import org.assay.datasets.format.XmpPacket;
import org.assay.datasets.picture.PictureGenerator;
import org.assay.datasets.picture.Scene;
import org.assay.datasets.transform.Geometry;
import org.assay.datasets.transform.Overlay;
import org.assay.datasets.transform.Tone;
import org.assay.datasets.video.VideoGenerator;
import org.assay.media.Context;
import org.assay.media.Raster;

/**
 * Writes the files that the demo scans: one of each thing that the engine should tell apart, each
 * with its context beside it. File names sort in the order in which a platform would receive them.
 */
public final class SampleSet {
  private static final Instant FIRST_POST = Instant.parse("2026-11-02T08:00:00Z");

  private final Path folder;
  private final long seed;
  private final List<Sample> samples = new ArrayList<>();

  private SampleSet(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
  }

  /**
   * Writes the set into a folder, which is made if need be; files of the same names are replaced.
   * The same seed gives the same bytes on one Java runtime.
   *
   * @return what was written, without the context files, in the order of the file names
   */
  public static List<Sample> write(Path folder, long seed) throws IOException {
    Files.createDirectories(folder);
    SampleSet set = new SampleSet(folder, seed);
    set.originalAndReposts();
    set.generatedPictures();
    set.hardCases();
    set.movingPictures();
    return List.copyOf(set.samples);
  }

  private void originalAndReposts() throws IOException {
    Raster original = new PictureGenerator(840, 560).picture(seed, Scene.LAKE);
    add(
        "01-original.jpg",
        "a picture posted for the first time",
        JpegWriter.encode(original, 92),
        post("ana", "Morning at the lake", "lake", "morning"));
    add(
        "02-repost-shrunk.jpg",
        "repost of 01, shrunk and compressed again",
        JpegWriter.encode(Geometry.scale(45).apply(original), 45),
        post("best-views", "Best view ever, follow for more", "views", "follow"));
    add(
        "03-repost-mirrored.jpg",
        "repost of 01, mirrored",
        JpegWriter.encode(Geometry.mirror().apply(original), 80),
        post("best-views", "You will not believe this place", "views", "follow"));
    add(
        "04-repost-filtered.jpg",
        "repost of 01, slightly cropped, warm filter",
        JpegWriter.encode(Geometry.crop(98).then(Tone.warm()).apply(original), 75),
        post("best-views", "Took this today", "views", "nofilter"));
    add(
        "05-remix.jpg",
        "remix of 01 with a caption bar, which says so",
        JpegWriter.encode(Overlay.captionBar("monday, 6 am").apply(original), 80),
        new Context(
            "ben",
            "My Monday, picture by ana",
            List.of("monday"),
            postedAt(),
            Optional.of("01-original.jpg"),
            Set.of()));
  }

  private void generatedPictures() throws IOException {
    Raster portrait = new PictureGenerator(480, 600).picture(seed + 1, Scene.PORTRAIT);
    add(
        "06-ai-label.jpg",
        "carries the IPTC label for generated media",
        JpegSegments.withXmp(
            JpegWriter.encode(portrait, 88),
            XmpPacket.digitalSourceType(XmpPacket.TRAINED_ALGORITHMIC_MEDIA)),
        post("studio-nine", "New series", "portrait"));
    Raster marbled = new PictureGenerator(512, 512).picture(seed + 2, Scene.ABSTRACT);
    GenerationParameters parameters =
        new GenerationParameters(
            "liquid marble, vivid colours, glass spheres", 28, "DPM++ 2M", 1234567890L, 512, 512);
    add(
        "07-ai-parameters.png",
        "carries the parameters of an image generator",
        PngChunks.withText(
            PngWriter.encode(marbled), GenerationParameters.KEYWORD, parameters.text()),
        post("pixel-garden", "Made this last night", "art"));
    Raster still = new PictureGenerator(600, 450).picture(seed + 3, Scene.STILL_LIFE);
    add(
        "08-ai-declared.jpg",
        "its poster says that it is generated; the file says nothing",
        JpegWriter.encode(still, 85),
        declared(post("pixel-garden", "Painted by a model", "art"), "ai-generated"));
  }

  private void hardCases() throws IOException {
    add(
        "09-flat.png",
        "one flat colour: nothing to fingerprint",
        PngWriter.encode(new PictureGenerator(400, 300).flat(0x3A6EA5)),
        post("ben", "Guess the film from its colour", "quiz"));
    Raster town = new PictureGenerator(640, 480).picture(seed + 4, Scene.TOWN);
    byte[] whole = JpegWriter.encode(town, 85);
    add(
        "10-truncated.jpg",
        "cut off in its header: cannot be decoded",
        Arrays.copyOf(whole, 100),
        post("ben", "Upload broke, sorry"));
    add(
        "11-cut-off.jpg",
        "cut off late: decodes with damage",
        Arrays.copyOf(whole, whole.length * 7 / 10),
        post("carla", "Old town", "city"));
  }

  private void movingPictures() throws IOException {
    Clip clip = new VideoGenerator(320, 240, 10).clip(seed + 5, Duration.ofSeconds(6));
    add(
        "12-video.avi",
        "a video with a scene cut and sound",
        MotionJpegAvi.encode(clip, 80),
        post("carla", "Six seconds", "video"));
    Clip loop = new VideoGenerator(200, 150, 6).clip(seed + 6, Duration.ofSeconds(2));
    List<Raster> frames = IntStream.range(0, loop.frameCount()).mapToObj(loop.frames()).toList();
    add(
        "13-animation.gif",
        "an animated GIF",
        GifWriter.animation(frames, Duration.ofMillis(160)),
        post("ben", "On repeat", "loop"));
  }

  private Context post(String account, String caption, String... hashtags) {
    return new Context(account, caption, List.of(hashtags), postedAt(), Optional.empty(), Set.of());
  }

  private Optional<Instant> postedAt() {
    return Optional.of(FIRST_POST.plus(Duration.ofHours(5L * samples.size())));
  }

  private static Context declared(Context post, String label) {
    return new Context(
        post.account(),
        post.caption(),
        post.hashtags(),
        post.posted(),
        post.remixOf(),
        Set.of(label));
  }

  private void add(String name, String what, byte[] bytes, Context context) throws IOException {
    Files.write(folder.resolve(name), bytes);
    Files.writeString(
        folder.resolve(ContextFile.name(name)), ContextFile.json(context), StandardCharsets.UTF_8);
    samples.add(new Sample(name, what));
  }
}
