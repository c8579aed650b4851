package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A column of a table, with everything that belongs to it alone. */
public record Column(
    String name,
    DataType type,
    boolean nullable,
    @Nullable DefaultValue defaultValue,
    @Nullable Identity identity,
    @Nullable Computed computed,
    @Nullable String comment,
    @Nullable String collation) {

  public Column {
    Names.requireName(name, "column");
    requireNonNull(type, "type");
    int sources =
        (defaultValue == null ? 0 : 1) + (identity == null ? 0 : 1) + (computed == null ? 0 : 1);
    if (sources > 1) {
      throw new IllegalArgumentException(
          "The column " + name + " can have only one of default, identity and computed.");
    }
  }

  /** A nullable column with nothing but a name and a type. */
  public static Column of(String name, DataType type) {
    return new Column(name, type, true, null, null, null, null, null);
  }

  public Column withName(String value) {
    return new Column(value, type, nullable, defaultValue, identity, computed, comment, collation);
  }

  public Column withType(DataType value) {
    return new Column(name, value, nullable, defaultValue, identity, computed, comment, collation);
  }

  public Column withNullable(boolean value) {
    return new Column(name, type, value, defaultValue, identity, computed, comment, collation);
  }

  public Column withDefault(@Nullable DefaultValue value) {
    return new Column(name, type, nullable, value, identity, computed, comment, collation);
  }

  public Column withIdentity(@Nullable Identity value) {
    return new Column(name, type, nullable, defaultValue, value, computed, comment, collation);
  }

  public Column withComputed(@Nullable Computed value) {
    return new Column(name, type, nullable, defaultValue, identity, value, comment, collation);
  }

  public Column withComment(@Nullable String value) {
    return new Column(name, type, nullable, defaultValue, identity, computed, value, collation);
  }

  public Column withCollation(@Nullable String value) {
    return new Column(name, type, nullable, defaultValue, identity, computed, comment, value);
  }
}
