package org.assay.rulebase;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The sections of all written policies. A section is a heading of {@code policy.md} below the
 * title, and is cited by its anchor: lower case, words joined by hyphens.
 */
final class PolicySections {
  private final SortedSet<String> sections = new TreeSet<>();

  /** Finds the headings; two of one anchor in a policy are a problem. */
  PolicySections(Map<String, String> texts, Collection<RuleProblem> problems) {
    texts.forEach(
        (path, text) -> {
          if (path.endsWith("/" + RuleFolder.POLICY)) {
            read(path, text, problems);
          }
        });
  }

  private void read(String path, String text, Collection<RuleProblem> problems) {
    String policy = path.substring(0, path.indexOf('/'));
    List<String> lines = text.lines().toList();
    boolean quoted = false;
    for (int i = 0; i < lines.size(); i++) {
      quoted ^= lines.get(i).startsWith("```");
      if (!quoted && lines.get(i).matches("#{2,6} .*")) {
        String anchor = anchor(lines.get(i).replaceFirst("#+ ", ""));
        if (!sections.add(policy + "/" + anchor)) {
          String message = "two headings have the anchor '" + anchor + "'";
          problems.add(new RuleProblem(path, i + 1, 0, message, "rename one of them"));
        }
      }
    }
  }

  /** Says where a ruling cites a section that is not written. */
  void check(ParsedRule rule, Collection<RuleProblem> problems) {
    String cited = rule.call().policy();
    if (!sections.contains(cited)) {
      Token place = rule.call().policyToken();
      problems.add(
          rule.source()
              .problem(
                  place.line(),
                  place.column(),
                  "no policy has the section '" + cited + "'",
                  NearestSpelling.hint(cited, sections)));
    }
  }

  private static String anchor(String heading) {
    return heading
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9 -]", "")
        .replaceAll("[ -]+", "-");
  }
}
