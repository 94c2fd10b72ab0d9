package org.assay.provenance.cbor;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;

/**
 * One CBOR data item. {@link #source} is the exact encoding; two items are equal when kind, value
 * and encoding are.
 */
public sealed interface Cbor {

  /** The bytes of the item, head included. */
  Slice source();

  /** An integer of major type 0 or 1, from -2^64 to 2^64 - 1. */
  record Int(BigInteger value, Slice source) implements Cbor {}

  /** A byte string; that of an indefinite one is put together. */
  record Bytes(Slice value, Slice source) implements Cbor {}

  /** A text string, valid UTF-8; hostile text. */
  record Text(String value, Slice source) implements Cbor {}

  /** An array. */
  record Array(List<Cbor> items, Slice source) implements Cbor {

    /** Copies the list. */
    public Array {
      items = List.copyOf(items);
    }
  }

  /** A map in the order of its encoding; no key stands twice. */
  record Map(List<Entry> entries, Slice source) implements Cbor {

    /** Copies the list. */
    public Map {
      entries = List.copyOf(entries);
    }

    /** The value of a text key. */
    public Optional<Cbor> get(String key) {
      return entries.stream()
          .filter(entry -> entry.key() instanceof Text text && text.value().equals(key))
          .map(Entry::value)
          .findFirst();
    }

    /** The value of an integer key; never that of a text key with the same digits. */
    public Optional<Cbor> get(long key) {
      BigInteger wanted = BigInteger.valueOf(key);
      return entries.stream()
          .filter(entry -> entry.key() instanceof Int number && number.value().equals(wanted))
          .map(Entry::value)
          .findFirst();
    }

    /** The text value of a text key; empty when there is none or it is not a text. */
    public Optional<String> text(String key) {
      return get(key).filter(Text.class::isInstance).map(value -> ((Text) value).value());
    }

    /** The array of a text key; empty when there is none or it is not an array. */
    public List<Cbor> array(String key) {
      return get(key).orElse(null) instanceof Array array ? array.items() : List.of();
    }
  }

  /** A key and its value. */
  record Entry(Cbor key, Cbor value) {

    /** Checks that nothing is missing. */
    public Entry {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(value, "value");
    }
  }

  /** A tag around an item. */
  record Tag(BigInteger number, Cbor item, Slice source) implements Cbor {}

  /** False, true, null, undefined (20 to 23) or another simple value. */
  record Simple(int value, Slice source) implements Cbor {

    /** Whether it is true. */
    public boolean isTrue() {
      return value == 21;
    }
  }

  /** A floating-point number of any width. */
  record Real(double value, Slice source) implements Cbor {}

  /**
   * Decodes exactly one item.
   *
   * @throws MediaException if the bytes are not well-formed, a key stands twice in a map, a limit
   *     is exceeded, or bytes are left over
   */
  static Cbor decode(Slice bytes) throws MediaException {
    Cbor item = decodePrefix(bytes);
    if (item.source().length() != bytes.length()) {
      throw new MediaException(
          "CBOR at byte %d: expected the end after %d bytes, found %d more"
              .formatted(
                  bytes.offset(), item.source().length(), bytes.length() - item.source().length()));
    }
    return item;
  }

  /** Decodes the item that the bytes start with; what follows it is the caller's to judge. */
  static Cbor decodePrefix(Slice bytes) throws MediaException {
    return new CborDecoder(bytes).item(1);
  }
}
