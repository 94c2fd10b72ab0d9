package org.assay.rulebase;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;

/**
 * Turns a decision table into DRL, one rule a row, and keeps the row each rule came from. What a
 * row says is then checked like any rule.
 */
final class TableReader {
  private static final Pattern ROW = Pattern.compile("// rule values at [A-Z]+([0-9]+),.*");

  private TableReader() {}

  /** The table's rules, or nothing if it is no table; then a problem is added. */
  static Optional<RuleText> read(String file, String csv, Collection<RuleProblem> problems) {
    List<CsvRow> rows = CsvRow.parse(csv);
    int before = problems.size();
    rows.stream()
        .filter(row -> !row.closed())
        .map(row -> new RuleProblem(file, row.line(), 0, "a cell is not closed on its line", ""))
        .forEach(problems::add);
    checkColumns(file, rows, problems);
    if (rows.stream().noneMatch(row -> row.first().startsWith("RuleTable"))) {
      String hint = "a table begins with the rows RuleSet and RuleTable";
      problems.add(new RuleProblem(file, 1, 0, "no RuleTable in this file", hint));
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    try {
      byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
      String drl =
          new SpreadsheetCompiler().compile(new ByteArrayInputStream(bytes), InputType.CSV);
      return rules(file, drl, problems);
    } catch (RuntimeException refused) {
      // The table compiler throws many kinds; which cell is meant stands only in the text.
      String why = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
      problems.add(new RuleProblem(file, 0, 0, "the table cannot be read: " + why, ""));
      return Optional.empty();
    }
  }

  private static Optional<RuleText> rules(
      String file, String drl, Collection<RuleProblem> problems) {
    StringBuilder kept = new StringBuilder();
    List<Integer> lines = new ArrayList<>();
    int row = 0;
    for (String line : drl.lines().toList()) {
      Matcher place = ROW.matcher(line);
      if (place.matches()) {
        row = Integer.parseInt(place.group(1));
      }
      if (row == 0 && !line.isBlank() && !line.startsWith("package ") && !line.startsWith("//")) {
        String hint = "remove cells such as Import, Variables, Functions or Declare";
        problems.add(new RuleProblem(file, 0, 0, "a table holds rules only: " + line, hint));
        return Optional.empty();
      }
      kept.append(row == 0 ? "" : line).append('\n');
      lines.add(Math.max(1, row));
    }
    if (row == 0) {
      problems.add(new RuleProblem(file, 0, 0, "the table has no rows", ""));
      return Optional.empty();
    }
    return Optional.of(new RuleText(file, kept.toString(), lines, true));
  }

  /** Drools makes two patterns, that is a cross product, of two columns that look like one. */
  private static void checkColumns(
      String file, List<CsvRow> rows, Collection<RuleProblem> problems) {
    for (int i = 0; i + 2 < rows.size(); i++) {
      if (rows.get(i).first().startsWith("RuleTable")) {
        List<String> kinds = rows.get(i + 1).cells();
        CsvRow patterns = rows.get(i + 2);
        if (!kinds.contains("NAME")) {
          String hint = "a row's name stays when rows move, and rulings bear it";
          problems.add(
              new RuleProblem(file, rows.get(i + 1).line(), 0, "there is no NAME column", hint));
        }
        Set<String> seen = new HashSet<>();
        for (int column = 0; column < kinds.size() && column < patterns.cells().size(); column++) {
          String pattern = patterns.cells().get(column);
          if (kinds.get(column).startsWith("CONDITION")
              && !pattern.isEmpty()
              && !pattern.endsWith("...")
              && !seen.add(pattern)) {
            String message = "two columns of the pattern '" + pattern + "' would be two patterns";
            String hint = "end both in ... to test one and the same signal";
            problems.add(new RuleProblem(file, patterns.line(), 0, message, hint));
          }
        }
      }
    }
  }
}
