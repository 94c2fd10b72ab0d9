package org.assay.provenance.mark;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assay.provenance.c2pa.SourceType;
import org.assay.signal.Mark;
import org.assay.signal.Mark.Strength;

/** Properties of the IPTC Photo Metadata Standard 2025.1 and of Dublin Core. */
final class IptcRules {
  private static final String EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
  private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
  private static final String TERMS = "http://purl.org/dc/terms/";
  private static final List<String> SYSTEM_PROPERTIES =
      List.of("AISystemUsed", "AISystemVersionUsed", "AIPromptInformation", "AIPromptWriterName");
  private static final Set<String> GOOGLE_CREDITS =
      Set.of("made with google ai", "edited with google ai");
  private static final String IIM_CREDIT = "2:110";

  private IptcRules() {}

  /** The digital source type; values that name no machine are told as other marks. */
  static List<Mark> sourceType(Statement statement) {
    boolean sourceType =
        statement.isXmp(EXTENSION, "DigitalSourceType")
            || statement.isXmp(EXTENSION, "DigitalSourcetype"); // as the 2008 schema had it
    if (!sourceType) {
      return List.of();
    }
    String term = SourceType.term(statement.text());
    return SourceType.of(statement.text()).isPresent()
        ? List.of(Marking.ai("iptc-dst", statement, term, Strength.STRONG))
        : List.of(Marking.other("iptc-dst", statement, term, Strength.MODERATE));
  }

  /** Which system generated it, and what it was asked for. */
  static List<Mark> system(Statement statement) {
    return SYSTEM_PROPERTIES.stream()
        .filter(name -> statement.isXmp(EXTENSION, name))
        .map(name -> name + ": " + statement.text())
        .map(value -> Marking.ai("iptc-ai", statement, value, Strength.STRONG))
        .toList();
  }

  /** Google's credit line, which has to be the whole of the field. */
  static List<Mark> google(Statement statement) {
    boolean credit =
        statement.isXmp(PHOTOSHOP, "Credit")
            || (statement.origin() == Statement.Origin.IIM
                && statement.keyword().equals(IIM_CREDIT));
    return credit && GOOGLE_CREDITS.contains(statement.text().strip().toLowerCase(Locale.ROOT))
        ? List.of(Marking.ai("google-ai", statement, statement.text(), Strength.STRONG))
        : List.of();
  }

  /** Where a remote manifest lies: a pointer that proves nothing. */
  static List<Mark> provenanceLink(Statement statement) {
    return statement.isXmp(TERMS, "provenance")
        ? List.of(Marking.other("xmp-provenance", statement, statement.text(), Strength.WEAK))
        : List.of();
  }
}
