package org.assay.datasets.corruption;

import java.util.Objects;
import java.util.Random;
import org.assay.signal.Kebab;

/**
 * A named kind of damage. Where and how much comes from the random numbers; the file given is never
 * written to.
 *
 * @param name in kebab case, such as {@code truncate}
 * @param damage works on a copy of a file of at least one byte
 */
public record Corruption(String name, Damage damage) {

  /** What is done to a file. */
  @FunctionalInterface
  public interface Damage {
    /** The damaged file; may be the array given, which is a copy. */
    byte[] apply(byte[] file, Random random);
  }

  /** Checks the name. */
  public Corruption {
    Kebab.require("corruption", name);
    Objects.requireNonNull(damage, "damage");
  }

  /** A damaged copy of {@code file}; an empty file comes back as one byte. */
  public byte[] apply(byte[] file, Random random) {
    return file.length == 0
        ? new byte[] {(byte) random.nextInt(256)}
        : damage.apply(file.clone(), random);
  }
}
