package org.assay.provenance.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Span;

/** Looks for a word in a file that has no structure worth following, a window at a time. */
final class TextScan {
  private static final int WINDOW_BYTES = 1 << 20;
  private static final int MAX_HITS = 1000;

  private TextScan() {}

  /** Where the Latin-1 bytes of {@code word} stand in the first {@code most} bytes. */
  static List<Long> find(Span span, String word, long most, Collector found)
      throws IOException, MediaException, InterruptedException {
    List<Long> hits = new ArrayList<>();
    long end = Math.min(most, span.length());
    for (long start = 0; start < end; start += WINDOW_BYTES) {
      found.step();
      int count = (int) Math.min(WINDOW_BYTES + word.length() - 1L, end - start);
      String window = span.latin1(start, count);
      int hit = window.indexOf(word);
      while (hit >= 0) {
        if (hits.size() >= MAX_HITS) {
          throw new MediaException(
              "%s: '%s' stands there more than %d times".formatted(span.name(), word, MAX_HITS));
        }
        hits.add(start + hit);
        hit = window.indexOf(word, hit + 1);
      }
    }
    return hits;
  }
}
