package org.assay.provenance.validation;

import java.util.List;
import java.util.Objects;
import org.assay.provenance.status.Status;

/**
 * What validation found about one ingredient that was not found, or not recorded, when it was
 * added. All text is hostile.
 *
 * @param uri JUMBF URI of the ingredient assertion
 * @param manifest label of the ingredient's manifest; empty when it has none
 * @param title empty when there is none
 * @param relationship such as {@code parentOf}
 */
public record IngredientReport(
    String uri, String manifest, String title, String relationship, List<Status> statuses) {

  /** Copies the list. */
  public IngredientReport {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(manifest, "manifest");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(relationship, "relationship");
    statuses = List.copyOf(statuses);
  }
}
