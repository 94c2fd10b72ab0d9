package org.assay.provenance.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import org.assay.provenance.trust.TrustList.Kind;
import org.assay.provenance.trust.TrustLists.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustListsTest {
  private static final TestIdentity ROOT = TestIdentity.root("O=Sample,CN=Sample Root");

  @TempDir Path folder;

  @Test
  void shippedListsAreThoseOfTheConformanceProgramme() {
    TrustLists shipped = TrustLists.shipped();
    assertThat(shipped.date()).isPresent();
    assertThat(shipped.lists()).extracting(list -> list.anchors().size()).containsExactly(30, 22);
    assertThat(shipped.lists())
        .extracting(TrustList::kinds)
        .containsExactly(Set.of(Kind.SIGNER), Set.of(Kind.TIME_STAMP));
  }

  @Test
  void namesOfFilesSayWhatTheyAre() throws Exception {
    for (String name :
        new String[] {
          "C2PA-LIST", "C2PA-TSA-LIST", "ITL-anchors", "ITL-allowed", "own", "our-CAWG-list"
        }) {
      Files.writeString(folder.resolve(name + ".pem"), pem());
    }
    Files.writeString(folder.resolve("eku.cfg"), "// mail\n\n1.3.6.1.5.5.7.3.4\n# own\n1.2.3");
    Files.writeString(folder.resolve("notes.txt"), "not a list");
    TrustLists all = TrustLists.read(folder, Profile.ALL);
    assertThat(all.extendedKeyUsages()).containsExactlyInAnyOrder("1.3.6.1.5.5.7.3.4", "1.2.3");
    assertThat(all.lists()).hasSize(6);
    assertThat(list(all, "C2PA-LIST").kinds()).containsExactly(Kind.SIGNER);
    assertThat(list(all, "C2PA-TSA-LIST").kinds()).containsExactly(Kind.TIME_STAMP);
    assertThat(list(all, "ITL-anchors").kinds()).containsExactly(Kind.SIGNER);
    assertThat(list(all, "ITL-allowed").anchors()).isEmpty();
    assertThat(list(all, "ITL-allowed").endEntities()).hasSize(1);
    assertThat(list(all, "own").kinds()).containsExactlyInAnyOrder(Kind.SIGNER, Kind.IDENTITY);
    assertThat(list(all, "our-CAWG-list").kinds()).containsExactly(Kind.IDENTITY);
    assertThat(TrustLists.read(folder, Profile.C2PA).lists())
        .extracting(TrustList::name)
        .containsExactly("C2PA-LIST", "C2PA-TSA-LIST");
    assertThat(TrustLists.read(folder, Profile.NONE)).isEqualTo(TrustLists.none());
  }

  @Test
  void linesOfHashesStandForCertificates() throws Exception {
    byte[] hash = Digests.sha256(ROOT.certificate().der()).toArray();
    Files.writeString(
        folder.resolve("allowed.pem"), "# one\n" + Base64.getEncoder().encodeToString(hash) + "\n");
    assertThat(list(TrustLists.read(folder, Profile.ALL), "allowed").endEntities())
        .containsExactly(java.util.HexFormat.of().formatHex(hash));
  }

  @Test
  void faultsAreNamedByFileAndLine() throws Exception {
    refused("broken.pem", "text\n" + pem().replace("-----END", "-----ENT"), "broken.pem, line 3");
    refused("base64.pem", "-----BEGIN X-----\n!\n-----END X-----\n", "base64.pem, line 1");
    refused("other.pem", "\n-----BEGIN X-----\nAAAA\n-----END X-----\n", "other.pem, line 2: cert");
    refused("eku.cfg", "1.2.3\nmail\n", "eku.cfg, line 2");
    assertThatThrownBy(() -> TrustLists.read(folder.resolve("nowhere"), Profile.ALL))
        .isInstanceOf(IOException.class);
  }

  private void refused(String name, String text, String message) throws IOException {
    Files.writeString(folder.resolve(name), text);
    assertThatThrownBy(() -> TrustLists.read(folder, Profile.ALL))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
    Files.delete(folder.resolve(name));
  }

  private static TrustList list(TrustLists lists, String name) {
    return lists.lists().stream()
        .filter(list -> list.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String pem() {
    return "Subject: somebody\n-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(ROOT.der())
        + "\n-----END CERTIFICATE-----\n";
  }
}
