/**
 * The rule base: reads the rules that analysts own, checks them against the vocabulary, compiles
 * them with Drools and runs them on cases.
 *
 * <p>Start reading at {@link org.assay.rulebase.RuleBaseLoader}, which shows the way of a rule from
 * its file to the {@link org.assay.rulebase.DroolsRuleBase}. May depend on core; Drools is seen
 * only in {@code RuleCompiler}, {@code TableReader} and {@code DroolsRuleBase}.
 *
 * <p>Rule files are trusted input for now. {@code RuleParser} and {@code ConditionChecker} accept
 * an allow-listed part of DRL, which keeps honest mistakes and plain Java out; they have not been
 * tested against an attacker, and nothing bounds the time that one condition takes. Do not load
 * rules of people whom you would not let run a program on the machine.
 */
package org.assay.rulebase;
