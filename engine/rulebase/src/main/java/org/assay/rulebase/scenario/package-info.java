/**
 * Examples beside the rules: cases in plain form and what a rule is expected to say about them.
 *
 * <p>Start reading at {@link org.assay.rulebase.scenario.ScenarioRunner}. May depend on core and on
 * {@code org.assay.rulebase}; YAML is seen only in {@code ScenarioReader}.
 */
package org.assay.rulebase.scenario;
