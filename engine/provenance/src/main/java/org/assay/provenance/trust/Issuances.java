package org.assay.provenance.trust;

import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.provenance.bytes.Slice;

/**
 * Remembers which certificate signed which: most items share the upper part of their chains. The
 * answer depends on nothing but the bytes. Safe for concurrent use.
 */
final class Issuances {
  private static final int MAX_ENTRIES = 1024;
  private static final int MAX_CERTIFICATE_BYTES = 8192;

  private final SignatureScheme.Limits limits;
  private final Map<Pair, Boolean> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Boolean> eldest) {
          return size() > MAX_ENTRIES;
        }
      };

  Issuances(SignatureScheme.Limits limits) {
    this.limits = limits;
  }

  private record Pair(Slice certificate, Slice issuer) {}

  /** Whether the key of the issuer made the signature of the certificate. */
  boolean signed(Certificate certificate, Certificate issuer) {
    Pair pair = new Pair(certificate.der(), issuer.der());
    synchronized (known) {
      Boolean answer = known.get(pair);
      if (answer != null) {
        return answer;
      }
    }
    boolean answer = certificate.signedBy(issuer, limits);
    boolean small =
        certificate.der().length() <= MAX_CERTIFICATE_BYTES
            && issuer.der().length() <= MAX_CERTIFICATE_BYTES;
    if (small) {
      Pair copy =
          new Pair(Slice.of(pair.certificate().toArray()), Slice.of(pair.issuer().toArray()));
      synchronized (known) {
        known.put(copy, answer);
      }
    }
    return answer;
  }
}
