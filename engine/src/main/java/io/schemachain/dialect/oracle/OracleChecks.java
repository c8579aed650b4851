package io.schemachain.dialect.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The checks that make a column what its type says where Oracle has no such type. They are named
 * after table and column, and follow both to other names; the model does not hold them.
 */
final class OracleChecks {
  private static final int HEX_DIGITS = 8;

  private final OracleDialect dialect;

  OracleChecks(OracleDialect dialect) {
    this.dialect = dialect;
  }

  /** What the name of the check ends with; null for a type that needs none. */
  private @Nullable String word(DataType type) {
    if (type instanceof DataType.Enumeration) {
      return "is_enum";
    }
    if (type.is(TypeKind.DATE)) {
      return "is_date";
    }
    if (type.is(TypeKind.BOOLEAN) && !dialect.features().booleans()) {
      return "is_boolean";
    }
    return type.is(TypeKind.JSON) && !dialect.features().json() ? "is_json" : null;
  }

  /** The name of the check of a column; null if its type needs none. */
  @Nullable String name(TableName table, Column column) {
    String word = word(column.type());
    if (word == null) {
      return null;
    }
    String stem = table.name() + "_" + column.name();
    int room = dialect.identifiers().maxLength() - word.length() - 1;
    if (stem.getBytes(UTF_8).length > room) {
      CRC32 sum = new CRC32();
      sum.update(stem.getBytes(UTF_8));
      String hash = String.format("_%0" + HEX_DIGITS + "x", sum.getValue());
      while (stem.getBytes(UTF_8).length > room - hash.length()) {
        stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
      }
      stem += hash;
    }
    return stem + "_" + word;
  }

  /** {@code CONSTRAINT … CHECK (…)}; null if the type needs none. */
  @Nullable String clause(TableName table, Column column) {
    Check check = check(table, column);
    return check == null
        ? null
        : dialect.sql().format("CONSTRAINT $N CHECK ($L)", check.name(), check.sql());
  }

  /** The check of a column; null if its type needs none. */
  @Nullable Check check(TableName table, Column column) {
    String name = name(table, column);
    return name == null
        ? null
        : new Check(name, dialect.sql().format("$N $L", column.name(), holds(column)));
  }

  private String holds(Column column) {
    if (column.type() instanceof DataType.Enumeration enumeration) {
      StringBuilder values = new StringBuilder();
      for (String value : enumeration.values()) {
        values.append(values.isEmpty() ? "" : ", ").append(dialect.literals().string(value));
      }
      return "IN (" + values + ")";
    }
    if (column.type().is(TypeKind.DATE)) {
      return dialect.sql().format("= TRUNC($N)", column.name());
    }
    return column.type().is(TypeKind.BOOLEAN) ? "IN (0, 1)" : "IS JSON";
  }
}
