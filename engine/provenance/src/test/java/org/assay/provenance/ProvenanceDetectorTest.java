package org.assay.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.assay.media.Media;
import org.assay.pipeline.Detector;
import org.assay.pipeline.DetectorContract;
import org.assay.provenance.status.Mode;
import org.assay.provenance.trust.TrustLists;
import org.assay.signal.Provenance;
import org.assay.signal.Provenance.AiSignal;
import org.assay.signal.Provenance.State;
import org.assay.testing.SampleMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceDetectorTest extends DetectorContract {
  @TempDir Path files;

  @Override
  protected Detector detector() {
    return new ProvenanceDetector(
        new ProvenanceValidator(TrustLists.none(), Mode.STRICT, Clock.systemUTC()));
  }

  @Override
  protected Media accepted() throws Exception {
    Path file = files.resolve("sample.png");
    Files.write(file, SampleFiles.png().bytes());
    return SampleMedia.image(file, SampleMedia.raster(320, 240, 7));
  }

  @Test
  void manifestThatIsNotSignedIsInvalidButRead() throws Exception {
    Provenance signal = examine(SampleFiles.jpeg().bytes());
    assertThat(signal.state()).isEqualTo(State.INVALID);
    assertThat(signal.codes()).contains("general.error");
    assertThat(signal.generator()).isEqualTo("sample 1.0");
    assertThat(signal.manifests()).containsExactly(SampleStore.LABEL);
    assertThat(signal.aiSignal()).isEqualTo(AiSignal.FULLY_GENERATED);
  }

  @Test
  void fileWithoutManifestIsAbsent() throws Exception {
    byte[] gif = new ByteBuilder().text("GIF89a").u8(1, 0, 1, 0, 0, 0, 0, 0x3B).build();
    assertThat(examine(gif).state()).isEqualTo(State.ABSENT);
  }

  @Test
  void manifestThatIsCutOffIsThereButInvalid() throws Exception {
    byte[] sidecar = SampleFiles.sidecar().bytes();
    Provenance signal = examine(Arrays.copyOf(sidecar, sidecar.length - 30));
    assertThat(signal.state()).isEqualTo(State.INVALID);
    assertThat(signal.manifests()).containsExactly(SampleStore.LABEL);
  }

  private Provenance examine(byte[] bytes) throws Exception {
    Path file = files.resolve("item");
    Files.write(file, bytes);
    return (Provenance) detector().examine(SampleMedia.document(file)).get(0);
  }
}
