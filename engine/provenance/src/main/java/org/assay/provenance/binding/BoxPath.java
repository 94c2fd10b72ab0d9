package org.assay.provenance.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.provenance.container.BmffBox;

/** The subset of XPath that exclusions name boxes with: {@code /moov/trak[2]/mdia}. */
final class BoxPath {
  private static final Pattern STEP =
      Pattern.compile("([^\\[]{4,})(?:\\[([1-9][0-9]{0,8})\\]*)?.*");
  private static final int MAX_STEPS = 32;

  private record Step(String type, int index) {}

  private final List<Step> steps;

  private BoxPath(List<Step> steps) {
    this.steps = steps;
  }

  /** Empty for what is no path; such an exclusion excludes nothing. */
  static Optional<BoxPath> parse(String path) {
    List<Step> steps = new ArrayList<>();
    for (String part : path.replaceFirst("^/+", "").split("/", -1)) {
      Matcher matcher = STEP.matcher(part);
      boolean indexed = part.indexOf('[') >= 0;
      if (steps.size() == MAX_STEPS
          || !matcher.matches()
          || indexed != (matcher.group(2) != null)) {
        return Optional.empty();
      }
      steps.add(new Step(matcher.group(1), indexed ? Integer.parseInt(matcher.group(2)) : 0));
    }
    return Optional.of(new BoxPath(steps));
  }

  /** All boxes that the path names, in the order of the file. */
  List<BmffBox> in(List<BmffBox> roots) {
    List<BmffBox> found = roots;
    List<BmffBox> candidates = roots;
    for (Step step : steps) {
      List<BmffBox> matching = candidates.stream().filter(box -> box.is(step.type())).toList();
      if (step.index() > 0) {
        matching =
            step.index() <= matching.size() ? List.of(matching.get(step.index() - 1)) : List.of();
      }
      found = matching;
      candidates = matching.stream().flatMap(box -> box.children().stream()).toList();
    }
    return found;
  }
}
