package org.assay.provenance.cose;

import static org.assay.provenance.cbor.CborWriter.array;
import static org.assay.provenance.cbor.CborWriter.bytes;
import static org.assay.provenance.cbor.CborWriter.map;
import static org.assay.provenance.cbor.CborWriter.none;
import static org.assay.provenance.cbor.CborWriter.number;
import static org.assay.provenance.cbor.CborWriter.tag;
import static org.assay.provenance.cbor.CborWriter.text;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.trust.TestIdentity;

/** Signs a claim for tests, and does wrong what a test wants wrong. */
public final class TestCose {
  /** The claim that is signed. */
  public static final byte[] CLAIM = "the claim".getBytes(StandardCharsets.UTF_8);

  private final TestIdentity signer;
  private int algorithm = -7;
  private List<byte[]> chain;
  private byte[] payload = CLAIM;
  private byte[] payloadItem = none();
  private boolean chainOutside;
  private final List<Function<CoseSign1, byte[][]>> unprotected = new ArrayList<>();

  /** Signs as someone. */
  public TestCose(TestIdentity signer) {
    this.signer = signer;
    this.chain = signer.sent();
  }

  /** Writes another number as the algorithm; signs with what fits it. */
  public TestCose algorithm(int number) {
    algorithm = number;
    return this;
  }

  /** Sends other certificates. */
  public TestCose chain(List<byte[]> certificates) {
    chain = List.copyOf(certificates);
    return this;
  }

  /** Puts the chain where version 1 had it. */
  public TestCose chainOutside() {
    chainOutside = true;
    return this;
  }

  /** Puts the chain outside under its number, which the reference does not read there. */
  public TestCose chainOutsideByNumber() {
    byte[][] certificates = signer.sent().stream().map(der -> bytes(der)).toArray(byte[][]::new);
    unprotected.add(sign -> new byte[][] {number(33), array(certificates)});
    return this;
  }

  /** Signs something else. */
  public TestCose payload(byte[] other) {
    payload = other.clone();
    return this;
  }

  /** Does not leave the payload out. */
  public TestCose attached(byte[] item) {
    payloadItem = bytes(item);
    return this;
  }

  /** Adds to the unprotected header a key and a value that may depend on the signature. */
  public TestCose header(String name, Function<CoseSign1, byte[]> value) {
    unprotected.add(sign -> new byte[][] {text(name), value.apply(sign)});
    return this;
  }

  /** A time stamp over the signature. */
  public TestCose stampedV2(Function<byte[], byte[]> token) {
    return header(
        "sigTst2",
        sign ->
            tokens(
                token.apply(
                    sign.counterSignatureStructure(CoseSign1.byteString(sign.signature()))
                        .toArray())));
  }

  /** A time stamp over the claim. */
  public TestCose stampedV1(Function<byte[], byte[]> token) {
    return header(
        "sigTst",
        sign -> tokens(token.apply(sign.counterSignatureStructure(Slice.of(CLAIM)).toArray())));
  }

  /** A container of time stamps. */
  public static byte[] tokens(byte[]... tokens) {
    byte[][] items = new byte[tokens.length][];
    for (int i = 0; i < tokens.length; i++) {
      items[i] = map(text("val"), bytes(tokens[i]));
    }
    return map(text("tstTokens"), array(items));
  }

  /** An OCSP response. */
  public TestCose stapled(byte[] response) {
    return header("rVals", sign -> map(text("ocspVals"), array(bytes(response))));
  }

  /** The tagged item. */
  public byte[] build() {
    return tag(18, untagged());
  }

  /** The item without its tag. */
  public byte[] untagged() {
    byte[][] certificates = chain.stream().map(der -> bytes(der)).toArray(byte[][]::new);
    byte[] x5chain = certificates.length == 1 ? certificates[0] : array(certificates);
    byte[] header =
        chainOutside || chain.isEmpty()
            ? map(number(1), number(algorithm))
            : map(number(1), number(algorithm), number(33), x5chain);
    byte[] signature = sign(header);
    List<byte[]> outside = new ArrayList<>();
    if (chainOutside) {
      outside.add(text("x5chain"));
      outside.add(x5chain);
    }
    CoseSign1 bare = parse(item(header, List.of(), signature));
    for (Function<CoseSign1, byte[][]> entry : unprotected) {
      outside.addAll(List.of(entry.apply(bare)));
    }
    return item(header, outside, signature);
  }

  private byte[] item(byte[] header, List<byte[]> outside, byte[] signature) {
    return array(bytes(header), map(outside.toArray(byte[][]::new)), payloadItem, bytes(signature));
  }

  private static CoseSign1 parse(byte[] item) {
    try {
      return CoseSign1.parse(Slice.of(item));
    } catch (org.assay.media.MediaException fault) {
      throw new AssertionError(fault);
    }
  }

  private byte[] sign(byte[] header) {
    byte[] structure = array(text("Signature1"), bytes(header), bytes(new byte[0]), bytes(payload));
    try {
      Signature signature = signature();
      signature.initSign(signer.keys().getPrivate());
      signature.update(structure);
      return signature.sign();
    } catch (GeneralSecurityException fault) {
      throw new AssertionError(fault);
    }
  }

  private Signature signature() throws GeneralSecurityException {
    int bits =
        switch (algorithm) {
          case -35, -38 -> 384;
          case -36, -39 -> 512;
          default -> 256;
        };
    return switch (signer.keys().getPrivate().getAlgorithm()) {
      case "EC" -> Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
      case "RSA" -> {
        Signature pss = Signature.getInstance("RSASSA-PSS");
        String hash = "SHA-" + bits;
        pss.setParameter(
            new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), bits / 8, 1));
        yield pss;
      }
      default -> Signature.getInstance("Ed25519");
    };
  }
}
