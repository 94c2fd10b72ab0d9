package org.assay.provenance.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Span;
import org.assay.provenance.container.BmffBox;

/** Where the chunks of a track stand, ISO/IEC 14496-12 sections 8.7.3 to 8.7.5. */
final class TrackChunks {
  private static final int MAX_SAMPLES = 5_000_000;
  private static final int FULL_HEADER_BYTES = 4;
  private static final int BOX_HEADER_BYTES = 8;

  private final Span file;
  private final List<BmffBox> table;

  private TrackChunks(Span file, List<BmffBox> table) {
    this.file = file;
    this.table = table;
  }

  /** In the order of the chunk numbers; each is all samples of its chunk. */
  static List<ByteRange> of(ByteSource bytes, List<BmffBox> boxes, long trackId)
      throws IOException, BindingFault {
    Span file = Span.of(bytes);
    try {
      for (BmffBox track : BoxPath.parse("/moov/trak").orElseThrow().in(boxes)) {
        Optional<BmffBox> header = child(track.children(), "tkhd");
        if (header.isPresent() && trackId(content(file, header.get())) == trackId) {
          BoxPath path = BoxPath.parse("/mdia/minf/stbl").orElseThrow();
          List<BmffBox> tables = path.in(track.children());
          return new TrackChunks(file, tables.isEmpty() ? List.of() : tables.get(0).children())
              .ranges();
        }
      }
    } catch (MediaException fault) {
      throw BindingFault.mismatch(fault.getMessage());
    }
    throw BindingFault.mismatch("BMFF hash: a tree over a track that is not there");
  }

  private static long trackId(Span header) throws IOException, MediaException {
    return header.u32(header.u8(0) == 1 ? 20 : 12);
  }

  private List<ByteRange> ranges() throws IOException, MediaException {
    Span sizes = content(file, required("stsz"));
    Span runs = content(file, required("stsc"));
    boolean wide = child(table, "stco").isEmpty();
    Span offsets = content(file, required(wide ? "co64" : "stco"));
    long chunkCount = offsets.u32(FULL_HEADER_BYTES);
    long runCount = runs.u32(FULL_HEADER_BYTES);
    long fixedSize = sizes.u32(FULL_HEADER_BYTES);
    long sampleCount = sizes.u32(FULL_HEADER_BYTES + 4L);
    if (sampleCount > MAX_SAMPLES || chunkCount > MAX_SAMPLES) {
      throw new MediaException("track with more than %d samples".formatted(MAX_SAMPLES));
    }
    List<ByteRange> ranges = new ArrayList<>();
    long sample = 0;
    for (long run = 0; run < runCount; run++) {
      long entry = FULL_HEADER_BYTES + 4 + 12 * run;
      long last = run + 1 < runCount ? runs.u32(entry + 12) - 1 : chunkCount;
      long perChunk = runs.u32(entry + 4);
      if (runs.u32(entry) != ranges.size() + 1 || last > chunkCount || perChunk == 0) {
        throw new MediaException("track: chunk runs do not follow one another");
      }
      while (ranges.size() < last && sample < sampleCount) {
        long start = offset(offsets, ranges.size(), wide);
        long end = Math.min(sampleCount, sample + perChunk);
        long length = 0;
        for (; sample < end; sample++) {
          length += fixedSize != 0 ? fixedSize : sizes.u32(FULL_HEADER_BYTES + 8 + 4 * sample);
        }
        ranges.add(file.sub(start, length, "chunk of samples").range());
      }
    }
    return ranges;
  }

  private static long offset(Span offsets, long index, boolean wide)
      throws IOException, MediaException {
    int width = wide ? 8 : 4;
    return offsets.number(FULL_HEADER_BYTES + 4 + width * index, width, true);
  }

  private BmffBox required(String type) throws MediaException {
    Optional<BmffBox> box = child(table, type);
    if (box.isEmpty()) {
      throw new MediaException("track: expected a box '%s', found none".formatted(type));
    }
    return box.get();
  }

  private static Optional<BmffBox> child(List<BmffBox> boxes, String type) {
    return boxes.stream().filter(box -> box.is(type)).findFirst();
  }

  private static Span content(Span file, BmffBox box) throws MediaException {
    return file.sub(
        box.start() + BOX_HEADER_BYTES,
        box.range().length() - BOX_HEADER_BYTES,
        "box '%s'".formatted(box.type()));
  }
}
