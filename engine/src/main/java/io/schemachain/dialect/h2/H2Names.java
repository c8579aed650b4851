package io.schemachain.dialect.h2;

import io.schemachain.dialect.Identifiers;
import io.schemachain.dialect.Literals;
import io.schemachain.model.TableName;
import java.util.Locale;

/** Names as H2's catalog spells them. */
final class H2Names {
  private final Identifiers identifiers;
  private final Literals literals;

  H2Names(Identifiers identifiers, Literals literals) {
    this.identifiers = identifiers;
    this.literals = literals;
  }

  /**
   * What the catalog may call it: a bare name is folded to upper case, or as DATABASE_TO_UPPER and
   * DATABASE_TO_LOWER say. Two names that differ only by case are refused, so one of both is there.
   */
  private String spellings(String name) {
    return isBare(name)
        ? literals.string(name.toUpperCase(Locale.ROOT)) + ", " + literals.string(name)
        : literals.string(name);
  }

  private boolean isBare(String name) {
    return identifiers.quote(name).equals(name);
  }

  /** Whether H2, with its default folding, takes two names for one. */
  boolean areOne(String a, String b) {
    return folded(a).equals(folded(b));
  }

  private String folded(String name) {
    return isBare(name) ? name.toUpperCase(Locale.ROOT) : name;
  }

  /** A condition on INFORMATION_SCHEMA.COLUMNS, or another view with a table. */
  String isTable(TableName table) {
    String schema =
        table.schema() == null
            ? "TABLE_SCHEMA = CURRENT_SCHEMA"
            : "TABLE_SCHEMA IN (" + spellings(table.schema()) + ")";
    return schema + " AND TABLE_NAME IN (" + spellings(table.name()) + ")";
  }

  /** A condition on INFORMATION_SCHEMA.SCHEMATA. */
  String isSchema(String schema) {
    return "SCHEMA_NAME IN (" + spellings(schema) + ")";
  }

  /** A condition on INFORMATION_SCHEMA.COLUMNS, or another view with a column. */
  String isColumn(String column) {
    return "COLUMN_NAME IN (" + spellings(column) + ")";
  }

  /** A condition on INFORMATION_SCHEMA.TABLE_CONSTRAINTS, or another view with a constraint. */
  String isConstraint(String constraint) {
    return "CONSTRAINT_NAME IN (" + spellings(constraint) + ")";
  }
}
