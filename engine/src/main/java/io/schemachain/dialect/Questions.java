package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.DataType;
import io.schemachain.model.TableName;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words in which a database is asked about rows and sessions before a change. They read and
 * change nothing.
 */
public abstract class Questions {
  private static final String WHOLE = "^ *[-+]?[0-9]+ *$";
  private static final String DECIMAL =
      "^ *[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]+)? *$";

  private final Dialect dialect;

  protected Questions(Dialect dialect) {
    this.dialect = requireNonNull(dialect, "dialect");
  }

  /** The number of bytes of a value, as an expression. */
  public String byteLength(String value) {
    return "OCTET_LENGTH(" + value + ")";
  }

  /**
   * A condition for texts that are no number.
   *
   * @param whole whether a number with a point or an exponent is none either
   */
  protected abstract String isNoNumber(String text, boolean whole);

  /** A condition for texts that do not become a number of a type. */
  public String isNoNumber(String text, DataType.Scalar type) {
    return isNoNumber(text, type.kind().isInteger());
  }

  /** A number of a type with a point, rounded to so many digits behind it. */
  public String rounded(String value, int scale, int knownScale) {
    return "ROUND(" + value + ", " + scale + ")";
  }

  /** Whether two rows with the same key differ although a part of it, but not all, is NULL. */
  public boolean partlyNullKeysDiffer() {
    return true;
  }

  /** Whether a change of type rounds numbers, and does not refuse those that it would round. */
  public boolean rounds() {
    return true;
  }

  /**
   * A query for the sessions that hold a lock on one of the tables, or whose transaction is open
   * where the database does not tell what they hold, a row for each; null where it has no such
   * query. The session that asks is left out.
   */
  public abstract @Nullable String holders(List<TableName> tables);

  /** A pattern for texts that are numbers, as a literal. */
  protected static String number(boolean whole) {
    return "'" + (whole ? WHOLE : DECIMAL) + "'";
  }

  /**
   * Tables as the catalog has them: {@code (schema, 'name'), ('schema', 'name')}.
   *
   * @param current an expression for the default schema
   */
  protected final String names(List<TableName> tables, String current) {
    return tables.stream()
        .map(
            table ->
                "("
                    + (table.schema() == null ? current : literal(table.schema()))
                    + ", "
                    + literal(table.name())
                    + ")")
        .collect(Collectors.joining(", "));
  }

  private String literal(String name) {
    return dialect.literals().string(dialect.inCatalog(name));
  }
}
