package org.assay.app.store;

import java.time.Instant;
import org.assay.decision.Case;
import org.assay.decision.Decision;

/**
 * A case with the decision on it, as on record.
 *
 * @param sequence number of the decision in this database, rising with time
 * @param pipeline version of everything that made the case
 */
public record DecidedCase(
    long sequence, Case examined, Decision decision, String pipeline, Instant decided) {}
