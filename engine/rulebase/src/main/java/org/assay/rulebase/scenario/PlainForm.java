package org.assay.rulebase.scenario;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes records of core from maps, lists and scalars, so that a new signal can be used in scenarios
 * at once. Left out are, without a word: texts (empty), lists (empty) and optional values.
 */
final class PlainForm {
  private PlainForm() {}

  /**
   * Makes a record, or one of the records that a sealed interface permits; the map's {@code type}
   * names which.
   *
   * @throws IllegalArgumentException if something is unknown, missing or of the wrong kind
   */
  static <T> T read(Class<T> type, Object plain) {
    return type.cast(value(type, plain, type.getSimpleName()));
  }

  private static Object value(Type generic, Object plain, String place) {
    Class<?> type = raw(generic);
    if (type == Optional.class) {
      return Optional.of(value(argument(generic), plain, place));
    }
    if (Collection.class.isAssignableFrom(type)) {
      List<Object> values =
          list(plain, place).stream().map(one -> value(argument(generic), one, place)).toList();
      return type == Set.class ? new HashSet<>(values) : values;
    }
    if (type.isSealed()) {
      return oneOf(type, plain, place);
    }
    if (type.isRecord()) {
      return record(type, expect(Map.class, plain, place, "fields"), place);
    }
    return scalar(type, plain, place);
  }

  private static Object oneOf(Class<?> sealed, Object plain, String place) {
    Map<?, ?> fields = expect(Map.class, plain, place, "fields");
    Class<?>[] permitted = sealed.getPermittedSubclasses();
    String name = String.valueOf(fields.get("type"));
    Class<?> chosen =
        Arrays.stream(permitted)
            .filter(one -> one.getSimpleName().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        place
                            + ": unknown type '"
                            + name
                            + "'; known: "
                            + Arrays.stream(permitted).map(Class::getSimpleName).toList()));
    // A component may itself be called type: then the record's is written hashType and the like.
    Map<Object, Object> others = new HashMap<>(fields);
    others.remove("type");
    return record(chosen, others, name);
  }

  private static Object record(Class<?> type, Map<?, ?> fields, String place) {
    RecordComponent[] components = type.getRecordComponents();
    Set<String> known = new TreeSet<>();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String key = key(components[i]);
      known.add(key);
      values[i] =
          fields.get(key) == null
              ? absent(components[i], place)
              : value(components[i].getGenericType(), fields.get(key), place + "." + key);
    }
    for (Object key : fields.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        throw new IllegalArgumentException(
            place + " has no field '" + key + "'; known: " + String.join(", ", known));
      }
    }
    return construct(type, components, values, place);
  }

  private static Object construct(
      Class<?> type, RecordComponent[] components, Object[] values, String place) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(place + ": " + refused.getCause().getMessage(), refused);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("records of core can be constructed", impossible);
    }
  }

  /** {@code type} tells which signal it is, so a component of that name is told by its own type. */
  private static String key(RecordComponent component) {
    if (!component.getName().equals("type")) {
      return component.getName();
    }
    String name = component.getType().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static Object absent(RecordComponent component, String place) {
    Class<?> type = component.getType();
    if (type == String.class) {
      return "";
    } else if (type == Optional.class) {
      return Optional.empty();
    } else if (type == Set.class) {
      return Set.of();
    } else if (type == List.class) {
      return List.of();
    }
    throw new IllegalArgumentException(place + " needs the field '" + key(component) + "'");
  }

  private static Object scalar(Class<?> type, Object plain, String place) {
    try {
      if (type == String.class) {
        return expect(String.class, plain, place, "a text");
      } else if (type == boolean.class) {
        return expect(Boolean.class, plain, place, "true or false");
      } else if (type == int.class) {
        return expect(Integer.class, plain, place, "a whole number");
      } else if (type == double.class) {
        return expect(Number.class, plain, place, "a number").doubleValue();
      } else if (type == Duration.class) {
        return Duration.parse(expect(String.class, plain, place, "a duration such as PT24H"));
      } else if (type == Instant.class) {
        // YAML reads what looks like a time as a Date.
        return plain instanceof Date date ? date.toInstant() : Instant.parse(plain.toString());
      } else if (type.isEnum()) {
        return constant(type, plain, place);
      }
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException(place + ": " + wrong.getMessage(), wrong);
    }
    throw new IllegalStateException(place + ": values of " + type + " have no plain form yet");
  }

  /** The constant of that name, in any case and with hyphens for underlines. */
  static <T> T constant(Class<T> type, Object plain, String place) {
    String name = String.valueOf(plain).toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: unknown value '%s'; known: %s"
                        .formatted(place, plain, Arrays.toString(type.getEnumConstants()))));
  }

  /** The value itself, if it is a list. */
  static Collection<?> list(Object plain, String place) {
    return expect(Collection.class, plain, place, "a list");
  }

  /** The value itself, if it is of that kind. */
  static <T> T expect(Class<T> type, Object plain, String place, String what) {
    if (!type.isInstance(plain)) {
      throw new IllegalArgumentException(place + ": expected " + what + ", found '" + plain + "'");
    }
    return type.cast(plain);
  }

  private static Type argument(Type generic) {
    return ((ParameterizedType) generic).getActualTypeArguments()[0];
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }
}
