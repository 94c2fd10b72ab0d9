/**
 * AI marks other than C2PA: labels and generator parameters in metadata, and marks hidden in
 * samples. All of them are unsigned claims.
 *
 * <p>Start reading at {@link org.assay.provenance.mark.MarksDetector}; {@code MarkRules} lists what
 * is looked for. May depend on {@code container}, {@code c2pa} (for the source types), {@code
 * bytes} and core.
 */
package org.assay.provenance.mark;
