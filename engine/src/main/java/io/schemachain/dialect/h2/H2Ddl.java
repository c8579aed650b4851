package io.schemachain.dialect.h2;

import io.schemachain.dialect.ConstraintDdl;
import io.schemachain.dialect.RoutineDdl;
import io.schemachain.dialect.RowDdl;
import io.schemachain.dialect.SchemaDdl;
import io.schemachain.dialect.SequenceDdl;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.ViewDdl;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.NullsOrder;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.DropIndex;
import io.schemachain.operation.RenameConstraint;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What H2 says differently. Its DDL commits, so what it would refuse is refused before. */
final class H2Ddl extends H2Columns {
  H2Ddl(H2Dialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
  }

  // Tables, constraints, indexes

  @Override
  protected SqlStatement createTable(Table table, String verb) {
    String kind = H2Options.TABLE.of(table.options(), h2()).behind(H2Options.KIND);
    return super.createTable(table, verb.replace("CREATE", "CREATE" + kind));
  }

  @Override
  protected String tableOptions(Table table) {
    return H2Options.TABLE.of(table.options(), h2()).behind(H2Options.BEHIND);
  }

  @Override
  public List<SqlStatement> visitCreateTable(CreateTable operation) {
    requireIndexable(operation.table().name());
    return super.visitCreateTable(operation);
  }

  @Override
  public List<SqlStatement> visitRenameTable(RenameTable operation) {
    requireAnotherName(operation.table().name(), operation.newName());
    return super.visitRenameTable(operation);
  }

  /** "Column must not be nullable": H2 does not do that by itself. */
  @Override
  public List<SqlStatement> visitCreatePrimaryKey(CreatePrimaryKey operation) {
    requireIndexable(operation.table());
    List<SqlStatement> statements = new ArrayList<>();
    for (String name : operation.primaryKey().columns()) {
      Column column = before().require(operation.table()).column(name).orElseThrow();
      if (column.nullable()) {
        statements.add(alterColumn(operation.table(), column.name(), "SET NOT NULL"));
      }
    }
    statements.addAll(super.visitCreatePrimaryKey(operation));
    return statements;
  }

  @Override
  public List<SqlStatement> visitCreateUniqueConstraint(CreateUniqueConstraint operation) {
    requireIndexable(operation.table());
    return super.visitCreateUniqueConstraint(operation);
  }

  @Override
  public List<SqlStatement> visitCreateIndex(CreateIndex operation) {
    requireTable(operation.table());
    requireIndexable(operation.table());
    return super.visitCreateIndex(operation);
  }

  @Override
  protected String createIndex(TableName table, Index index, String option) {
    if (index.where() != null) {
      throw h2().unsupported("partial indexes", "Leave out `where`.");
    }
    if (index.hasExpression()) {
      throw h2().unsupported(
              "indexes on expressions", "Index a computed column with `stored: true`.");
    }
    return sql(
        "CREATE $LINDEX $L$N ON $N$L ($L)$L$L",
        index.unique() ? "UNIQUE" + nulls(index.nullsNotDistinct(), index.name()) + " " : "",
        option,
        index.name(),
        table,
        index.using() == null ? "" : indexMethod(index.using()),
        indexParts(index),
        index.include().isEmpty() ? "" : include(index),
        indexOptions(index));
  }

  /** "INCLUDE clause may only be specified for UNIQUE indexes." */
  @Override
  protected String include(Index index) {
    return index.unique() ? sql(" INCLUDE ($N)", index.include()) : super.include(index);
  }

  @Override
  protected String nulls(NullsOrder order, boolean descending) {
    return " NULLS " + order;
  }

  /** It stands behind UNIQUE, also in an index. */
  @Override
  protected String nulls(boolean notDistinct, String name) {
    if (!notDistinct || !h2().features().nullsNotDistinct()) {
      return super.nulls(notDistinct, name);
    }
    return " NULLS NOT DISTINCT";
  }

  /**
   * An index that was there before a foreign key belongs to it: "Index belongs to constraint". The
   * model does not know which was first, so the foreign key comes back without the index.
   */
  @Override
  public List<SqlStatement> visitDropIndex(DropIndex operation) {
    Table table = requireTable(operation.table());
    Optional<Index> known = table.index(operation.index());
    if (known.isEmpty()) {
      return super.visitDropIndex(operation);
    }
    Index index = known.get();
    for (UniqueConstraint unique : table.uniqueConstraints()) {
      if (index.unique() && Set.copyOf(unique.columns()).equals(Set.copyOf(index.columns()))) {
        throw h2().unsupported(
                "dropping " + index.name() + ", which the constraint " + unique.name() + " may use",
                "Drop the constraint before and create it again after.");
      }
    }
    List<ForeignKey> users =
        table.foreignKeys().stream().filter(key -> mayUse(key, index)).toList();
    List<SqlStatement> statements = new ArrayList<>();
    users.forEach(key -> statements.add(new H2ForeignKeyCheck(h2()).statement(table.name(), key)));
    users.forEach(key -> statements.addAll(super.dropConstraint(table.name(), key)));
    statements.addAll(super.visitDropIndex(operation));
    users.forEach(key -> statements.addAll(addConstraint(table.name(), key)));
    return statements;
  }

  /** The columns of the foreign key are the first of the index, in any order. */
  private static boolean mayUse(ForeignKey key, Index index) {
    int count = key.columns().size();
    return index.columns().size() >= count
        && Set.copyOf(index.columns().subList(0, count)).equals(Set.copyOf(key.columns()));
  }

  /** "Constraint PRIMARY KEY | UNIQUE not found": an index alone is not enough. */
  @Override
  protected String foreignKey(ForeignKey key) {
    Table referred = after().require(key.referredTable());
    Set<String> columns = Set.copyOf(key.referredColumns());
    boolean unique =
        columns.equals(Set.copyOf(referred.primaryKeyColumns()))
            || referred.uniqueConstraints().stream()
                .anyMatch(constraint -> columns.equals(Set.copyOf(constraint.columns())));
    if (!unique) {
      throw h2().unsupported(
              "the foreign key " + key.name() + " to columns that only an index makes unique",
              "Give " + referred.name() + " a unique constraint instead of the index.");
    }
    return super.foreignKey(key);
  }

  @Override
  protected List<SqlStatement> dropConstraint(TableName table, Constraint constraint) {
    requireNotReferred(table, constraint);
    return super.dropConstraint(table, constraint);
  }

  @Override
  protected ConstraintDdl constraints() {
    return new H2Constraints(h2());
  }

  @Override
  public List<SqlStatement> visitRenameIndex(RenameIndex operation) {
    requireAnotherName(operation.index(), operation.newName());
    return super.visitRenameIndex(operation);
  }

  @Override
  public List<SqlStatement> visitRenameConstraint(RenameConstraint operation) {
    requireAnotherName(operation.name(), operation.newName());
    return super.visitRenameConstraint(operation);
  }

  // Objects beside tables

  @Override
  protected SchemaDdl schemas() {
    return new H2Schemas(h2());
  }

  @Override
  protected SequenceDdl sequences() {
    return new H2Sequences(h2(), before(), after());
  }

  @Override
  protected RoutineDdl routines() {
    return new H2Routines(this);
  }

  @Override
  protected ViewDdl views() {
    return new H2Views(h2().features(), this);
  }

  // Data

  /** A value for a GENERATED ALWAYS column wants to be asked for. */
  @Override
  protected String insertOption(Table table, List<String> columns) {
    for (Column column : table.columns()) {
      Identity identity = column.identity();
      if (identity != null && identity.always() && columns.contains(column.name())) {
        return " OVERRIDING SYSTEM VALUE";
      }
    }
    return "";
  }

  /**
   * The counter never goes back: IDENTITY_BASE is the number it would give next. RESTART fails on
   * one that counts down ("Unable to create or alter sequence", as of 2.5).
   */
  @Override
  protected List<SqlStatement> moveIdentity(Table table, Column column, Identity identity) {
    long step = identity.incrementOrDefault();
    if (step < 0) {
      throw h2().unsupported(
              "given values for an identity that counts down", "Leave " + column.name() + " out.");
    }
    return List.of(
        ddl(
            "ALTER TABLE $N ALTER COLUMN $N RESTART WITH (SELECT GREATEST((SELECT MAX($N) FROM $N)"
                + " + $L, (SELECT IDENTITY_BASE FROM INFORMATION_SCHEMA.COLUMNS WHERE $L AND $L)))",
            table.name(),
            column.name(),
            column.name(),
            table.name(),
            step,
            h2().names().isTable(table.name()),
            h2().names().isColumn(column.name())));
  }

  @Override
  protected RowDdl rows() {
    return new H2Rows(this);
  }
}
