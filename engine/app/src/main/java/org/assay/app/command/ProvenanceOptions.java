package org.assay.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assay.provenance.ProvenanceValidator;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.TrustLists;
import org.assay.provenance.trust.TrustLists.Profile;
import picocli.CommandLine.Option;

/** Whom validation believes, when, and whose reading of the specification it follows. */
final class ProvenanceOptions {
  @Option(
      names = "--trust",
      paramLabel = "DIR",
      description = "Folder of trust lists (PEM); without it those that come with the program.")
  private Path trust;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "Which lists of the folder count: none, c2pa or all (default).")
  private Profile profile = Profile.ALL;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "When to validate, such as 2026-11-24T00:00:00Z; default is now.")
  private Instant at;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "strict follows the specification (default), compat the reference tool.")
  private Mode mode = Mode.STRICT;

  /**
   * A validator for these options.
   *
   * @throws IOException if a trust list cannot be read
   */
  ProvenanceValidator validator() throws IOException {
    Clock clock = at == null ? Clock.systemUTC() : Clock.fixed(at, ZoneOffset.UTC);
    return new ProvenanceValidator(lists(), mode, clock);
  }

  private TrustLists lists() throws IOException {
    if (trust != null) {
      return TrustLists.read(trust, profile);
    }
    return profile == Profile.NONE ? TrustLists.none() : TrustLists.shipped();
  }
}
