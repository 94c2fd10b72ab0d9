package org.assay.evaluation;

import java.util.List;

/**
 * Something that can be measured.
 *
 * @param name in kebab case
 */
record Benchmark(String name, Work work) {

  /** Takes the measurements. */
  @FunctionalInterface
  interface Work {
    List<Measurement> run() throws Exception;
  }
}
