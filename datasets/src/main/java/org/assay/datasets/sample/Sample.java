package org.assay.datasets.sample;

/**
 * A file of the sample set.
 *
 * @param fileName in the set's folder
 * @param what the file is, in one short phrase
 */
public record Sample(String fileName, String what) {}
