package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column, independent of any database. Closed: every consumer answers for all four.
 */
public sealed interface DataType {

  /**
   * One of the portable types.
   *
   * @param length length, precision or fractional digits; present exactly for the kinds that take
   *     it
   * @param scale digits after the point of {@code numeric}, else null
   */
  record Scalar(TypeKind kind, @Nullable Integer length, @Nullable Integer scale)
      implements DataType {
    public Scalar {
      requireNonNull(kind, "kind");
    }

    public static Scalar of(TypeKind kind) {
      return new Scalar(kind, null, null);
    }

    public static Scalar of(TypeKind kind, int length) {
      return new Scalar(kind, length, null);
    }

    /** The length, precision or fractional digits of a kind that has them. */
    public int requireLength() {
      return requireNonNull(length, "length");
    }

    public int requireScale() {
      return requireNonNull(scale, "scale");
    }

    @Override
    public String toString() {
      if (length == null || isDefaultPrecision()) {
        return kind.word();
      }
      return kind.word() + "(" + length + (scale == null ? "" : "," + scale) + ")";
    }

    /** As a record has it, by hand: the first use of a record's own costs a short run much. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Scalar scalar
          && kind == scalar.kind
          && Objects.equals(length, scalar.length)
          && Objects.equals(scale, scalar.scale);
    }

    @Override
    public int hashCode() {
      return Objects.hash(kind, length, scale);
    }

    private boolean isDefaultPrecision() {
      return DataTypes.takesPrecision(kind)
          && requireLength() == DataTypes.DEFAULT_FRACTIONAL_DIGITS;
    }
  }

  /**
   * A closed set of texts.
   *
   * @param name that of the type where the database has named types
   * @param values empty where the type is declared elsewhere and only named here
   */
  record Enumeration(String name, List<String> values) implements DataType {
    public Enumeration {
      Names.requireName(name, "enum type");
      values = List.copyOf(values);
      Set<String> seen = new HashSet<>();
      for (String value : values) {
        if (!seen.add(value)) {
          throw new IllegalArgumentException(
              "The enum " + name + " has the value '" + value + "' twice.");
        }
      }
    }

    /** Whether it only names a type that is declared elsewhere. */
    public boolean isReference() {
      return values.isEmpty();
    }

    @Override
    public String toString() {
      return "enum " + name;
    }
  }

  /** A list of values of one type. */
  record Array(DataType element) implements DataType {
    public Array {
      requireNonNull(element, "element");
    }

    @Override
    public String toString() {
      return "array of " + element;
    }
  }

  /** A type in the words of one database, passed on as it is. */
  record Native(String text) implements DataType {
    public Native {
      if (text.isBlank()) {
        throw new IllegalArgumentException("A native type needs a text.");
      }
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Whether this is one of the portable types with the given kind. */
  default boolean is(TypeKind kind) {
    return this instanceof Scalar scalar && scalar.kind() == kind;
  }

  /** The portable kind, or null for the other forms. */
  default @Nullable TypeKind kind() {
    return this instanceof Scalar scalar ? scalar.kind() : null;
  }
}
