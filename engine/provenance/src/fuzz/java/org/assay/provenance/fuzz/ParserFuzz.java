package org.assay.provenance.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assay.media.MediaException;
import org.assay.provenance.ProvenanceValidator;
import org.assay.provenance.bytes.ByteSource;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.cbor.Cbor;
import org.assay.provenance.container.Containers;
import org.assay.provenance.container.Limits;
import org.assay.provenance.cose.CoseSignatureValidator;
import org.assay.provenance.cose.SignedClaim;
import org.assay.provenance.jumbf.SuperBox;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.TrustLists;

/**
 * Every parser against Jazzer's inputs: nothing but the documented exceptions, no hang, memory
 * within the limit of the JVM.
 *
 * <p>One method a run: {@code JAZZER_FUZZ=1 mvn test -Pfuzz -pl engine/provenance -am
 * -Dtest=ParserFuzz#cbor -Dsurefire.failIfNoSpecifiedTests=false}. Without {@code JAZZER_FUZZ} the
 * inputs found before are run again.
 */
class ParserFuzz {
  private static final String DURATION = "10m";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);

  @FuzzTest(maxDuration = DURATION)
  void cbor(byte[] bytes) {
    try {
      Cbor.decode(Slice.of(bytes));
    } catch (MediaException documented) {
      return;
    }
  }

  @FuzzTest(maxDuration = DURATION)
  void jumbf(byte[] bytes) {
    try {
      SuperBox.salvage(Slice.of(bytes), new ArrayList<>(), new ArrayList<>());
      SuperBox.parse(Slice.of(bytes));
    } catch (MediaException documented) {
      return;
    }
  }

  @FuzzTest(maxDuration = DURATION)
  void store(byte[] bytes) {
    try {
      ManifestStore.parse(Slice.of(bytes));
    } catch (MediaException documented) {
      return;
    }
  }

  @FuzzTest(maxDuration = DURATION)
  void container(byte[] bytes) throws IOException, InterruptedException {
    try {
      Containers.read(ByteSource.of(bytes), Limits.DEFAULT);
    } catch (MediaException documented) {
      return;
    }
  }

  @FuzzTest(maxDuration = DURATION)
  void signature(byte[] bytes) {
    for (Mode mode : Mode.values()) {
      new CoseSignatureValidator(TrustLists.shipped(), mode, CLOCK.instant())
          .validate(
              new SignedClaim(
                  Slice.of(new byte[] {1}), Slice.of(bytes), 2, "url", List.of(), List.of()));
    }
  }

  @FuzzTest(maxDuration = DURATION)
  void file(byte[] bytes) throws IOException, InterruptedException {
    Path file = Files.createTempFile("assay-fuzz", ".bin");
    try {
      Files.write(file, bytes);
      new ProvenanceValidator(TrustLists.shipped(), Mode.STRICT, CLOCK).validate(file);
    } catch (MediaException documented) {
      return;
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
