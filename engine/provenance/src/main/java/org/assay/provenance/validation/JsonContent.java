package org.assay.provenance.validation;

import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.json.Json;

/** JSON in assertions. */
final class JsonContent {
  private JsonContent() {}

  /** The value; empty when it is not JSON, too deep or followed by something. */
  static Optional<Json> parse(Slice text) {
    try {
      return Optional.of(Json.parse(text));
    } catch (MediaException notJson) {
      return Optional.empty(); // the validator says so with a status code
    }
  }
}
