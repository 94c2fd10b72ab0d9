package org.assay.rulebase;

import java.util.Set;
import org.assay.decision.Verdict;

/**
 * The one thing a rule does: a call such as {@code docket.review("policy/section", "label",
 * "why")}.
 *
 * @param policy the section cited, {@code policy/section}
 * @param policyToken where it is cited
 */
record DocketCall(Verdict verdict, String policy, Set<String> labels, Token policyToken) {}
