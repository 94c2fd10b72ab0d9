package org.assay.provenance.trust;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/** An X.509 certificate as it stands; nothing about it has been checked. Immutable. */
public final class Certificate {
  private final Slice der;
  private final Slice signed;
  private final X509CertificateHolder holder;
  private final Slice issuerName;
  private final Slice subjectName;

  private Certificate(Slice der, Slice signed, X509CertificateHolder holder) {
    this.der = der;
    this.signed = signed;
    this.holder = holder;
    this.issuerName = encoded(holder.getIssuer());
    this.subjectName = encoded(holder.getSubject());
  }

  /**
   * Parses the certificate that the bytes start with.
   *
   * @throws MediaException if it is none
   */
  public static Certificate parse(Slice bytes) throws MediaException {
    Slice der = Asn1.element("certificate", bytes);
    byte[] item = der.toArray();
    Slice signed = Asn1.element("certificate body", Asn1.content("certificate", der));
    Certificate parsed =
        Asn1.guard(
            "certificate", () -> new Certificate(der, signed, new X509CertificateHolder(item)));
    Asn1.guard("certificate", parsed::touch);
    return parsed;
  }

  /** Bouncy Castle parses some fields only when they are asked for. */
  private Instant touch() {
    Objects.requireNonNull(holder.getSubjectPublicKeyInfo());
    holder.getExtensionOIDs();
    notBefore();
    return notAfter();
  }

  /** Its encoding. */
  public Slice der() {
    return der;
  }

  /** The exact bytes that its issuer signed. */
  Slice signed() {
    return signed;
  }

  /** The parsed structure. */
  X509CertificateHolder holder() {
    return holder;
  }

  /** Its public key. */
  public SubjectPublicKeyInfo publicKey() {
    return holder.getSubjectPublicKeyInfo();
  }

  /** First second of its validity. */
  public Instant notBefore() {
    return holder.getNotBefore().toInstant();
  }

  /** Last second of its validity. */
  public Instant notAfter() {
    return holder.getNotAfter().toInstant();
  }

  /** Whether the instant lies in its validity, both ends included, in whole seconds. */
  public boolean validAt(Instant instant) {
    long second = instant.getEpochSecond();
    return second >= notBefore().getEpochSecond() && second <= notAfter().getEpochSecond();
  }

  /** The subject for people; hostile text. */
  public String subject() {
    return readable(() -> holder.getSubject().toString());
  }

  /** The last organisation of the subject; hostile text, empty when there is none. */
  public String organization() {
    return readable(() -> last(BCStyle.O));
  }

  /** The last common name of the subject; hostile text, empty when there is none. */
  public String commonName() {
    return readable(() -> last(BCStyle.CN));
  }

  /** Names are decoded only when they are asked for; one that cannot be decoded is no name. */
  private static String readable(Supplier<String> name) {
    try {
      return name.get();
    } catch (IllegalArgumentException | IllegalStateException undecodable) {
      return "";
    }
  }

  private String last(ASN1ObjectIdentifier kind) {
    List<String> values = new ArrayList<>();
    for (RDN part : holder.getSubject().getRDNs()) {
      for (AttributeTypeAndValue attribute : part.getTypesAndValues()) {
        ASN1Encodable value = attribute.getValue();
        if (attribute.getType().equals(kind) && value instanceof ASN1String text) {
          values.add(text.getString());
        }
      }
    }
    return values.isEmpty() ? "" : values.get(values.size() - 1);
  }

  /** Whether the issuer's name is, byte for byte, the subject of the other. */
  boolean namesAsIssuer(Certificate other) {
    return issuerName.equals(other.subjectName);
  }

  boolean selfIssued() {
    return namesAsIssuer(this);
  }

  static Slice encoded(X500Name name) {
    try {
      return Slice.of(name.getEncoded());
    } catch (IOException impossible) {
      throw new IllegalStateException("a parsed name cannot be encoded", impossible);
    }
  }

  /** Whether basic constraints say that it may issue others. */
  boolean authority() {
    return basicConstraints().map(BasicConstraints::isCA).orElse(false);
  }

  /** Empty when it is missing or malformed. */
  Optional<BasicConstraints> basicConstraints() {
    return extension(Extension.basicConstraints, BasicConstraints::getInstance);
  }

  /** Empty when it is missing or malformed. */
  Optional<KeyUsage> keyUsage() {
    return extension(Extension.keyUsage, KeyUsage::getInstance);
  }

  /** An extension's value; empty when it is missing or malformed. */
  <T> Optional<T> extension(ASN1ObjectIdentifier kind, Function<ASN1Encodable, T> reader) {
    Extension extension = holder.getExtension(kind);
    if (extension == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(extension.getParsedValue()));
    } catch (RuntimeException malformed) {
      return Optional.empty(); // the profile refuses what it needs and does not find
    }
  }

  /** Whether the key of the issuer made the signature of this certificate. */
  boolean signedBy(Certificate issuer, SignatureScheme.Limits limits) {
    return SignatureScheme.of(holder.getSignatureAlgorithm())
        .map(scheme -> scheme.verifies(issuer.publicKey(), signed, holder.getSignature(), limits))
        .orElse(false);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Certificate that && der.equals(that.der);
  }

  @Override
  public int hashCode() {
    return der.hashCode();
  }

  @Override
  public String toString() {
    return subject();
  }
}
