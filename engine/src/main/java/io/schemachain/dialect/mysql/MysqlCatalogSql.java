package io.schemachain.dialect.mysql;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Literal;
import io.schemachain.model.TypeKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL as MySQL's catalog prints it. */
class MysqlCatalogSql {
  private static final Pattern NOW =
      Pattern.compile("CURRENT_TIMESTAMP(?:\\(\\d*\\))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern TIME_TYPE =
      Pattern.compile("(?:datetime|timestamp)\\b.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern BYTES =
      Pattern.compile("(?:0x([0-9a-f]*)|x'([0-9a-f]*)')", Pattern.CASE_INSENSITIVE);
  private static final Pattern BITS = Pattern.compile("b'[01]*'");

  private final MysqlDialect dialect;
  private final String schema;

  /**
   * @param schema that of the session, which is printed and which nobody writes
   */
  MysqlCatalogSql(MysqlDialect dialect, String schema) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.schema = requireNonNull(schema, "schema");
  }

  final MysqlDialect dialect() {
    return dialect;
  }

  /** An expression. It is printed as if it stood within a string constant. */
  String expression(String printed) {
    return asWritten(MysqlCatalogText.unescaped(printed));
  }

  /** SQL as people write it. */
  final String asWritten(String printed) {
    return MysqlCatalogText.expression(printed, schema, dialect);
  }

  /**
   * The default of a column, null for none.
   *
   * @param text COLUMN_DEFAULT
   * @param extra EXTRA, which says of an expression that it is one
   */
  @Nullable DefaultValue defaultValue(@Nullable String text, String extra, DataType type) {
    if (text == null) {
      return null;
    }
    boolean now = isTime(type) && NOW.matcher(text).matches();
    return extra.contains("DEFAULT_GENERATED") || now
        ? expressionDefault(expression(text), type)
        : constant(text, type);
  }

  /** Whether the text of a default may be less than the default. */
  boolean isLossy(String text, DataType type) {
    return isBytes(type) && text.equals("0x");
  }

  static boolean isBytes(DataType type) {
    return type.is(TypeKind.BINARY) || type.is(TypeKind.VARBINARY) || type.is(TypeKind.BLOB);
  }

  private static boolean isTime(DataType type) {
    return type.is(TypeKind.TIMESTAMP)
        || type.is(TypeKind.TIMESTAMPTZ)
        || (type instanceof DataType.Native other && TIME_TYPE.matcher(other.text()).matches());
  }

  /** A constant of a long type is an expression to MySQL, but not to people. */
  final DefaultValue expressionDefault(String sql, DataType type) {
    if (MysqlDefaults.isLong(type) && MysqlCatalogText.isString(sql)) {
      return constant(MysqlCatalogText.string(sql), type);
    }
    Matcher bytes = BYTES.matcher(sql);
    return isBytes(type) && bytes.matches()
        ? constant("0x" + (bytes.group(1) == null ? bytes.group(2) : bytes.group(1)), type)
        : new DefaultValue.Expression(sql);
  }

  /** A text that is no value of the type to us, such as a day 0, stays as SQL has it. */
  final DefaultValue constant(String text, DataType type) {
    if (BITS.matcher(text).matches()) {
      return new DefaultValue.Expression(text);
    }
    String written = written(text, type);
    try {
      Literal.parse(type, written);
    } catch (IllegalArgumentException e) {
      return new DefaultValue.Expression(dialect.literals().string(text));
    }
    return new DefaultValue.Constant(written);
  }

  /** As documents write it. TIMESTAMP is shown in the time zone of the session, UTC. */
  private static String written(String text, DataType type) {
    if (type.is(TypeKind.BOOLEAN)) {
      return text.equals("1") ? "true" : text.equals("0") ? "false" : text;
    }
    if (type.is(TypeKind.TIMESTAMP)) {
      return text.replace(' ', 'T');
    }
    return type.is(TypeKind.TIMESTAMPTZ) ? text.replace(' ', 'T') + "Z" : text;
  }

  /** Whether the values of a partition may stand for those that no other partition has. */
  boolean hidesRest(@Nullable String values) {
    return false;
  }
}
