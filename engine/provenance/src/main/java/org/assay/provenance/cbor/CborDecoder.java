package org.assay.provenance.cbor;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;

/** Walks over one encoding from front to back, RFC 8949 section 3. */
final class CborDecoder {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_ITEMS = 1_000_000;
  private static final int INDEFINITE = 31;
  private static final int BREAK = 0xFF;

  private final Slice bytes;
  private int at;
  private int items;

  CborDecoder(Slice bytes) {
    this.bytes = bytes;
  }

  Cbor item(int depth) throws MediaException {
    if (depth > MAX_DEPTH || ++items > MAX_ITEMS) {
      throw fault("deeper than %d or more than %d items".formatted(MAX_DEPTH, MAX_ITEMS));
    }
    int start = at;
    int first = next();
    int major = first >> 5;
    int info = first & 31;
    return switch (major) {
      case 0 -> new Cbor.Int(unsigned(info), since(start));
      case 1 -> new Cbor.Int(unsigned(info).not(), since(start));
      case 2 -> new Cbor.Bytes(string(2, info), since(start));
      case 3 -> new Cbor.Text(text(string(3, info)), since(start));
      case 4 -> new Cbor.Array(array(info, depth), since(start));
      case 5 -> new Cbor.Map(map(info, depth), since(start));
      case 6 -> {
        BigInteger number = unsigned(info);
        Cbor tagged = item(depth + 1);
        yield new Cbor.Tag(number, tagged, since(start));
      }
      default -> simple(info, start);
    };
  }

  private List<Cbor> array(int info, int depth) throws MediaException {
    List<Cbor> values = new ArrayList<>();
    if (info == INDEFINITE) {
      while (!atBreak()) {
        values.add(item(depth + 1));
      }
      return values;
    }
    int count = count(info, 1);
    for (int i = 0; i < count; i++) {
      values.add(item(depth + 1));
    }
    return values;
  }

  private List<Cbor.Entry> map(int info, int depth) throws MediaException {
    List<Cbor.Entry> entries = new ArrayList<>();
    Set<Slice> keys = new HashSet<>();
    int count = info == INDEFINITE ? Integer.MAX_VALUE : count(info, 2);
    for (int i = 0; i < count && (info != INDEFINITE || !atBreak()); i++) {
      Cbor key = item(depth + 1);
      if (!keys.add(identity(key))) {
        throw fault("a key stands twice in a map");
      }
      entries.add(new Cbor.Entry(key, item(depth + 1)));
    }
    return entries;
  }

  /** Equal for keys that mean the same however they are encoded; other kinds go by encoding. */
  private static Slice identity(Cbor key) {
    if (key instanceof Cbor.Text text) {
      return Slice.of(("t" + text.value()).getBytes(StandardCharsets.UTF_8));
    }
    if (key instanceof Cbor.Int number) {
      return Slice.of(("i" + number.value()).getBytes(StandardCharsets.UTF_8));
    }
    return key.source();
  }

  private Slice string(int major, int info) throws MediaException {
    if (info != INDEFINITE) {
      return take(count(info, 1));
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    while (!atBreak()) {
      int head = next();
      if (head >> 5 != major || (head & 31) == INDEFINITE || ++items > MAX_ITEMS) {
        throw fault("chunk of another kind in a string of indefinite length");
      }
      joined.writeBytes(take(count(head & 31, 1)).toArray());
    }
    return Slice.of(joined.toByteArray());
  }

  private String text(Slice utf8) throws MediaException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8.toArray())).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new MediaException("CBOR text at byte %d: not UTF-8".formatted(place()), notUtf8);
    }
  }

  private Cbor simple(int info, int start) throws MediaException {
    return switch (info) {
      case 24 -> {
        int value = next();
        if (value < 32) {
          throw fault("simple value " + value + " in two bytes");
        }
        yield new Cbor.Simple(value, since(start));
      }
      case 25 -> new Cbor.Real(half((int) argument(2)), since(start));
      case 26 -> new Cbor.Real(Float.intBitsToFloat((int) argument(4)), since(start));
      case 27 -> new Cbor.Real(Double.longBitsToDouble(argument(8)), since(start));
      case 28, 29, 30, INDEFINITE -> throw fault("head of kind 7 with " + info);
      default -> new Cbor.Simple(info, since(start));
    };
  }

  /** RFC 8949 appendix D. */
  private static double half(int bits) {
    int exponent = bits >> 10 & 0x1F;
    int mantissa = bits & 0x3FF;
    double value;
    if (exponent == 0) {
      value = Math.scalb((double) mantissa, -24);
    } else if (exponent == 31) {
      value = mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else {
      value = Math.scalb((double) (mantissa + 1024), exponent - 25);
    }
    return (bits & 0x8000) == 0 ? value : -value;
  }

  private BigInteger unsigned(int info) throws MediaException {
    if (info < 24) {
      return BigInteger.valueOf(info);
    }
    if (info > 27) {
      throw fault("head with length code " + info);
    }
    return new BigInteger(1, take(1 << (info - 24)).toArray());
  }

  /** A count of things that take at least {@code unit} bytes each, checked against what is left. */
  private int count(int info, int unit) throws MediaException {
    BigInteger value = unsigned(info);
    int left = bytes.length() - at;
    if (value.multiply(BigInteger.valueOf(unit)).compareTo(BigInteger.valueOf(left)) > 0) {
      throw fault("length " + value + " exceeds the " + left + " bytes left");
    }
    return value.intValue();
  }

  private long argument(int count) throws MediaException {
    return new BigInteger(1, take(count).toArray()).longValue();
  }

  private boolean atBreak() throws MediaException {
    if (bytes.u8(at) != BREAK) {
      return false;
    }
    at++;
    return true;
  }

  private int next() throws MediaException {
    int value = bytes.u8(at);
    at++;
    return value;
  }

  private Slice take(int count) throws MediaException {
    Slice taken = bytes.sub(at, count);
    at += count;
    return taken;
  }

  private Slice since(int start) throws MediaException {
    return bytes.sub(start, at - start);
  }

  private int place() {
    return bytes.offset() + at;
  }

  private MediaException fault(String what) {
    return new MediaException("CBOR at byte %d: %s".formatted(place(), what));
  }
}
