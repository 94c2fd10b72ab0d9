/**
 * Ready-made sets of files: the set that the demo shows, and one small valid file of each format.
 *
 * <p>Start reading at {@link org.assay.datasets.sample.SampleSet}. Depends on the other packages of
 * {@code datasets} and on core's {@code media}.
 */
package org.assay.datasets.sample;
