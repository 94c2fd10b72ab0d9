/**
 * The facts that detectors report and the only vocabulary that rules see.
 *
 * <p>Start reading at {@link org.assay.signal.Signal}. May depend on {@code org.assay.media}.
 */
package org.assay.signal;
