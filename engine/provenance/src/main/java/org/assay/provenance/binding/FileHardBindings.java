package org.assay.provenance.binding;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode;

/** Checks hard bindings by reading the file once, in constant memory. Safe for concurrent use. */
public final class FileHardBindings implements HardBindings {
  private static final Pattern LABEL =
      Pattern.compile(
          "c2pa\\.hash\\.(data|boxes|bmff|collection\\.data|multi-asset)(?:\\.v([0-9]{1,4}))?(?:__[0-9]+)?");

  private final boolean strict;

  private FileHardBindings(boolean strict) {
    this.strict = strict;
  }

  /** Follows the specification. */
  public static FileHardBindings strict() {
    return new FileHardBindings(true);
  }

  /**
   * Speaks as the reference validator does: an unknown box or algorithm is a mismatch, exclusions
   * may come in any order, and flags of BMFF exclusions are read as it reads them.
   */
  public static FileHardBindings compatible() {
    return new FileHardBindings(false);
  }

  @Override
  public List<Status> check(
      String label, Slice assertion, String url, String algorithm, BoundFile file)
      throws IOException, InterruptedException {
    return check(label, assertion, url, algorithm, file, other -> Optional.empty());
  }

  /**
   * As above, for {@code c2pa.hash.multi-asset} too, which counts where the hash of the whole file
   * does not hold because parts of it were taken away: C2PA 2.2 section 15.12.4.
   *
   * @param assertions CBOR content of the other assertions of the manifest, by label, to which
   *     parts refer; that they are the ones the claim means is for the caller to check
   */
  public List<Status> check(
      String label,
      Slice assertion,
      String url,
      String algorithm,
      BoundFile file,
      Function<String, Optional<Slice>> assertions)
      throws IOException, InterruptedException {
    Matcher matcher = LABEL.matcher(label);
    Findings findings = new Findings(url);
    if (!matcher.matches()) {
      findings.add(StatusCode.CLAIM_HARD_BINDINGS_MISSING, "a hard binding of an unknown kind");
      return findings.statuses();
    }
    BindingKind kind = BindingKind.of(matcher.group(1));
    int version = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
    try {
      kind.check(
          new BindingKind.Question(version, assertion, algorithm, strict, assertions),
          file,
          findings);
    } catch (BindingFault fault) {
      findings.add(kind.code(fault.kind(), strict), fault.getMessage());
    } catch (ClosedByInterruptException interrupted) {
      InterruptedException stopped = new InterruptedException("hashing a file");
      stopped.initCause(interrupted);
      throw stopped;
    }
    return findings.statuses();
  }
}
