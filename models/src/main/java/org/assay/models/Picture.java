package org.assay.models;

import java.util.List;

/**
 * What training knows of one picture.
 *
 * @param original values of each tile of the picture as it is
 * @param altered values of each tile of its altered copies
 */
record Picture(Listing.Item item, List<float[]> original, List<float[]> altered) {
  Picture {
    original = List.copyOf(original);
    altered = List.copyOf(altered);
  }
}
