package org.assay.provenance.binding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assay.provenance.bytes.ByteRange;

/** Turns what is excluded into what is hashed. Time is that of sorting. */
final class Pieces {
  private Pieces() {}

  /** What of a file is left without the exclusions, which may overlap and end after the file. */
  static List<ByteRange> outside(List<ByteRange> exclusions, long fileBytes) {
    List<ByteRange> sorted = new ArrayList<>(exclusions);
    sorted.sort(Comparator.comparingLong(ByteRange::offset));
    List<ByteRange> left = new ArrayList<>();
    long at = 0;
    for (ByteRange exclusion : sorted) {
      long start = Math.min(exclusion.offset(), fileBytes);
      if (start > at) {
        left.add(new ByteRange(at, start - at));
      }
      at = Math.max(at, Math.min(exclusion.end(), fileBytes));
    }
    if (at < fileBytes) {
      left.add(new ByteRange(at, fileBytes - at));
    }
    return left;
  }

  static List<Piece> stretches(List<ByteRange> ranges) {
    List<Piece> pieces = new ArrayList<>(ranges.size());
    ranges.forEach(range -> pieces.add(new Piece.Stretch(range)));
    return pieces;
  }

  /**
   * Puts box offsets between stretches. An offset within a stretch splits it; one in an excluded
   * place counts where bytes are hashed before and after it, as the reference validator has it.
   *
   * @param ranges ascending, not overlapping
   * @param boxOffsets ascending
   */
  static List<Piece> withOffsets(List<ByteRange> ranges, List<Long> boxOffsets) {
    List<Piece> pieces = new ArrayList<>(ranges.size() + boxOffsets.size());
    int next = 0;
    for (ByteRange range : ranges) {
      boolean first = pieces.isEmpty();
      for (; next < boxOffsets.size() && boxOffsets.get(next) < range.offset(); next++) {
        if (!first) {
          pieces.add(new Piece.BoxOffset(boxOffsets.get(next)));
        }
      }
      long at = range.offset();
      for (; next < boxOffsets.size() && boxOffsets.get(next) < range.end(); next++) {
        long offset = boxOffsets.get(next);
        if (offset > at) {
          pieces.add(new Piece.Stretch(new ByteRange(at, offset - at)));
        }
        pieces.add(new Piece.BoxOffset(offset));
        at = offset;
      }
      pieces.add(new Piece.Stretch(new ByteRange(at, range.end() - at)));
    }
    return pieces;
  }

  /** What of ascending pieces lies within a part of the file. */
  static List<Piece> within(List<Piece> pieces, ByteRange part) {
    List<Piece> inside = new ArrayList<>();
    for (int i = firstFrom(pieces, part.offset()); i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.offset() >= part.end()) {
        break;
      }
      if (piece instanceof Piece.Stretch stretch) {
        long start = Math.max(stretch.offset(), part.offset());
        long end = Math.min(stretch.range().end(), part.end());
        if (end > start) {
          inside.add(new Piece.Stretch(new ByteRange(start, end - start)));
        }
      } else if (piece.offset() >= part.offset()) {
        inside.add(piece);
      }
    }
    return inside;
  }

  /** The last piece that starts before {@code offset}, or one near it; by bisection. */
  private static int firstFrom(List<Piece> pieces, long offset) {
    int low = 0;
    int high = pieces.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.get(middle).offset() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.max(0, low - 1);
  }
}
