package org.assay.provenance.container;

import java.io.IOException;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Span;

/** Tells the JUMBF superbox of a C2PA manifest store from other JUMBF, ISO/IEC 19566-5. */
final class ManifestBoxes {
  /** Box header, description box header, the first four bytes of the store's UUID. */
  static final int SIGNATURE_BYTES = 20;

  private ManifestBoxes() {}

  /** Whether a superbox of type {@code c2pa} starts at {@code at}. */
  static boolean startsAt(Span span, long at) throws IOException, MediaException {
    return span.matches(at + 4, "jumb") && span.matches(at + 12, "jumdc2pa");
  }
}
