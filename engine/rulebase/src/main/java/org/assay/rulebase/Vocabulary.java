package org.assay.rulebase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.media.Context;
import org.assay.media.MediaType;
import org.assay.signal.Signal;

/**
 * What rules can talk about, read from core: the signals, the {@link Context} of the post and the
 * {@link MediaType} of the item, their fields, and the constants of the enums among these. A signal
 * added to core needs no line here.
 */
final class Vocabulary {
  private static final Map<Class<?>, Map<String, Type>> MEMBERS =
      Map.of(
          Signal.class, Map.of("detector", String.class),
          MediaType.class, Map.of("kind", MediaType.Kind.class, "mime", String.class),
          String.class,
              Map.of("empty", boolean.class, "length()", int.class, "toLowerCase()", String.class),
          Collection.class, Map.of("empty", boolean.class, "size", int.class),
          Optional.class, Map.of("present", boolean.class, "empty", boolean.class),
          Duration.class, Map.of("toMinutes()", long.class, "toHours()", long.class));

  private final Map<String, Class<?>> facts = new TreeMap<>();
  private final Map<String, Class<?>> enums = new TreeMap<>();

  Vocabulary() {
    List<Class<?>> types = new ArrayList<>(List.of(Signal.class.getPermittedSubclasses()));
    types.addAll(List.of(Signal.class, Context.class, MediaType.class));
    for (Class<?> type : types) {
      facts.put(type.getSimpleName(), type);
      members(type).values().forEach(this::addEnum);
    }
    addEnum(MediaType.class);
  }

  private void addEnum(Type type) {
    if (type instanceof Class<?> found && found.isEnum()) {
      enums.put(found.getSimpleName(), found);
    }
  }

  /** The type of the facts that a pattern of this name matches. */
  Optional<Class<?>> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  /** The enum of this name. */
  Optional<Class<?>> enumeration(String name) {
    return Optional.ofNullable(enums.get(name));
  }

  /** Names of all patterns, sorted. */
  Collection<String> factNames() {
    return facts.keySet();
  }

  /** Import lines for every type that rules name. */
  String imports() {
    Map<String, Class<?>> all = new TreeMap<>(facts);
    all.putAll(enums);
    return all.values().stream()
        .map(type -> "import " + type.getCanonicalName() + ";\n")
        .collect(Collectors.joining());
  }

  /** Changes when a type that compiled rules are linked to changes. */
  byte[] classes() {
    Digest digest = new Digest();
    List<Class<?>> types = new ArrayList<>(facts.values());
    types.addAll(enums.values());
    types.add(Docket.class);
    for (Class<?> type : types) {
      String name = type.getName().substring(type.getPackageName().length() + 1) + ".class";
      try (InputStream code = type.getResourceAsStream(name)) {
        digest.add(type.getName()).add(code.readAllBytes());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return digest.bytes();
  }

  /** What can be asked of a value: names of fields, or of calls such as {@code length()}. */
  Map<String, Type> members(Type owner) {
    Class<?> type = raw(owner);
    Map<String, Type> members = new TreeMap<>();
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        members.put(component.getName(), component.getGenericType());
      }
    }
    MEMBERS.forEach(
        (known, its) -> {
          if (known.isAssignableFrom(type)) {
            members.putAll(its);
          }
        });
    if (owner instanceof ParameterizedType optional && type == Optional.class) {
      members.put("get()", optional.getActualTypeArguments()[0]);
    }
    return members;
  }

  /** The class behind a type that may have arguments. */
  static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }
}
