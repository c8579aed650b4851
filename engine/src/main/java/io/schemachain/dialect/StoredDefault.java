package io.schemachain.dialect;

import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Literal;
import io.schemachain.model.TypeKind;
import java.util.Locale;

/** A default as a catalog has it: a constant where a document can say it as one. */
public final class StoredDefault {
  private final Dialect dialect;

  public StoredDefault(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * A constant where what it would be written as is what the catalog has, else an expression.
   *
   * @param sql that of the catalog
   */
  public DefaultValue of(String sql, DataType type) {
    String text = constant(sql.strip(), type);
    try {
      String written = dialect.literals().render(Literal.parse(type, text), type);
      boolean same =
          text.startsWith("0x")
              ? written.equalsIgnoreCase(sql)
              : spaced(written).equals(spaced(sql));
      if (same) {
        return new DefaultValue.Constant(text);
      }
    } catch (IllegalArgumentException | UnsupportedFeatureException e) {
      return new DefaultValue.Expression(sql); // No value of the type.
    }
    return new DefaultValue.Expression(sql);
  }

  private String spaced(String sql) {
    return SqlCursor.spaced(sql, dialect.lexis());
  }

  /** What a document would say, if it is one. */
  private static String constant(String sql, DataType type) {
    int quote = sql.indexOf('\'');
    if (quote < 0 || !sql.endsWith("'") || quote == sql.length() - 1) {
      return type.is(TypeKind.BOOLEAN) ? sql.toLowerCase(Locale.ROOT) : sql;
    }
    String inner = sql.substring(quote + 1, sql.length() - 1).replace("''", "'");
    boolean binary = quote == 1 && sql.toUpperCase(Locale.ROOT).startsWith("X");
    if (binary) {
      return "0x" + inner.toLowerCase(Locale.ROOT);
    }
    if (!type.is(TypeKind.TIMESTAMP) && !type.is(TypeKind.TIMESTAMPTZ)) {
      return inner;
    }
    String instant = inner.replaceFirst("^(\\S{10}) ", "$1T");
    return type.is(TypeKind.TIMESTAMPTZ) && !instant.matches("[^T]*+T.*([+-]..:..|Z)")
        ? instant + "Z"
        : instant;
  }
}
