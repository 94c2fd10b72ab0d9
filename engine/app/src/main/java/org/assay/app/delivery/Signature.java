package org.assay.app.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves to a receiver that a notice is ours and when it was sent: HMAC-SHA256 (RFC 2104) over
 * {@code timestamp + "." + body} in UTF-8, as {@code v1=} and lower-case hexadecimal digits.
 */
public final class Signature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_SECRET_BYTES = 16;

  private final SecretKeySpec key;

  /**
   * Signs with {@code secret}.
   *
   * @throws IllegalArgumentException if it has fewer than 16 bytes
   */
  public Signature(byte[] secret) {
    if (secret.length < SHORTEST_SECRET_BYTES) {
      throw new IllegalArgumentException(
          "a webhook's secret must have at least %d bytes, found %d"
              .formatted(SHORTEST_SECRET_BYTES, secret.length));
    }
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /** The header's value for a body sent at {@code timestamp}. */
  public String of(String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] digest = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
      return "v1=" + HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
    }
  }

  /** Whether {@code signature} is right, in time that does not depend on where it is wrong. */
  public boolean verifies(String signature, String timestamp, String body) {
    return MessageDigest.isEqual(
        of(timestamp, body).getBytes(StandardCharsets.UTF_8),
        signature.getBytes(StandardCharsets.UTF_8));
  }
}
