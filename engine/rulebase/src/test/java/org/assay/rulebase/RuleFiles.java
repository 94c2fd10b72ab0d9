package org.assay.rulebase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.decision.Case;
import org.assay.media.Context;
import org.assay.media.MediaItem;
import org.assay.media.MediaType;
import org.assay.signal.DetectorScore;
import org.assay.signal.Provenance;
import org.assay.signal.Signal;

/** Rule files and cases for tests. */
public final class RuleFiles {
  /** A condition that binds {@code $p}. */
  public static final String SWAP =
      "  DetectorScore( detector == \"face-swap\", probability >= 0.90, $p : probability )\n";

  private RuleFiles() {}

  /** Writes one file below the folder. */
  public static Path write(Path folder, String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Writes a policy {@code faces} with the sections {@code undisclosed} and {@code consent}. */
  public static void policy(Path folder) throws IOException {
    write(folder, "faces/policy.md", "# Faces\n\n## Undisclosed\n\nText.\n\n## Consent\n");
  }

  /** A rule on seven lines; the condition starts on the fourth. */
  public static String rule(String name, String status, String condition, String consequence) {
    return "rule \"%s\"\n  @status( %s )\nwhen\n%sthen\n  %s\nend\n"
        .formatted(name, status, condition, consequence);
  }

  /** A consequence that sends the item to review. */
  public static String review(String reason) {
    return "docket.review(\"faces/undisclosed\", \"ai-generated\", \"" + reason + "\", $p);";
  }

  /** A case of these signals. */
  public static Case examined(Signal... signals) {
    Context context =
        new Context(
            "account",
            "a caption",
            List.of(),
            Optional.empty(),
            Optional.of("parent-1"),
            Set.of("ai-generated"));
    return new Case(
        new MediaItem("item-1", "test", Path.of("item-1"), context),
        MediaType.PNG,
        List.of(signals));
  }

  /** A face-swap score. */
  public static DetectorScore swap(double probability) {
    return new DetectorScore("face-swap", "swap/1", probability, List.of());
  }

  /** A manifest in that state. */
  public static Provenance provenance(Provenance.State state, String... codes) {
    return new Provenance(
        "provenance",
        state,
        List.of(codes),
        Provenance.AiSignal.NONE_DECLARED,
        "generator",
        "signer",
        List.of());
  }
}
