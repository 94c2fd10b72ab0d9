package org.assay.provenance.binding;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cbor.Cbor;

/** Typed access to the fields of an assertion; what is of another type makes it malformed. */
final class Fields {
  private static final int NULL = 22;
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private final Cbor.Map map;
  private final String name;

  private Fields(Cbor.Map map, String name) {
    this.map = map;
    this.name = name;
  }

  /** The map that an assertion consists of. */
  static Fields of(Slice assertion, String name) throws BindingFault {
    try {
      return of(Cbor.decodePrefix(assertion), name);
    } catch (MediaException fault) {
      throw BindingFault.malformed(fault.getMessage());
    }
  }

  static Fields of(Cbor item, String name) throws BindingFault {
    if (item instanceof Cbor.Map map) {
      return new Fields(map, name);
    }
    throw BindingFault.malformed(name + ": expected a map");
  }

  boolean has(String key) {
    return value(key).isPresent();
  }

  /** A text; empty when there is none. */
  Optional<String> text(String key) throws BindingFault {
    Optional<Cbor> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof Cbor.Text text) {
      return Optional.of(text.value());
    }
    throw wrong(key, "a text");
  }

  /** A byte string; early writers made it an array of numbers. */
  Optional<Slice> bytes(String key) throws BindingFault {
    Optional<Cbor> value = value(key);
    return value.isEmpty() ? Optional.empty() : Optional.of(bytesOf(value.get(), key));
  }

  Slice requiredBytes(String key) throws BindingFault {
    Optional<Slice> value = bytes(key);
    if (value.isEmpty()) {
      throw wrong(key, "bytes");
    }
    return value.get();
  }

  /** A number from 0 on; what exceeds every file length is {@link Long#MAX_VALUE}. */
  OptionalLong unsigned(String key) throws BindingFault {
    Optional<Cbor> value = value(key);
    return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(unsignedOf(value.get(), key));
  }

  long requiredUnsigned(String key) throws BindingFault {
    OptionalLong value = unsigned(key);
    if (value.isEmpty()) {
      throw wrong(key, "a number");
    }
    return value.getAsLong();
  }

  /** A truth value; empty when there is none. */
  Optional<Boolean> flag(String key) throws BindingFault {
    Optional<Cbor> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof Cbor.Simple simple && (simple.value() & ~1) == 20) {
      return Optional.of(simple.isTrue());
    }
    throw wrong(key, "true or false");
  }

  /** An array; empty when there is none. */
  Optional<List<Cbor>> list(String key) throws BindingFault {
    Optional<Cbor> value = value(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof Cbor.Array array) {
      return Optional.of(array.items());
    }
    throw wrong(key, "an array");
  }

  /** A map within the map. */
  Fields map(String key) throws BindingFault {
    Optional<Cbor> value = value(key);
    if (value.isEmpty()) {
      throw wrong(key, "a map");
    }
    return of(value.get(), key);
  }

  /** An array of maps; empty when there is none. */
  Optional<List<Fields>> maps(String key) throws BindingFault {
    Optional<List<Cbor>> items = list(key);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    List<Fields> maps = new ArrayList<>();
    for (Cbor item : items.get()) {
      maps.add(of(item, key));
    }
    return Optional.of(maps);
  }

  /** An array of hashes; empty when there is none. */
  Optional<List<Slice>> hashes(String key) throws BindingFault {
    Optional<List<Cbor>> items = list(key);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    List<Slice> hashes = new ArrayList<>();
    for (Cbor item : items.get()) {
      hashes.add(bytesOf(item, key));
    }
    return Optional.of(hashes);
  }

  /** An array of numbers; empty when there is none. */
  Optional<List<Long>> numbers(String key) throws BindingFault {
    Optional<List<Cbor>> items = list(key);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    List<Long> numbers = new ArrayList<>();
    for (Cbor item : items.get()) {
      numbers.add(unsignedOf(item, key));
    }
    return Optional.of(numbers);
  }

  private Optional<Cbor> value(String key) {
    return map.get(key)
        .filter(value -> !(value instanceof Cbor.Simple simple && simple.value() == NULL));
  }

  private long unsignedOf(Cbor value, String key) throws BindingFault {
    if (value instanceof Cbor.Int number && number.value().signum() >= 0) {
      return number.value().min(MOST).longValueExact();
    }
    throw wrong(key, "a number from 0 on");
  }

  private Slice bytesOf(Cbor value, String key) throws BindingFault {
    if (value instanceof Cbor.Bytes bytes) {
      return bytes.value();
    }
    if (value instanceof Cbor.Array array) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (Cbor item : array.items()) {
        long number = unsignedOf(item, key);
        if (number > 0xFF) {
          throw wrong(key, "bytes");
        }
        bytes.write((int) number);
      }
      return Slice.of(bytes.toByteArray());
    }
    throw wrong(key, "bytes");
  }

  private BindingFault wrong(String key, String expected) {
    return BindingFault.malformed("%s: expected %s in '%s'".formatted(name, expected, key));
  }
}
