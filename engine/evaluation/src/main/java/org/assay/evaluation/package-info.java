/**
 * Runs the engine over many items: demo, benchmarks, offline evaluation.
 *
 * <p>Start reading at {@link org.assay.evaluation.Main}. May depend on app and datasets.
 */
package org.assay.evaluation;
