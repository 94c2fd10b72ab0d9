package org.assay.provenance.validation;

import static org.assay.provenance.cbor.CborWriter.array;
import static org.assay.provenance.cbor.CborWriter.bytes;
import static org.assay.provenance.cbor.CborWriter.map;
import static org.assay.provenance.cbor.CborWriter.number;
import static org.assay.provenance.cbor.CborWriter.text;
import static org.assay.provenance.validation.TestManifest.GENERATED;
import static org.assay.provenance.validation.TestManifest.acting;
import static org.assay.provenance.validation.TestManifest.action;
import static org.assay.provenance.validation.TestManifest.actions;
import static org.assay.provenance.validation.TestManifest.on;
import static org.assay.provenance.validation.TestManifest.sound;
import static org.assay.provenance.validation.TestManifest.stranger;
import static org.assay.provenance.validation.TestManifest.urn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.assay.provenance.status.Mode;
import org.junit.jupiter.api.Test;

class ActionRulesTest {
  private static final byte[] CREATED = action("c2pa.created", GENERATED);
  private static final String MALFORMED = "assertion.action.malformed";
  private static final String MISMATCH = "assertion.action.ingredientMismatch";

  @Test
  void historyStartsWithOneOpening() throws Exception {
    assertThat(failures(CREATED, action("c2pa.edited"))).isEmpty();
    assertThat(failures(action("c2pa.edited"), CREATED)).containsExactly(MALFORMED);
    assertThat(failures(CREATED, CREATED)).containsExactly(MALFORMED);
    assertThat(failures(action(""))).containsExactly(MALFORMED);
    assertThat(Judged.failures(Judged.of(sound(urn(1)).without("c2pa.actions.v2"))))
        .containsExactly(MALFORMED);
  }

  @Test
  void listWithoutActionsRefusesTheStore() throws Exception {
    ValidationReport report = Judged.of(sound(urn(1)).created("c2pa.actions.v2", actions()));
    assertThat(report.error()).isPresent();
    assertThat(Judged.failures(report)).contains(MALFORMED);
  }

  @Test
  void listThatIsNoneRefusesTheStore() throws Exception {
    byte[] wrong = map(text("actions"), array(map(text("action"), number(1))));
    assertThat(Judged.of(sound(urn(1)).created("c2pa.actions.v2", wrong)).error()).isPresent();
  }

  @Test
  void creationSaysFromWhat() throws Exception {
    assertThat(failures(action("c2pa.created"))).containsExactly(MALFORMED);
  }

  @Test
  void openedNeedsExactlyOneParent() throws Exception {
    assertThat(onParent(on("c2pa.opened", "c2pa.ingredient.v3"))).isEmpty();
    assertThat(onParent(action("c2pa.opened"))).containsExactly(MISMATCH);
    assertThat(onParent(on("c2pa.opened"))).containsExactly(MISMATCH);
    assertThat(onParent(on("c2pa.opened", "c2pa.ingredient.v3__1"))).containsExactly(MISMATCH);
  }

  @Test
  void placedAndRemovedNeedAComponent() throws Exception {
    for (String name : Set.of("c2pa.placed", "c2pa.removed")) {
      assertThat(onComponent(CREATED, on(name, "c2pa.ingredient.v3"))).isEmpty();
      assertThat(onParent(CREATED, on(name, "c2pa.ingredient.v3"))).containsExactly(MISMATCH);
      assertThat(onComponent(CREATED, action(name))).containsExactly(MISMATCH);
    }
  }

  @Test
  void transcodedNeedsAParentOnlyIfItNamesAnIngredient() throws Exception {
    assertThat(failures(CREATED, action("c2pa.transcoded"))).isEmpty();
    assertThat(onParent(CREATED, on("c2pa.transcoded", "c2pa.ingredient.v3"))).isEmpty();
    assertThat(onComponent(CREATED, on("c2pa.repackaged", "c2pa.ingredient.v3")))
        .containsExactly(MISMATCH);
  }

  @Test
  void translationSaysFromAndTo() throws Exception {
    byte[] good =
        acting(
            "c2pa.translated",
            text("sourceLanguage"),
            text("en"),
            text("targetLanguage"),
            text("fr"));
    assertThat(failures(CREATED, good)).isEmpty();
    assertThat(failures(CREATED, action("c2pa.translated"))).containsExactly(MALFORMED);
  }

  @Test
  void watermarkNeedsASoftBinding() throws Exception {
    byte[] bound = action("c2pa.watermarked.bound");
    assertThat(failures(CREATED, bound)).containsExactly("assertion.action.softBindingMissing");
    TestManifest manifest =
        sound(urn(1))
            .created("c2pa.actions.v2", actions(CREATED, bound))
            .created("c2pa.soft-binding", map(text("alg"), text("com.adobe.trustmark.P")));
    assertThat(Judged.failures(Judged.of(Mode.STRICT, TestManifest.store(manifest)))).isEmpty();
  }

  @Test
  void softBindingOfAnUnknownKindFailsOnlyByTheSpecification() throws Exception {
    TestManifest manifest =
        sound(urn(1)).created("c2pa.soft-binding", map(text("alg"), text("nobody.knows")));
    assertThat(Judged.failures(Judged.of(manifest))).isEmpty();
    assertThat(Judged.failures(Judged.of(Mode.STRICT, TestManifest.store(manifest))))
        .containsExactly("algorithm.unsupported");
  }

  @Test
  void relatedAssertionsAreThereAndOfOtherKinds() throws Exception {
    assertThat(failures(CREATED, related())).containsExactly(MALFORMED);
    assertThat(failures(CREATED, related("c2pa.hash.data"))).isEmpty();
    assertThat(failures(CREATED, related("c2pa.actions.v2"))).containsExactly(MALFORMED);
    assertThat(failures(CREATED, related("org.nowhere"))).containsExactly(MALFORMED);
  }

  @Test
  void redactionNamesWhatTheOtherManifestClaims() throws Exception {
    byte[] nowhere = acting("c2pa.redacted", text("redacted"), text("self#jumbf=/c2pa/x/y"));
    assertThat(failures(CREATED, nowhere)).containsExactly("assertion.action.redactionMismatch");
    String here = "self#jumbf=/c2pa/" + urn(1) + "/c2pa.assertions/";
    assertThat(failures(CREATED, acting("c2pa.redacted", text("redacted"), text(here + "no"))))
        .containsExactly("assertion.notRedacted");
    assertThat(
            failures(
                CREATED, acting("c2pa.redacted", text("redacted"), text(here + "c2pa.hash.data"))))
        .isEmpty();
  }

  @Test
  void iconOfAProgramHasToBeThere() throws Exception {
    byte[] icon =
        map(text("url"), text("self#jumbf=c2pa.databoxes/x"), text("hash"), bytes(new byte[32]));
    byte[] agent = map(text("name"), text("tool"), text("icon"), icon);
    byte[] edited = map(text("action"), text("c2pa.edited"), text("softwareAgent"), agent);
    assertThat(failures(CREATED, edited)).containsExactly("assertion.missing");
  }

  private static byte[] related(String... labels) {
    byte[][] uris = new byte[labels.length][];
    for (int i = 0; i < labels.length; i++) {
      uris[i] = TestManifest.uri("self#jumbf=c2pa.assertions/" + labels[i], new byte[8]);
    }
    return acting("c2pa.edited", text("relatedAssertions"), array(uris));
  }

  private static Set<String> failures(byte[]... actions) throws Exception {
    return Judged.failures(Judged.of(sound(urn(1)).created("c2pa.actions.v2", actions(actions))));
  }

  private static Set<String> onParent(byte[]... actions) throws Exception {
    return with("parentOf", actions);
  }

  private static Set<String> onComponent(byte[]... actions) throws Exception {
    return with("componentOf", actions);
  }

  private static Set<String> with(String relationship, byte[]... actions) throws Exception {
    return Judged.failures(
        Judged.of(
            sound(urn(1))
                .created("c2pa.ingredient.v3", stranger(relationship))
                .created("c2pa.actions.v2", actions(actions))));
  }
}
