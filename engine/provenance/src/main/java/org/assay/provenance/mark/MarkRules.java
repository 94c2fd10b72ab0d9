package org.assay.provenance.mark;

import java.util.List;
import org.assay.signal.Mark;

/** Everything that is looked for in metadata, sorted by how much it says. */
final class MarkRules {
  private static final List<MarkRule> RULES =
      List.of(
          MarkRule.each(IptcRules::sourceType),
          MarkRule.each(IptcRules::system),
          MarkRule.each(Tc260Rule::find),
          MarkRule.each(IptcRules::google),
          MarkRule.each(ParameterRules::stableDiffusion),
          MarkRule.each(ParameterRules::comfyUi),
          MarkRule.each(ParameterRules::swarmUi),
          MarkRule.each(ParameterRules::fooocus),
          MarkRule.each(ParameterRules::invokeAi),
          MarkRule.each(ParameterRules::tensorArt),
          MarkRule.each(ServiceRules::novelAi),
          MarkRule.each(ServiceRules::midjourney),
          ServiceRules::grok,
          MarkRule.each(ServiceRules::hostingJob),
          MarkRule.each(GeneratorNames::find),
          MarkRule.each(IptcRules::provenanceLink));

  private MarkRules() {}

  /** All marks, each once, by rule and then by place in the file. */
  static List<Mark> find(List<Statement> statements) {
    return RULES.stream().flatMap(rule -> rule.find(statements).stream()).distinct().toList();
  }
}
