package org.assay.provenance.validation;

import static org.assay.provenance.cbor.CborWriter.array;
import static org.assay.provenance.cbor.CborWriter.map;
import static org.assay.provenance.cbor.CborWriter.text;
import static org.assay.provenance.validation.TestManifest.acting;
import static org.assay.provenance.validation.TestManifest.action;
import static org.assay.provenance.validation.TestManifest.actions;
import static org.assay.provenance.validation.TestManifest.ingredient;
import static org.assay.provenance.validation.TestManifest.on;
import static org.assay.provenance.validation.TestManifest.recorded;
import static org.assay.provenance.validation.TestManifest.sound;
import static org.assay.provenance.validation.TestManifest.stranger;
import static org.assay.provenance.validation.TestManifest.urn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assay.provenance.c2pa.JumbfUri;
import org.assay.provenance.c2pa.Rubric;
import org.assay.provenance.c2pa.RubricSignal;
import org.assay.provenance.cose.SignatureReport;
import org.assay.provenance.status.Mode;
import org.assay.provenance.status.Status;
import org.assay.provenance.status.StatusCode;
import org.junit.jupiter.api.Test;

class IngredientRulesTest {

  @Test
  void intactParentIsValidated() throws Exception {
    TestManifest parent = sound(urn(1));
    ValidationReport report = Judged.of(parent, child(2, parent, ingredient("parentOf", parent)));
    assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
    assertThat(report.ingredients()).hasSize(1);
    assertThat(report.ingredients().get(0).manifest()).isEqualTo(urn(1));
    assertThat(report.ingredients().get(0).statuses())
        .extracting(status -> status.code().code())
        .contains("ingredient.manifest.validated", "claimSignature.validated");
  }

  @Test
  void parentThatChangedSinceIsNot() throws Exception {
    TestManifest parent = sound(urn(1));
    byte[] asserted = ingredient("parentOf", parent);
    TestManifest changed = sound(urn(1)).generator("other");
    assertThat(Judged.failures(Judged.of(changed, child(2, parent, asserted))))
        .containsExactly("ingredient.manifest.mismatch");
  }

  @Test
  void parentThatIsNotThereIsMissing() throws Exception {
    TestManifest parent = sound(urn(1));
    assertThat(Judged.failures(Judged.of(child(2, parent, ingredient("parentOf", parent)))))
        .containsExactly("ingredient.manifest.missing");
  }

  @Test
  void ingredientWithoutManifestIsOfUnknownProvenanceUnlessItWasOnlyInput() throws Exception {
    for (String relationship : List.of("componentOf", "inputTo")) {
      ValidationReport report =
          Judged.of(sound(urn(1)).created("c2pa.ingredient.v3", stranger(relationship)));
      assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
      assertThat(report.ingredients().get(0).statuses())
          .hasSize(relationship.equals("inputTo") ? 0 : 1);
    }
  }

  @Test
  void ingredientOfVersion3RecordsWhatWasFound() throws Exception {
    TestManifest parent = sound(urn(1));
    byte[] silent =
        map(
            text("relationship"),
            text("componentOf"),
            text("activeManifest"),
            TestManifest.uri(JumbfUri.ofManifest(urn(1)), parent.box()));
    TestManifest child = sound(urn(2)).created("c2pa.ingredient.v3", silent);
    assertThat(Judged.failures(Judged.of(parent, child)))
        .containsExactly("assertion.ingredient.malformed");
  }

  @Test
  void failureThatWasRecordedIsNoNews() throws Exception {
    TestManifest parent = sound(urn(1)).created("c2pa.actions.v2", actions(action("c2pa.edited")));
    byte[] plain = ingredient("componentOf", parent);
    byte[] known =
        ingredient("componentOf", parent, recorded("assertion.action.malformed", urn(1)));
    assertThat(Judged.failures(Judged.of(parent, with(plain))))
        .containsExactly("assertion.action.malformed");
    assertThat(Judged.failures(Judged.of(parent, with(known)))).isEmpty();
  }

  @Test
  void certificateThatRanOutSinceIsNoNewsIfItWasSeenValid() throws Exception {
    TestManifest parent = sound(urn(1));
    String url = JumbfUri.ofSignature(urn(1));
    byte[] seen = ingredient("componentOf", parent, recorded("claimSignature.insideValidity", url));
    for (byte[] asserted : List.of(ingredient("componentOf", parent), seen)) {
      ValidationReport report =
          Judged.of(
              Mode.STRICT,
              TestManifest.store(parent, with(asserted)),
              claim -> {
                List<Status> statuses = new ArrayList<>(Judged.TRUSTED.validate(claim).statuses());
                if (claim.url().equals(url)) {
                  statuses.add(new Status(StatusCode.SIGNING_CREDENTIAL_EXPIRED, url, ""));
                }
                return new SignatureReport(Optional.empty(), statuses);
              },
              Judged.MATCHING);
      assertThat(report.failures()).hasSize(asserted == seen ? 0 : 1);
    }
  }

  @Test
  void circleOfIngredientsIsRefused() throws Exception {
    TestManifest first = sound(urn(1));
    TestManifest second = sound(urn(2)).created("c2pa.ingredient.v3", ingredient("inputTo", first));
    TestManifest circular =
        sound(urn(1)).created("c2pa.ingredient.v3", ingredient("inputTo", second));
    ValidationReport report = Judged.of(circular, second);
    assertThat(report.error()).hasValueSatisfying(e -> assertThat(e).contains("circle"));
    assertThat(Judged.failures(report)).contains("assertion.ingredient.malformed");
  }

  @Test
  void diamondsAreWalkedOnceHoweverManyWaysLeadThrough() throws Exception {
    List<TestManifest> manifests = new ArrayList<>(List.of(sound(urn(1))));
    for (int i = 2; i <= 60; i++) {
      TestManifest before = manifests.get(manifests.size() - 1);
      manifests.add(
          sound(urn(i))
              .created("c2pa.ingredient.v3", ingredient("inputTo", before))
              .created("c2pa.ingredient.v3__1", ingredient("componentOf", before)));
    }
    AtomicInteger signatures = new AtomicInteger();
    ValidationReport report =
        Judged.of(
            Mode.STRICT,
            TestManifest.store(manifests.toArray(TestManifest[]::new)),
            claim -> {
              signatures.incrementAndGet();
              return Judged.TRUSTED.validate(claim);
            },
            Judged.MATCHING);
    assertThat(report.state()).isEqualTo(ValidationState.TRUSTED);
    assertThat(signatures).hasValue(60);
  }

  @Test
  void chainOfMoreIngredientsThanAnybodyNeedsIsRefused() throws Exception {
    List<TestManifest> manifests = new ArrayList<>(List.of(sound(urn(1))));
    for (int i = 2; i <= 230; i++) {
      TestManifest before = manifests.get(manifests.size() - 1);
      manifests.add(sound(urn(i)).created("c2pa.ingredient.v3", ingredient("inputTo", before)));
    }
    assertThat(Judged.of(manifests.toArray(TestManifest[]::new)).error()).isPresent();
  }

  @Test
  void twoParentsAreOneTooMany() throws Exception {
    TestManifest child =
        sound(urn(1))
            .created("c2pa.ingredient.v3", stranger("parentOf"))
            .created("c2pa.ingredient.v3__1", stranger("parentOf"));
    assertThat(Judged.failures(Judged.of(child))).containsExactly("manifest.multipleParents");
  }

  @Test
  void updateTakesTheHardBindingOfItsParent() throws Exception {
    TestManifest parent = sound(urn(1));
    TestManifest update =
        new TestManifest(urn(2))
            .update()
            .created("c2pa.ingredient.v3", ingredient("parentOf", parent));
    ValidationReport report = Judged.of(parent, update);
    assertThat(report.failures()).isEmpty();
    assertThat(report.active())
        .filteredOn(status -> status.code() == StatusCode.ASSERTION_DATA_HASH_MATCH)
        .extracting(Status::url)
        .containsExactly(JumbfUri.ofAssertion(urn(1), "c2pa.hash.data"));
  }

  @Test
  void updateChangesNothingThatIsShown() throws Exception {
    TestManifest parent = sound(urn(1));
    TestManifest update =
        new TestManifest(urn(2))
            .update()
            .created("c2pa.ingredient.v3", ingredient("parentOf", parent))
            .created("c2pa.actions.v2", actions(action("c2pa.cropped")));
    assertThat(Judged.failures(Judged.of(parent, update)))
        .containsExactly("manifest.update.invalid");
  }

  @Test
  void redactedAssertionMayBeGoneButTheSignatureHasToBeTheSame() throws Exception {
    byte[] secret = map(text("secret"), text("x"));
    TestManifest whole = sound(urn(1)).created("org.secret", secret);
    byte[] asserted = ingredient("parentOf", whole);
    TestManifest redacted = sound(urn(1)).created("org.secret", secret).removed("org.secret");
    String uri = JumbfUri.ofAssertion(urn(1), "org.secret");
    TestManifest child =
        child(2, whole, asserted)
            .field("redacted_assertions", array(text(uri)))
            .created(
                "c2pa.actions.v2",
                actions(
                    on("c2pa.opened", "c2pa.ingredient.v3"),
                    acting("c2pa.redacted", text("redacted"), text(uri))));
    ValidationReport report = Judged.of(redacted, child);
    assertThat(report.failures()).isEmpty();
    assertThat(report.ingredients().get(0).statuses())
        .extracting(Status::code)
        .contains(StatusCode.INGREDIENT_CLAIM_SIGNATURE_VALIDATED);
    TestManifest forged =
        sound(urn(1))
            .created("org.secret", secret)
            .removed("org.secret")
            .signed(claim -> text("another signature"));
    assertThat(Judged.failures(Judged.of(forged, child)))
        .containsExactly("ingredient.claimSignature.mismatch");
  }

  @Test
  void actionsHashesAndOnesOwnAssertionsCannotBeRedacted() throws Exception {
    String own = JumbfUri.ofAssertion(urn(1), "org.test");
    String actions = JumbfUri.ofAssertion(urn(2), "c2pa.actions.v2");
    String hash = JumbfUri.ofAssertion(urn(2), "c2pa.hash.data");
    TestManifest manifest =
        sound(urn(1)).field("redacted_assertions", array(text(own), text(actions), text(hash)));
    assertThat(Judged.failures(Judged.of(manifest)))
        .containsExactly(
            "assertion.action.redacted", "assertion.dataHash.redacted", "assertion.selfRedacted");
  }

  @Test
  void rubricFollowsIngredientsAndSaysWhichWay() throws Exception {
    TestManifest parent = sound(urn(1));
    TestManifest child = child(2, parent, ingredient("parentOf", parent));
    assertThat(Rubric.read(TestManifest.store(parent, child)))
        .filteredOn(one -> one.signal() == RubricSignal.FULLY_GENERATED)
        .singleElement()
        .satisfies(one -> assertThat(one.path()).containsExactly(urn(2), urn(1)));
  }

  private static TestManifest with(byte[] ingredient) {
    return sound(urn(2)).created("c2pa.ingredient.v3", ingredient);
  }

  private static TestManifest child(int number, TestManifest parent, byte[] ingredient) {
    assertThat(parent.label()).isNotEqualTo(urn(number));
    return sound(urn(number))
        .created("c2pa.ingredient.v3", ingredient)
        .created("c2pa.actions.v2", actions(on("c2pa.opened", "c2pa.ingredient.v3")));
  }
}
