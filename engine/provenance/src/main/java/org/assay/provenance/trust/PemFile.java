package org.assay.provenance.trust;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;

/**
 * A text file of PEM blocks (RFC 7468) with anything between them.
 *
 * @param name for messages
 */
record PemFile(String name, String text) {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final int HASH_LINE_LENGTH = 44; // Base64 of 32 bytes
  private static final Pattern IDENTIFIER = Pattern.compile("[0-2](\\.\\d+)+");

  private record Block(int line, Slice bytes) {}

  /** All certificates. */
  List<Certificate> certificates() throws IOException {
    List<Certificate> certificates = new ArrayList<>();
    for (Block block : blocks(new HashSet<>())) {
      try {
        certificates.add(Certificate.parse(block.bytes()));
      } catch (MediaException fault) {
        throw new IOException(
            "%s, line %d: %s".formatted(name, block.line(), fault.getMessage()), fault);
      }
    }
    return certificates;
  }

  /** SHA-256 of all certificates and those given as a line of Base64, in lower-case hex. */
  Set<String> hashes() throws IOException {
    Set<String> hashes = new HashSet<>();
    for (Block block : blocks(hashes)) {
      hashes.add(HexFormat.of().formatHex(Digests.sha256(block.bytes()).toArray()));
    }
    return hashes;
  }

  /** The identifiers of a list of key usages; a line is one, a comment or blank. */
  Set<String> identifiers() throws IOException {
    Set<String> identifiers = new HashSet<>();
    List<String> lines = text.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (IDENTIFIER.matcher(line).matches()) {
        identifiers.add(line);
      } else if (!line.isEmpty() && !line.startsWith("//") && !line.startsWith("#")) {
        throw new IOException(
            "%s, line %d: expected an object identifier or a comment".formatted(name, i + 1));
      }
    }
    return identifiers;
  }

  private List<Block> blocks(Set<String> hashesBetween) throws IOException {
    List<Block> blocks = new ArrayList<>();
    StringBuilder base64 = new StringBuilder();
    int begin = 0;
    int number = 0;
    for (String line : text.lines().map(String::strip).toList()) {
      number++;
      if (line.startsWith(BEGIN)) {
        begin = number;
        base64.setLength(0);
      } else if (line.startsWith(END) && begin > 0) {
        blocks.add(new Block(begin, Slice.of(decode(base64.toString(), begin))));
        begin = 0;
      } else if (begin > 0) {
        base64.append(line);
      } else if (line.length() == HASH_LINE_LENGTH && line.endsWith("=")) {
        hashesBetween.add(HexFormat.of().formatHex(decode(line, number)));
      }
    }
    if (begin > 0) {
      throw new IOException("%s, line %d: PEM block without an end".formatted(name, begin));
    }
    return blocks;
  }

  private byte[] decode(String base64, int line) throws IOException {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException fault) {
      throw new IOException("%s, line %d: no Base64".formatted(name, line), fault);
    }
  }
}
