package org.assay.datasets.listing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which column of a listing plays which role, where the names differ from ours.
 *
 * @param mapped names of columns by role, only for those that were mapped on purpose
 */
public record ColumnNames(Map<Role, String> mapped) {

  /** Every column has our name. */
  public static final ColumnNames OURS = new ColumnNames(Map.of());

  /** Copies the map. */
  public ColumnNames {
    mapped = Map.copyOf(mapped);
  }

  /**
   * From an option such as {@code path=file,label=ai_mark}.
   *
   * @throws IllegalArgumentException if a part has no equals sign, or a role is unknown or comes
   *     twice
   */
  public static ColumnNames parse(String option) {
    Map<Role, String> mapped = new EnumMap<>(Role.class);
    for (String part : option.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1 || equals == part.length() - 1) {
        throw new IllegalArgumentException(
            "expected role=column, such as label=ai_mark, found '" + part + "'");
      }
      Role role = role(part.substring(0, equals).strip());
      if (mapped.put(role, part.substring(equals + 1).strip()) != null) {
        throw new IllegalArgumentException("role " + role.columnName() + " is mapped twice");
      }
    }
    return new ColumnNames(mapped);
  }

  private static Role role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.columnName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no role '%s'; roles are %s"
                        .formatted(
                            name,
                            Arrays.stream(Role.values())
                                .map(Role::columnName)
                                .collect(Collectors.joining(", ")))));
  }

  /** The column to look for. */
  String name(Role role) {
    return Optional.ofNullable(mapped.get(role)).orElse(role.columnName());
  }

  /** Whether a listing without this column is at fault. */
  boolean required(Role role) {
    return role.required() || mapped.containsKey(role);
  }
}
