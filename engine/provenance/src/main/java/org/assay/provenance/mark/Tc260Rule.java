package org.assay.provenance.mark;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.signal.Mark;
import org.assay.signal.Mark.Strength;

/**
 * The implicit label of GB 45438-2025: a JSON object in the XMP namespace of TC260, under the key
 * {@code AIGC} of any metadata list, or wrapped as {@code {"AIGC":{…}}} in a comment.
 */
final class Tc260Rule {
  private static final String NAMESPACE = "http://www.tc260.org.cn/ns/AIGC/1.0/";
  private static final Pattern WRAPPED = Pattern.compile("^\\s*\\{\\s*\"AIGC\"\\s*:\\s*\\{");
  private static final Pattern LABEL = Pattern.compile("\"Label\"\\s*:\\s*\"?([0-9])\"?\\s*[,}]");
  private static final Pattern PRODUCER =
      Pattern.compile("\"ContentProducer\"\\s*:\\s*\"([^\"]{1,200})\"");

  private Tc260Rule() {}

  static List<Mark> find(Statement statement) {
    boolean here =
        statement.isXmp(NAMESPACE, "AIGC")
            || statement.isText("AIGC")
            || (statement.isComment() && WRAPPED.matcher(statement.text()).find());
    if (!here) {
      return List.of();
    }
    Matcher label = LABEL.matcher(statement.text());
    if (!label.find()) {
      return List.of(Marking.other("aigc-tc260", statement, statement.text(), Strength.WEAK));
    }
    Matcher producer = PRODUCER.matcher(statement.text());
    String by = producer.find() ? ", producer " + producer.group(1) : "";
    return switch (label.group(1)) {
      case "1" -> mark(statement, "is AI-generated (1)" + by, Strength.STRONG);
      case "2" -> mark(statement, "may be AI-generated (2)" + by, Strength.MODERATE);
      case "3" -> mark(statement, "is suspected to be AI-generated (3)" + by, Strength.MODERATE);
      default ->
          List.of(
              Marking.other(
                  "aigc-tc260", statement, "label " + label.group(1) + by, Strength.WEAK));
    };
  }

  private static List<Mark> mark(Statement statement, String value, Strength strength) {
    return List.of(Marking.ai("aigc-tc260", statement, value, strength));
  }
}
