/**
 * From signals to a decision: a {@link org.assay.decision.Case} goes to the {@link
 * org.assay.decision.RuleBase}, whose rulings are joined into a {@link
 * org.assay.decision.Decision}.
 *
 * <p>Start reading at {@link org.assay.decision.Decision}. May depend on {@code org.assay.media}
 * and {@code org.assay.signal}.
 */
package org.assay.decision;
