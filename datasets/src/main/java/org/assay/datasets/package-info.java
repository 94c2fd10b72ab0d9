/**
 * Where data comes from: listings of files with labels, and generators and transforms that make
 * media from seeds. The packages stand beside each other, each for one concept.
 *
 * <p>Start reading at {@link org.assay.datasets.sample.SampleSet}, which uses nearly all of them.
 * Depends on core and the JDK.
 */
package org.assay.datasets;
