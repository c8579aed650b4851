package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Constraint;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.DropConstraint;
import java.util.List;

/**
 * Statements for constraints that are there: other names, validation, and drops of what may not be
 * there or has a name that only the database knows.
 */
public class ConstraintDdl {
  private final Dialect dialect;

  public ConstraintDdl(Dialect dialect) {
    this.dialect = requireNonNull(dialect, "dialect");
  }

  protected final Dialect dialect() {
    return dialect;
  }

  protected final String sql(String pattern, Object... arguments) {
    return dialect.sql().format(pattern, arguments);
  }

  protected final SqlStatement ddl(String pattern, Object... arguments) {
    return SqlStatement.ddl(sql(pattern, arguments));
  }

  /** Another name for a constraint of a table as it is before. */
  protected List<SqlStatement> rename(Table table, Constraint constraint, String newName) {
    return List.of(
        ddl("ALTER TABLE $N RENAME CONSTRAINT $N TO $N", table.name(), constraint.name(), newName));
  }

  /** Checks the rows that were there before a constraint. */
  protected List<SqlStatement> validate(TableName table, String constraint) {
    throw dialect.unsupported(
        "constraints that are not valid", "Restrict the operation to databases that have them.");
  }

  /**
   * Drops one that a revision made, if the database has it.
   *
   * @param drop drops it where it is known to be there
   */
  protected List<SqlStatement> ifExists(
      Table table, Constraint constraint, List<SqlStatement> drop) {
    return List.of(dropIfExists(table.name(), constraint.name()));
  }

  protected final SqlStatement dropIfExists(TableName table, String constraint) {
    return ddl("ALTER TABLE $N DROP CONSTRAINT IF EXISTS $N", table, constraint);
  }

  /** Drops one that no revision made: by its name if it is there, or by what the catalog says. */
  protected List<SqlStatement> dropUnknown(DropConstraint operation) {
    if (operation.kind() == ObjectKind.EXCLUSION && !hasExclusions()) {
      throw dialect.unsupported(
          "exclude constraints", "Restrict the operation with `dialects: [postgresql]`.");
    }
    return operation.name() == null
        ? dropByColumns(operation)
        : List.of(dropIfExists(operation.table(), operation.name()));
  }

  protected boolean hasExclusions() {
    return false;
  }

  /** Fails unless the catalog has exactly one, or none where that is fine. */
  protected List<SqlStatement> dropByColumns(DropConstraint operation) {
    throw dialect.unsupported(
        "dropping " + operation.what() + ", which no revision made, without its name",
        "Write its name.");
  }

  /** What kind is looked for. */
  protected static ObjectKind kind(DropConstraint operation) {
    return requireNonNull(operation.kind(), "kind");
  }

  /** For the failure of a statement that looks for one: {@code The table t has no …}. */
  protected static String notOne(DropConstraint operation) {
    return "The table "
        + operation.table()
        + " has not exactly one constraint that is "
        + operation.what()
        + ".";
  }
}
