package org.assay.app.provenance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.provenance.ValidatedCredentials;
import org.assay.provenance.bytes.HostileText;
import org.assay.provenance.c2pa.Action;
import org.assay.provenance.c2pa.ActionList;
import org.assay.provenance.c2pa.Claim;
import org.assay.provenance.c2pa.Ingredient;
import org.assay.provenance.c2pa.JumbfUri;
import org.assay.provenance.c2pa.KnownGenerators;
import org.assay.provenance.c2pa.Manifest;
import org.assay.provenance.c2pa.ManifestStore;
import org.assay.provenance.c2pa.Rubric;
import org.assay.provenance.c2pa.RubricSignal;
import org.assay.provenance.c2pa.SoftBinding;
import org.assay.provenance.c2pa.SourceType;
import org.assay.provenance.cose.Signer;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode;
import org.assay.provenance.validation.ValidationReport;

/** Who did what to a file, what of it can be believed and why not, as lines for a terminal. */
public final class ProvenanceTree {
  private static final int MAX_TEXT = 120;
  private static final int MAX_LINES = 200;
  private static final int MAX_FAILURES = 12;

  private final ManifestStore store;
  private final ValidationReport report;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> shown = new HashSet<>();

  private ProvenanceTree(ManifestStore store, ValidationReport report) {
    this.store = store;
    this.report = report;
  }

  /** The lines below the path of the file, each starting with two blanks. */
  public static List<String> lines(ValidatedCredentials validated) {
    Optional<ValidationReport> report = validated.report();
    if (report.isEmpty()) {
      Optional<String> remote = validated.credentials().container().remoteManifest();
      return List.of(
          remote
              .map(address -> "  Content Credentials elsewhere, not fetched: " + clean(address))
              .orElse("  no Content Credentials"));
    }
    Optional<ManifestStore> store = validated.credentials().store();
    if (store.isEmpty()) {
      return List.of("  Content Credentials are there, but broken", "  " + error(report.get()));
    }
    ProvenanceTree tree = new ProvenanceTree(store.get(), report.get());
    tree.verdict();
    store.get().active().ifPresent(active -> tree.manifest(active, "  "));
    tree.reading();
    return tree.lines;
  }

  private static String error(ValidationReport report) {
    return report.error().map(ProvenanceTree::clean).orElse("");
  }

  private void verdict() {
    String state =
        switch (report.state()) {
          case TRUSTED -> "trusted: intact, and a trust list vouches for the signer";
          case VALID -> "valid: intact, but nobody vouches for the signer";
          case INVALID -> "invalid: not to be believed as it stands";
        };
    lines.add("  " + state);
    report.error().ifPresent(error -> lines.add("  refused: " + clean(error)));
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Status status : report.failures()) {
      reasons.putIfAbsent(
          status.code().code() + status.url(),
          status.code().code() + ": " + clean(status.explanation()));
    }
    reasons.values().stream().limit(MAX_FAILURES).forEach(why -> lines.add("  failed " + why));
    if (reasons.size() > MAX_FAILURES) {
      lines.add("  and %d more".formatted(reasons.size() - MAX_FAILURES));
    }
  }

  private void manifest(Manifest manifest, String indent) {
    if (lines.size() > MAX_LINES) {
      return;
    }
    String maker = manifest.claim().map(Claim::generator).map(ProvenanceTree::clean).orElse("?");
    Optional<Signer> signer = Optional.ofNullable(report.signers().get(manifest.label()));
    String broken = forged(manifest) ? ", but the signature does not hold" : "";
    lines.add(
        indent + "made with " + maker + signer.map(ProvenanceTree::signed).orElse("") + broken);
    if (!shown.add(manifest.label())) {
      lines.add(indent + "  as shown above");
      return;
    }
    for (ActionList list : manifest.actionLists()) {
      for (Action action : list.effective()) {
        if (lines.size() < MAX_LINES) {
          lines.add(indent + "  " + line(action));
        }
      }
    }
    for (Ingredient ingredient : manifest.ingredients()) {
      if (lines.size() < MAX_LINES) {
        String title = ingredient.title().isEmpty() ? "untitled" : clean(ingredient.title());
        Optional<Manifest> next = ingredient.manifestLabel().flatMap(store::manifest);
        String end = next.isPresent() ? ":" : ", which has no credentials here";
        lines.add(indent + "  " + ingredient.relationship().term() + " " + title + end);
        next.ifPresent(one -> manifest(one, indent + "    "));
      }
    }
  }

  private boolean forged(Manifest manifest) {
    String url = JumbfUri.ofSignature(manifest.label());
    return report.failures().stream()
        .anyMatch(
            status ->
                status.code() == StatusCode.CLAIM_SIGNATURE_MISMATCH && status.url().equals(url));
  }

  private static String signed(Signer signer) {
    String name = signer.issuer().isEmpty() ? signer.commonName() : signer.issuer();
    String time = signer.time().map(instant -> " at " + instant).orElse("");
    String list =
        signer.anchor().isEmpty()
            ? ", vouched for by nobody"
            : ", vouched for by %s (%s)".formatted(clean(signer.anchor()), clean(signer.list()));
    return ", signed by " + clean(name) + time + list;
  }

  private static String line(Action action) {
    String when = action.when().isEmpty() ? "" : " " + clean(action.when());
    String agent = action.softwareAgent().isEmpty() ? "" : " with " + clean(action.softwareAgent());
    String type = clean(SourceType.term(action.sourceType()));
    return clean(action.name()) + (type.isEmpty() ? "" : " (" + type + ")") + agent + when;
  }

  private void reading() {
    Set<RubricSignal> signals =
        Rubric.read(store).stream().map(one -> one.signal()).collect(Collectors.toSet());
    List<String> phrases =
        List.of(RubricSignal.values()).stream()
            .filter(signals::contains)
            .map(RubricSignal::phrase)
            .toList();
    if (!phrases.isEmpty()) {
      lines.add("  says: " + String.join("; ", phrases));
    }
    List<String> known = KnownGenerators.in(store);
    if (!known.isEmpty()) {
      lines.add("  known generators: " + String.join(", ", known));
    }
    for (SoftBinding binding : SoftBinding.in(store)) {
      String name = binding.name().isEmpty() ? "not on the public list" : binding.name();
      lines.add("  soft binding " + clean(binding.algorithm()) + ": " + name);
    }
  }

  private static String clean(String hostile) {
    return HostileText.clean(hostile, MAX_TEXT);
  }
}
