package org.assay.matching.repost;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.media.Frame;
import org.assay.media.Image;
import org.assay.media.Media;
import org.assay.media.MediaException;
import org.assay.media.Raster;
import org.assay.media.Video;

/**
 * Original media and the media that show them. A video counts as the pictures sampled from it, so a
 * still taken out of a known video is found, and so is a known picture shown in a video. Safe for
 * concurrent use.
 */
public final class MediaIndex implements AutoCloseable {
  /** Between an id and the milliseconds of a frame; no path has it. */
  private static final char FRAME = '\0';

  /**
   * An original that an item shows.
   *
   * @param original id it was added under
   * @param repost the surest pair of pictures
   * @param queryTime of the item's picture; empty for a still picture
   * @param originalTime of the original's picture; empty for a still picture
   * @param pictures how many of the item's pictures show the original
   */
  public record Match(
      String original,
      Repost repost,
      Optional<Duration> queryTime,
      Optional<Duration> originalTime,
      int pictures) {}

  private record View(Optional<Duration> time, Raster raster) {}

  private final RepostIndex pictures;

  /** Over an index that nothing else adds to; closed with this one. */
  public MediaIndex(RepostIndex pictures) {
    this.pictures = pictures;
  }

  /**
   * Adds an original.
   *
   * @throws MediaException if it has no pictures
   * @throws IOException if the index cannot be written
   */
  public void add(String id, Media media) throws MediaException, IOException, InterruptedException {
    for (View view : views(media)) {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped while adding an original");
      }
      String time = view.time().map(at -> FRAME + Long.toString(at.toMillis())).orElse("");
      pictures.add(id + time, view.raster());
    }
  }

  /**
   * The originals that an item shows, each once, surest first.
   *
   * @throws MediaException if it has no pictures
   * @throws IOException if the index cannot be read
   */
  public List<Match> search(Media media) throws MediaException, IOException, InterruptedException {
    Map<String, Match> best = new LinkedHashMap<>();
    for (View view : views(media)) {
      Map<String, Match> here = new LinkedHashMap<>();
      for (Repost repost : pictures.search(view.raster())) {
        Match match = match(repost, view.time());
        here.putIfAbsent(match.original(), match);
      }
      here.forEach((id, match) -> best.merge(id, match, MediaIndex::surer));
    }
    return best.values().stream()
        .sorted(
            Comparator.comparingDouble((Match match) -> -match.repost().score())
                .thenComparing(Match::original))
        .toList();
  }

  private static Match match(Repost repost, Optional<Duration> queryTime) {
    String id = repost.original();
    int end = id.lastIndexOf(FRAME);
    return end < 0
        ? new Match(id, repost, queryTime, Optional.empty(), 1)
        : new Match(
            id.substring(0, end),
            repost,
            queryTime,
            Optional.of(Duration.ofMillis(Long.parseLong(id.substring(end + 1)))),
            1);
  }

  private static Match surer(Match one, Match other) {
    Match surer = other.repost().score() > one.repost().score() ? other : one;
    return new Match(
        surer.original(),
        surer.repost(),
        surer.queryTime(),
        surer.originalTime(),
        one.pictures() + other.pictures());
  }

  private static List<View> views(Media media) throws MediaException {
    if (media instanceof Image image) {
      return List.of(new View(Optional.empty(), image.raster()));
    }
    if (media instanceof Video video) {
      return video.frames().stream().map(MediaIndex::view).toList();
    }
    throw new MediaException(media.type().mime() + " holds no picture to look up");
  }

  private static View view(Frame frame) {
    return new View(Optional.of(frame.time()), frame.raster());
  }

  @Override
  public void close() throws IOException {
    pictures.close();
  }
}
