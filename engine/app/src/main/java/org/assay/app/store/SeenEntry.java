package org.assay.app.store;

import org.assay.decision.Verdict;
import org.assay.signal.Fingerprint;

/**
 * One hash of a decided item, for the bank of seen items.
 *
 * @param itemId the entry's name in the bank
 * @param verdict what was decided about the item
 */
public record SeenEntry(String itemId, Fingerprint fingerprint, Verdict verdict) {}
