package org.assay.provenance.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode;

/**
 * Collects statuses, each with the ingredient that was being looked at. One validation, one log.
 */
final class StatusLog {

  /**
   * A status and where it belongs.
   *
   * @param ingredient JUMBF URI of the ingredient assertion; empty for the active manifest
   */
  record Entry(Status status, Optional<String> ingredient) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Deque<String> ingredients = new ArrayDeque<>();

  void add(StatusCode code, String url, String explanation) {
    add(new Status(code, url, explanation));
  }

  void add(Status status) {
    entries.add(new Entry(status, Optional.ofNullable(ingredients.peek())));
  }

  void enter(String ingredient) {
    ingredients.push(ingredient);
  }

  void leave() {
    ingredients.pop();
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  List<Status> statuses() {
    return entries.stream().map(Entry::status).toList();
  }
}
