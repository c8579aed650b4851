package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What leads back from the schema after an operation to the schema before it. The operation is
 * known to fit the schema.
 */
public final class Inverse implements OperationVisitor<Reversal> {
  private final Schema before;

  private Inverse(Schema before) {
    this.before = requireNonNull(before, "before");
  }

  public static Reversal of(Operation operation, Schema before) {
    return operation.accept(new Inverse(before));
  }

  /** It changed nothing that the model has. */
  private static Reversal nothing() {
    return new Reversal.Operations(List.of());
  }

  private static Reversal by(Operation... operations) {
    return new Reversal.Operations(List.of(operations));
  }

  @Override
  public Reversal visitCreateTable(CreateTable operation) {
    TableName table = operation.table().name();
    return before.find(table).isPresent() ? nothing() : by(new DropTable(table, false));
  }

  @Override
  public Reversal visitDropTable(DropTable operation) {
    return before
        .find(operation.table())
        .<Reversal>map(table -> by(new CreateTable(table)))
        .orElseGet(Inverse::nothing);
  }

  @Override
  public Reversal visitRenameTable(RenameTable operation) {
    return by(
        new RenameTable(operation.table().withName(operation.newName()), operation.table().name()));
  }

  @Override
  public Reversal visitAddColumn(AddColumn operation) {
    String column = operation.column().name();
    return before.require(operation.table()).column(column).isPresent()
        ? nothing()
        : by(new DropColumn(operation.table(), column));
  }

  @Override
  public Reversal visitDropColumn(DropColumn operation) {
    return before
        .require(operation.table())
        .column(operation.column())
        .<Reversal>map(column -> by(new AddColumn(operation.table(), column)))
        .orElseGet(Inverse::nothing);
  }

  @Override
  public Reversal visitAlterColumn(AlterColumn operation) {
    Table table = before.require(operation.table());
    Column old = column(operation.table(), operation.column());
    return by(
        new AlterColumn(
            operation.table(),
            operation.resultingName(),
            operation.newName() == null ? null : old.name(),
            operation.type() == null ? null : old.type(),
            null,
            operation.nullable() == null ? null : old.nullable(),
            back(operation.defaultValue(), old.defaultValue()),
            back(operation.identity(), old.identity()),
            back(operation.computed(), old.computed()),
            back(operation.comment(), old.comment()),
            back(operation.collation(), old.collation()),
            operation.position() == null ? null : ColumnPosition.of(table, old)));
  }

  private static <T> Change<T> back(Change<T> change, @Nullable T old) {
    return change.present() ? Change.toNullable(old) : Change.none();
  }

  @Override
  public Reversal visitCreateIndex(CreateIndex operation) {
    return by(new DropIndex(operation.table(), operation.index().name()));
  }

  @Override
  public Reversal visitDropIndex(DropIndex operation) {
    Table table = before.require(operation.table());
    return by(new CreateIndex(table.name(), table.index(operation.index()).orElseThrow()));
  }

  /** Columns that were nullable are so again: dropping the key alone leaves them NOT NULL. */
  @Override
  public Reversal visitCreatePrimaryKey(CreatePrimaryKey operation) {
    TableName table = operation.table();
    List<Operation> operations = new ArrayList<>();
    operations.add(new DropConstraint(table, operation.primaryKey().name()));
    for (String name : operation.primaryKey().columns()) {
      if (column(table, name).nullable()) {
        operations.add(
            new AlterColumn(table, name, null, null, true, Change.none(), Change.none()));
      }
    }
    return new Reversal.Operations(operations);
  }

  @Override
  public Reversal visitCreateUniqueConstraint(CreateUniqueConstraint operation) {
    return by(new DropConstraint(operation.table(), operation.constraint().name()));
  }

  @Override
  public Reversal visitCreateForeignKey(CreateForeignKey operation) {
    return by(new DropConstraint(operation.table(), operation.foreignKey().name()));
  }

  @Override
  public Reversal visitCreateCheckConstraint(CreateCheckConstraint operation) {
    return by(new DropConstraint(operation.table(), operation.check().name()));
  }

  @Override
  public Reversal visitDropConstraint(DropConstraint operation) {
    TableName table = operation.table();
    Constraint constraint = before.require(table).constraint(operation.name()).orElseThrow();
    if (constraint instanceof PrimaryKey key) {
      return by(new CreatePrimaryKey(table, key));
    }
    if (constraint instanceof UniqueConstraint unique) {
      return by(new CreateUniqueConstraint(table, unique));
    }
    if (constraint instanceof ForeignKey key) {
      return by(new CreateForeignKey(table, key));
    }
    return by(new CreateCheckConstraint(table, (Check) constraint));
  }

  @Override
  public Reversal visitCreateTableComment(CreateTableComment operation) {
    String comment = before.require(operation.table()).comment();
    return comment == null
        ? by(new DropTableComment(operation.table()))
        : by(new CreateTableComment(operation.table(), comment));
  }

  @Override
  public Reversal visitDropTableComment(DropTableComment operation) {
    String comment = requireNonNull(before.require(operation.table()).comment());
    return by(new CreateTableComment(operation.table(), comment));
  }

  @Override
  public Reversal visitBulkInsert(BulkInsert operation) {
    return new Reversal.PassedOver(
        "bulk_insert into " + operation.table() + ": its rows are not deleted");
  }

  @Override
  public Reversal visitExecute(Execute operation) {
    return operation.effects() == null || operation.effects().isEmpty()
        ? new Reversal.PassedOver("execute: what it did is not undone")
        : new Reversal.Unknown("execute has effects on the schema, and no inverse is known");
  }

  private Column column(TableName table, String column) {
    return before.require(table).column(column).orElseThrow();
  }
}
