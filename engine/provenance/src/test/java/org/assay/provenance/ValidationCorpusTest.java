package org.assay.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.json.Json;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode.Kind;
import org.assay.provenance.trust.TrustLists;
import org.assay.provenance.trust.TrustLists.Profile;
import org.assay.provenance.validation.ValidationReport;
import org.assay.provenance.validation.ValidationState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** States and status codes against the reference validator's answers. */
@Tag("corpus")
class ValidationCorpusTest {
  private static final Instant WHEN = Instant.parse("2026-11-24T00:00:00Z");

  /** What one file was found to be; {@code present} is false without any manifest. */
  private record Answer(
      Optional<ValidationState> state, boolean present, Set<String> failures, Set<String> others) {
    boolean accepted() {
      return state.filter(one -> one != ValidationState.INVALID).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void statesAndCodesAgreeWithTheReference(Profile profile) throws Exception {
    Path corpus = Corpus.folder("c2pa");
    ProvenanceValidator validator =
        new ProvenanceValidator(
            TrustLists.read(corpus.resolve("trust"), profile),
            Mode.COMPAT,
            Clock.fixed(WHEN, ZoneOffset.UTC));
    int files = 0;
    int judged = 0;
    List<String> states = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<String> accepted = new ArrayList<>();
    for (Map<String, String> row : Corpus.rows(corpus.resolve("index.csv"))) {
      String name = row.get("file");
      if (name.startsWith("fragments/")) {
        continue;
      }
      files++;
      Json.Map oracle = oracle(corpus.resolve("expected/" + name + ".json"), profile);
      Answer answer = answer(validator, corpus.resolve("files/" + name));
      Optional<String> state = oracle.text("state");
      if (answer.accepted() && state.filter(s -> !s.equals("Invalid")).isEmpty()) {
        accepted.add(name);
      }
      if (state.isEmpty()) {
        boolean none = oracle.text("error").orElse("").contains("JumbfNotFound");
        if (answer.accepted() || (none && answer.present())) {
          states.add(name + " refused by the reference, found " + answer);
        }
        continue;
      }
      judged++;
      if (!answer.state().map(ValidationState::term).equals(state)) {
        states.add(name + " expected " + state.get() + ", found " + answer);
      }
      compare(name, codes(oracle, true, "failure"), answer.failures(), failures);
      Set<String> positive = codes(oracle, false, "success");
      positive.addAll(codes(oracle, false, "informational"));
      compare(name, positive, answer.others(), others);
    }
    System.out.printf(
        "%s: files %d, states %.2f %%, failure codes %.2f %%, other codes %.2f %%, false accepts %d%n",
        profile,
        files,
        100.0 * (files - states.size()) / files,
        100.0 * (judged - failures.size()) / judged,
        100.0 * (judged - others.size()) / judged,
        accepted.size());
    states.forEach(line -> System.out.println("state: " + line));
    failures.forEach(line -> System.out.println("failures: " + line));
    others.forEach(line -> System.out.println("others: " + line));
    assertThat(accepted).as("false accepts").isEmpty();
    assertThat(states.size()).as("states %s", states).isLessThanOrEqualTo(files / 100);
    assertThat(failures.size()).as("codes %s", failures).isLessThanOrEqualTo(judged * 3 / 100);
  }

  private static void compare(
      String name, Set<String> expected, Set<String> found, List<String> differences) {
    TreeSet<String> missing = new TreeSet<>(expected);
    missing.removeAll(found);
    TreeSet<String> extra = new TreeSet<>(found);
    extra.removeAll(expected);
    if (!missing.isEmpty() || !extra.isEmpty()) {
      differences.add(name + " missing " + missing + " extra " + extra);
    }
  }

  private static Answer answer(ProvenanceValidator validator, Path file) throws Exception {
    try {
      ValidatedCredentials validated = validator.validate(file);
      Optional<ValidationReport> report = validated.report();
      TreeSet<String> failures = new TreeSet<>();
      TreeSet<String> others = new TreeSet<>();
      report.ifPresent(
          one -> {
            one.failures().forEach(status -> failures.add(status.code().code()));
            one.active().stream()
                .filter(status -> status.code().kind() != Kind.FAILURE)
                .map(Status::code)
                .forEach(code -> others.add(code.code()));
          });
      return new Answer(
          report.map(ValidationReport::state), validated.credentials().present(), failures, others);
    } catch (MediaException unreadable) {
      return new Answer(Optional.empty(), false, new TreeSet<>(), new TreeSet<>());
    }
  }

  private static Json.Map oracle(Path expected, Profile profile) throws Exception {
    Json.Map whole = (Json.Map) Json.parse(Slice.of(Files.readAllBytes(expected)));
    return whole
        .object("profiles")
        .flatMap(profiles -> profiles.object(profile.name().toLowerCase(java.util.Locale.ROOT)))
        .orElseThrow();
  }

  private static Set<String> codes(Json.Map oracle, boolean ingredients, String kind) {
    TreeSet<String> codes = new TreeSet<>();
    Optional<Json.Map> results = oracle.object("results");
    results
        .flatMap(one -> one.object("activeManifest"))
        .ifPresent(group -> addCodes(group, kind, codes));
    if (ingredients) {
      for (Json delta : results.map(one -> one.array("ingredientDeltas")).orElse(List.of())) {
        Json.Map object = (Json.Map) delta;
        addCodes(object.object("validationDeltas").orElse(object), kind, codes);
      }
    }
    return codes;
  }

  private static void addCodes(Json.Map group, String kind, Set<String> codes) {
    for (Json status : group.array(kind)) {
      codes.add(((Json.Map) status).text("code").orElseThrow());
    }
  }
}
