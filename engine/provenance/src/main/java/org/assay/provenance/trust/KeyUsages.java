package org.assay.provenance.trust;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * The extended key usages of a certificate.
 *
 * @param present whether the extension is there and can be read
 * @param purposes what it names
 */
record KeyUsages(boolean present, boolean critical, List<KeyPurposeId> purposes) {

  KeyUsages {
    purposes = List.copyOf(purposes);
  }

  static KeyUsages of(Certificate certificate) {
    Optional<ExtendedKeyUsage> read =
        certificate.extension(Extension.extendedKeyUsage, ExtendedKeyUsage::getInstance);
    Extension extension = certificate.holder().getExtension(Extension.extendedKeyUsage);
    return new KeyUsages(
        read.isPresent(),
        extension != null && extension.isCritical(),
        read.map(usages -> Arrays.asList(usages.getUsages())).orElse(List.of()));
  }

  boolean contains(KeyPurposeId purpose) {
    return purposes.contains(purpose);
  }

  boolean any() {
    return contains(KeyPurposeId.anyExtendedKeyUsage);
  }

  /** Three usages are always accepted, others when they are configured. */
  boolean allowed(Set<String> configured) {
    return contains(KeyPurposeId.id_kp_emailProtection)
        || contains(KeyPurposeId.id_kp_timeStamping)
        || contains(KeyPurposeId.id_kp_OCSPSigning)
        || purposes.stream()
            .filter(purpose -> !purpose.equals(KeyPurposeId.id_kp_serverAuth))
            .filter(purpose -> !purpose.equals(KeyPurposeId.id_kp_clientAuth))
            .filter(purpose -> !purpose.equals(KeyPurposeId.id_kp_codeSigning))
            .anyMatch(purpose -> configured.contains(purpose.getId()));
  }

  /** Whether time stamping or OCSP signing stands beside another usage. */
  boolean mixed() {
    boolean special =
        contains(KeyPurposeId.id_kp_timeStamping) || contains(KeyPurposeId.id_kp_OCSPSigning);
    return special && purposes.stream().distinct().count() > 1;
  }
}
