package org.assay.provenance.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * JUMBF URIs of a manifest store, C2PA 2.2 section 8.3: {@code self#jumbf=/c2pa/MANIFEST/…} from
 * the root of the store, {@code self#jumbf=c2pa.assertions/…} from a manifest. Everything in them
 * is hostile text; what is not such a URI gives an empty answer, never an exception.
 */
public final class JumbfUri {
  private static final String PREFIX = "self#jumbf=";
  private static final String STORE = "c2pa";
  private static final String ASSERTIONS = "c2pa.assertions";
  private static final String DATA_BOXES = "c2pa.databoxes";

  private JumbfUri() {}

  /** Of a manifest. */
  public static String ofManifest(String manifest) {
    return PREFIX + "/" + STORE + "/" + manifest;
  }

  /** Of an assertion. */
  public static String ofAssertion(String manifest, String label) {
    return ofManifest(manifest) + "/" + ASSERTIONS + "/" + label;
  }

  /** Of the box with the claim's signature. */
  public static String ofSignature(String manifest) {
    return ofManifest(manifest) + "/c2pa.signature";
  }

  /** Label of the manifest that a URI from the root names; empty for one from a manifest. */
  public static Optional<String> manifest(String uri) {
    String[] parts = path(uri).split("/", -1);
    return parts.length > 2 && parts[1].equals(STORE) ? Optional.of(parts[2]) : Optional.empty();
  }

  /** Label of the assertion or data box that a URI of either form names. */
  public static Optional<String> assertion(String uri) {
    String[] parts = path(uri).split("/", -1);
    if (parts.length > 4
        && parts[1].equals(STORE)
        && (parts[3].equals(ASSERTIONS) || parts[3].equals(DATA_BOXES))) {
      return Optional.of(parts[4]);
    }
    return parts.length > 1 && parts[0].equals(ASSERTIONS)
        ? Optional.of(parts[1])
        : Optional.empty();
  }

  /** Whatever stands after the last slash. */
  public static String lastLabel(String uri) {
    String path = path(uri);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The same URI from the root; one that starts there already stays as it is. */
  public static String absolute(String manifest, String uri) {
    return manifest(uri).isPresent() ? uri : ofManifest(manifest) + "/" + path(uri);
  }

  /** Undoes percent encoding; what is not properly encoded stays as it is. */
  public static String decoded(String label) {
    if (label.indexOf('%') < 0) {
      return label;
    }
    byte[] utf8 = label.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(utf8.length);
    for (int i = 0; i < utf8.length; i++) {
      int high = utf8[i] == '%' && i + 2 < utf8.length ? Character.digit(utf8[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(utf8[i + 2], 16);
      if (low < 0) {
        plain.write(utf8[i]);
      } else {
        plain.write(high << 4 | low);
        i += 2;
      }
    }
    return plain.toString(StandardCharsets.UTF_8);
  }

  private static String path(String uri) {
    int equals = uri.indexOf('=');
    String path = equals < 0 ? uri : uri.substring(equals + 1);
    int second = path.indexOf('=');
    path = second < 0 ? path : path.substring(0, second);
    return path.startsWith(STORE + "/") ? "/" + path : path;
  }
}
