package org.assay.provenance.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.ByteRange;
import org.assay.provenance.bytes.Span;

/**
 * Joins the APP11 segments of one JUMBF superbox, ISO/IEC 19566-5 annex D. Every segment repeats
 * the box header; the packets of one box carry one instance number and rising sequence numbers.
 */
final class JpegManifests {
  private static final int HEADER_BYTES = 12; // marker, length, "JP", instance, sequence number
  private static final int BOX_HEADER_BYTES = 8;

  private ByteArrayOutputStream joined = new ByteArrayOutputStream();
  private List<ByteRange> payload = new ArrayList<>();
  private List<ByteRange> enclosing = new ArrayList<>();
  private int instance = -1;
  private boolean started;
  private boolean repeated;
  private long sequence;

  void add(Span segment, Collector found) throws IOException, MediaException, InterruptedException {
    int segmentInstance = segment.u16(6);
    long segmentSequence = segment.u32(8);
    Span box = segment.from(HEADER_BYTES, "JUMBF in APP11");
    boolean continues =
        !payload.isEmpty() && segmentInstance == instance && segmentSequence == sequence + 1;
    if (!continues) {
      finish(found);
      if (!ManifestBoxes.startsAt(box, 0)) {
        return; // other JUMBF, such as JPEG 360
      }
      if (started && !repeated && segmentInstance == instance) {
        repeated = true;
        throw new MediaException(
            "JUMBF in APP11 at byte %d: repeats packet %d of box %d"
                .formatted(segment.offset(), segmentSequence, segmentInstance));
      }
      started = true;
    }
    instance = segmentInstance;
    sequence = segmentSequence;
    Span content = box.from(continues ? BOX_HEADER_BYTES : 0, box.name());
    if (joined.size() + content.length() > found.limits().storeBytes()) {
      throw new MediaException(
          "JUMBF in APP11 at byte %d: more than %d bytes"
              .formatted(segment.offset(), found.limits().storeBytes()));
    }
    joined.writeBytes(content.bytes(found.limits().storeBytes()));
    payload.add(content.range());
    enclosing.add(segment.range());
  }

  /** Hands over a store whose last segment, which is all that is left of the file, is cut off. */
  void cut(Span segment, Collector found) throws IOException, MediaException, InterruptedException {
    if (!payload.isEmpty() || ManifestBoxes.startsAt(segment, HEADER_BYTES)) {
      Span box = segment.from(HEADER_BYTES, "JPEG APP11 JUMBF");
      found.cutStore(box, segment.range(), box.name());
    }
    finish(found);
  }

  /** Hands over the store that is complete now. */
  void finish(Collector found) throws IOException, InterruptedException {
    if (!payload.isEmpty()) {
      byte[] bytes = joined.toByteArray();
      List<ByteRange> payloadNow = payload;
      List<ByteRange> enclosingNow = enclosing;
      found.attempt(
          () -> found.store(bytes, payloadNow, enclosingNow, "manifest", "JPEG APP11 JUMBF"));
      joined = new ByteArrayOutputStream();
      payload = new ArrayList<>();
      enclosing = new ArrayList<>();
    }
  }
}
