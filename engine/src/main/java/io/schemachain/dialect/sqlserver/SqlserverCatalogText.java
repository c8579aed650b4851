package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.CatalogNames;
import io.schemachain.dialect.SqlCursor;
import io.schemachain.dialect.SqlLexis;
import io.schemachain.dialect.SqlSyntaxException;
import io.schemachain.dialect.StoredDefault;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.model.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL as the catalog prints it, where people write it in another way. */
final class SqlserverCatalogText {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:\\d++(?:\\.\\d*+)?|\\.\\d+)(?:[eE][+-]?\\d+)?");

  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final SqlserverDialect dialect;
  private final SqlLexis lexis;

  SqlserverCatalogText(SqlserverDialect dialect) {
    this.dialect = dialect;
    this.lexis = dialect.lexis();
  }

  /** Null where it has more than 64 bits. */
  static @Nullable Long number(String text) {
    BigDecimal number = new BigDecimal(text);
    return number.compareTo(LEAST) < 0 || number.compareTo(MOST) > 0
        ? null
        : Long.valueOf(number.longValue());
  }

  /** Without the parentheses around all of it. */
  String unwrapped(String sql) {
    try {
      SqlCursor cursor = new SqlCursor(sql, lexis);
      if (!cursor.isNext("(")) {
        return sql.strip();
      }
      String inner = cursor.enclosed();
      return cursor.atEnd() && !inner.isBlank() ? unwrapped(inner) : sql.strip();
    } catch (SqlSyntaxException e) {
      return sql.strip(); // It stays what the catalog has.
    }
  }

  /** Null for DEFAULT NULL, which is none. */
  @Nullable DefaultValue defaultValue(String definition, DataType type) {
    String sql = unwrapped(definition);
    if (sql.equalsIgnoreCase("NULL")) {
      return null;
    }
    if (type.is(TypeKind.BOOLEAN) && sql.matches("[01]")) {
      return new DefaultValue.Constant(sql.equals("1") ? "true" : "false");
    }
    boolean number = type.kind() != null && type.kind().isNumber() && NUMBER.matcher(sql).matches();
    if (number) {
      return new DefaultValue.Constant(number(sql, type));
    }
    return new StoredDefault(dialect).of(sql, type);
  }

  /** A constant beyond INT has a point behind it, one of FLOAT sixteen digits and an exponent. */
  private static String number(String sql, DataType type) {
    BigDecimal value = new BigDecimal(sql.endsWith(".") ? sql.substring(0, sql.length() - 1) : sql);
    boolean exact = !type.is(TypeKind.DOUBLE) && !type.is(TypeKind.REAL);
    return exact ? value.toPlainString() : value.stripTrailingZeros().toString();
  }

  /** Without the conversion to the type of the column, which is written around every expression. */
  Computed computed(String definition, DataType type, boolean stored) {
    String sql = unwrapped(definition);
    try {
      SqlCursor cursor = new SqlCursor(sql, lexis);
      if (cursor.skip("CONVERT") && cursor.isNext("(")) {
        List<String> arguments = SqlCursor.elements(cursor.enclosed(), lexis);
        if (cursor.atEnd() && arguments.size() == 2 && isSame(arguments.get(0), type)) {
          return new Computed(unwrapped(arguments.get(1)), stored);
        }
      }
    } catch (SqlSyntaxException e) {
      return new Computed(sql, stored); // It stays what the catalog has.
    }
    return new Computed(sql, stored);
  }

  private boolean isSame(String written, DataType type) {
    return plain(written).equals(plain(dialect.typeOf(type)));
  }

  private static String plain(String type) {
    return type.replaceAll("[\\[\\]\\s]", "").toLowerCase(Locale.ROOT);
  }

  /**
   * The view of a CREATE VIEW.
   *
   * @throws SqlSyntaxException if it is none
   */
  View view(TableName name, String definition, @Nullable String comment, CatalogNames names) {
    SqlCursor cursor = new SqlCursor(definition, lexis);
    cursor.require("CREATE");
    cursor.skip("OR", "ALTER");
    cursor.require("VIEW");
    cursor.name();
    while (cursor.skip(".")) {
      cursor.name();
    }
    List<String> columns = new ArrayList<>();
    if (cursor.isNext("(")) {
      for (String column : SqlCursor.elements(cursor.enclosed(), lexis)) {
        String written = new SqlCursor(column, lexis).name();
        columns.add(
            names.of(written).orElseThrow(() -> cursor.unexpected(CatalogNames.NOT_WRITABLE)));
      }
    }
    List<String> options = new ArrayList<>();
    if (cursor.skip("WITH")) {
      do {
        options.add(cursor.name().toUpperCase(Locale.ROOT));
      } while (cursor.skip(","));
    }
    cursor.require("AS");
    String with = options.isEmpty() ? null : "WITH " + String.join(", ", options);
    return new View(name, false, columns, with, cursor.rest(), comment);
  }
}
