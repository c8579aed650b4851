package io.schemachain.dialect.mysql;

import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** MariaDB prints SQL as it is, and SQL for every default, also for none. */
final class MariadbCatalogSql extends MysqlCatalogSql {
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?", Pattern.CASE_INSENSITIVE);

  MariadbCatalogSql(MariadbDialect dialect, String schema) {
    super(dialect, schema);
  }

  @Override
  String expression(String printed) {
    return asWritten(printed);
  }

  @Override
  @Nullable DefaultValue defaultValue(@Nullable String text, String extra, DataType type) {
    if (text == null || text.equals("NULL")) {
      return null;
    }
    if (MysqlCatalogText.isString(text)) {
      return constant(value(MysqlCatalogText.string(text), type), type);
    }
    return NUMBER.matcher(text).matches()
        ? constant(text, type)
        : expressionDefault(expression(text), type);
  }

  private static String value(String text, DataType type) {
    return isBytes(type)
        ? "0x" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8))
        : text;
  }

  /** Bytes that are no text are shown as question marks. */
  @Override
  boolean isLossy(String text, DataType type) {
    return isBytes(type) && text.indexOf('?') >= 0;
  }

  /** DEFAULT of a list of an expression is shown as 0. */
  @Override
  boolean hidesRest(@Nullable String values) {
    return "0".equals(values);
  }
}
