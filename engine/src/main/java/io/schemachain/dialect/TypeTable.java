package io.schemachain.dialect;

import io.schemachain.model.DataType;
import io.schemachain.model.TypeKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * What each portable type is called on one database: one line per type. {@code {n}} stands for
 * length, precision or fractional digits, {@code {s}} for the scale.
 */
public final class TypeTable {
  private final String database;
  private final Map<TypeKind, String> names = new EnumMap<>(TypeKind.class);
  private final Map<TypeKind, String> refusals = new EnumMap<>(TypeKind.class);

  public TypeTable(String database) {
    this.database = database;
  }

  public TypeTable type(TypeKind kind, String pattern) {
    names.put(kind, pattern);
    return this;
  }

  /** The database has no such type; the hint says what to use. */
  public TypeTable refuse(TypeKind kind, String hint) {
    refusals.put(kind, hint);
    return this;
  }

  /**
   * @throws UnsupportedFeatureException if the database has no such type
   */
  public String render(DataType.Scalar type) {
    String pattern = names.get(type.kind());
    if (pattern == null) {
      throw new UnsupportedFeatureException(
          database, "the type " + type.kind().word(), refusals.get(type.kind()));
    }
    String name = pattern;
    if (type.length() != null) {
      name = name.replace("{n}", type.length().toString());
    }
    return type.scale() == null ? name : name.replace("{s}", type.scale().toString());
  }
}
