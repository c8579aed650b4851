package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.ConstraintDdl;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.Constraint;
import io.schemachain.model.Table;
import io.schemachain.operation.DropConstraint;
import java.util.List;

/**
 * SQLite's constraints that are there already: they come and go with a rebuild, made of what the
 * revisions know, and the catalog has no names of them.
 */
final class SqliteConstraints extends ConstraintDdl {
  SqliteConstraints(Dialect dialect) {
    super(dialect);
  }

  @Override
  protected List<SqlStatement> ifExists(
      Table table, Constraint constraint, List<SqlStatement> drop) {
    throw noCatalog(constraint.name());
  }

  @Override
  protected List<SqlStatement> dropUnknown(DropConstraint operation) {
    if (operation.name() != null) {
      throw noCatalog(operation.name());
    }
    return super.dropUnknown(operation);
  }

  @Override
  protected List<SqlStatement> dropByColumns(DropConstraint operation) {
    throw dialect()
        .unsupported(
            "dropping " + operation.what() + ", which no revision made",
            "Use `except_dialects: [sqlite]`, and `execute` for what it takes there.");
  }

  private RuntimeException noCatalog(String name) {
    return dialect()
        .unsupported(
            "`if_exists` of a constraint, such as " + name,
            "Leave `if_exists` out where a revision made the constraint; else use"
                + " `except_dialects: [sqlite]`.");
  }
}
