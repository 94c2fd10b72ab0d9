package org.assay.provenance.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.provenance.status.Mode;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** Which extensions a certificate must and must not have. */
final class ExtensionRules {
  /** Understood, so they may be critical. */
  private static final Set<ASN1ObjectIdentifier> KNOWN =
      Set.of(
          Extension.authorityKeyIdentifier,
          Extension.subjectKeyIdentifier,
          Extension.keyUsage,
          Extension.certificatePolicies,
          Extension.policyMappings,
          Extension.subjectAlternativeName,
          Extension.basicConstraints,
          Extension.nameConstraints,
          Extension.policyConstraints,
          Extension.extendedKeyUsage,
          Extension.cRLDistributionPoints,
          Extension.inhibitAnyPolicy,
          Extension.authorityInfoAccess,
          MiscObjectIdentifiers.netscapeCertType,
          Extension.cRLNumber,
          Extension.reasonCode,
          Extension.invalidityDate);

  private ExtensionRules() {}

  /** All that is wrong, in one sentence. */
  static Optional<String> fault(Certificate certificate, KeyUsages usages, Mode mode) {
    List<String> faults = new ArrayList<>();
    boolean authority = certificate.authority();
    if (certificate
        .extension(Extension.authorityKeyIdentifier, AuthorityKeyIdentifier::getInstance)
        .isEmpty()) {
      faults.add("no authority key identifier");
    }
    if (authority
        && certificate
            .extension(Extension.subjectKeyIdentifier, SubjectKeyIdentifier::getInstance)
            .isEmpty()) {
      faults.add("no subject key identifier");
    }
    if (!authority && !usages.present()) {
      faults.add("no extended key usage");
    }
    keyUsageFault(certificate, authority, mode).ifPresent(faults::add);
    for (Object kind : certificate.holder().getCriticalExtensionOIDs()) {
      if (!KNOWN.contains(kind)) {
        faults.add("unknown critical extension " + kind);
      }
    }
    return faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
  }

  /** The reference also takes a leaf that may only sign contents or certificates. */
  private static Optional<String> keyUsageFault(
      Certificate certificate, boolean authority, Mode mode) {
    Optional<KeyUsage> usage = certificate.keyUsage();
    if (usage.isEmpty()) {
      return Optional.of("no key usage");
    }
    boolean signs = usage.get().hasUsages(KeyUsage.digitalSignature);
    boolean issues = usage.get().hasUsages(KeyUsage.keyCertSign);
    if (issues && !authority && (signs || mode == Mode.STRICT)) {
      return Optional.of("a leaf that may sign certificates");
    }
    boolean compat = issues || usage.get().hasUsages(KeyUsage.nonRepudiation);
    return signs || (compat && mode == Mode.COMPAT)
        ? Optional.empty()
        : Optional.of("no digital signature among its key usages");
  }
}
