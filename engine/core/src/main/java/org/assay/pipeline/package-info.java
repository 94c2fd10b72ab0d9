/**
 * From bytes to a case: decode once, then every detector in parallel within one time budget.
 *
 * <p>Start reading at {@link org.assay.pipeline.Pipeline}. May depend on the other packages of this
 * module.
 */
package org.assay.pipeline;
