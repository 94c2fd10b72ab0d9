package org.assay.provenance;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assay.media.MediaException;
import org.assay.provenance.binding.BoundFile;
import org.assay.provenance.binding.FileHardBindings;
import org.assay.provenance.binding.HardBindings;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestKind;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.container.Container;
import org.assay.provenance.container.Containers;
import org.assay.provenance.container.Limits;
import org.assay.provenance.cose.CoseSignatureValidator;
import org.assay.provenance.identity.DidDocuments;
import org.assay.provenance.identity.IdentityValidator;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.TrustLists;
import org.assay.provenance.validation.ManifestValidator;
import org.assay.provenance.validation.ValidationReport;
import org.assay.provenance.validation.ValidationState;

/** Reads and validates the Content Credentials of files. Safe for concurrent use. */
public final class ProvenanceValidator {
  private final ProvenanceReader reader = new ProvenanceReader();
  private final TrustLists trust;
  private final Mode mode;
  private final Clock clock;
  private final HardBindings bindings;

  /**
   * Validates at the instant that the clock shows.
   *
   * @param trust who is believed
   */
  public ProvenanceValidator(TrustLists trust, Mode mode, Clock clock) {
    this.trust = Objects.requireNonNull(trust, "trust");
    this.mode = Objects.requireNonNull(mode, "mode");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.bindings = mode == Mode.STRICT ? FileHardBindings.strict() : FileHardBindings.compatible();
  }

  /**
   * Reads and validates a file.
   *
   * @throws MediaException if the format is none whose metadata is read
   * @throws IOException if the file cannot be read at all
   */
  public ValidatedCredentials validate(Path file)
      throws IOException, MediaException, InterruptedException {
    return validate(file, List.of());
  }

  /** As {@link #validate(Path)}, for a fragmented BMFF item that starts with {@code file}. */
  public ValidatedCredentials validate(Path file, List<Path> fragments)
      throws IOException, MediaException, InterruptedException {
    try (ByteSource bytes = ByteSource.open(file)) {
      Container container = Containers.read(bytes, Limits.DEFAULT);
      Credentials credentials = reader.read(container, file);
      return new ValidatedCredentials(credentials, report(credentials, bytes, fragments));
    } catch (ClosedByInterruptException interrupted) {
      InterruptedException stopped = new InterruptedException("reading " + file);
      stopped.initCause(interrupted);
      throw stopped;
    }
  }

  private Optional<ValidationReport> report(
      Credentials credentials, ByteSource bytes, List<Path> fragments)
      throws IOException, InterruptedException {
    if (!credentials.present()) {
      return Optional.empty();
    }
    Optional<ManifestStore> store = credentials.store();
    if (store.isEmpty()) {
      return Optional.of(unreadable(credentials.damage()));
    }
    boolean updated =
        store.get().active().map(Manifest::kind).filter(ManifestKind.UPDATE::equals).isPresent();
    Instant now = clock.instant();
    IdentityValidator identities =
        new IdentityValidator(trust, Set.of(), DidDocuments.none(), mode, now);
    ManifestValidator validator =
        new ManifestValidator(
            new CoseSignatureValidator(trust, mode, now),
            bindings,
            (assertion, url, claim) -> identities.validate(assertion, url, claim).statuses(),
            mode);
    return Optional.of(
        validator.validate(
            store.get(),
            faults(credentials, store.get()),
            new BoundFile(bytes, credentials.container(), fragments, updated)));
  }

  /** What stands against the store whatever it says; other damage of the file does not. */
  private static List<String> faults(Credentials credentials, ManifestStore store) {
    return Stream.concat(credentials.container().refusal().stream(), store.damage().stream())
        .toList();
  }

  private static ValidationReport unreadable(List<String> damage) {
    String why = damage.isEmpty() ? "the store cannot be read" : String.join("; ", damage);
    return new ValidationReport(
        ValidationState.INVALID,
        Optional.of(why),
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of());
  }
}
