package org.assay.provenance.binding;

import java.util.ArrayList;
import java.util.List;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode;

/** The statuses of one assertion as they come up. Used by one thread. */
final class Findings {
  private final String url;
  private final List<Status> statuses = new ArrayList<>();

  Findings(String url) {
    this.url = url;
  }

  void add(StatusCode code, String explanation) {
    statuses.add(new Status(code, url, explanation));
  }

  List<Status> statuses() {
    return List.copyOf(statuses);
  }
}
