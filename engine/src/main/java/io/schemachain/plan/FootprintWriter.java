package io.schemachain.plan;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.Exclusion;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Index;
import io.schemachain.model.NameScopes;
import io.schemachain.model.Names;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.ColumnPosition;
import io.schemachain.plan.Cell.Kind;
import io.schemachain.plan.Footprint.Access;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a footprint. What concerns a part of a table is the same whether the part comes or goes.
 */
final class FootprintWriter {
  /** Characters or bytes of which any two rows together have room in one. */
  private static final long SHORT_ROW = 2000;

  private final NameScopes scopes;
  private final Schema before;
  private final Footprint footprint;

  FootprintWriter(Footprint footprint, Schema before, NameScopes scopes) {
    this.footprint = footprint;
    this.before = before;
    this.scopes = scopes;
  }

  void add(Kind kind, TableName table, String name, Access access) {
    footprint.add(new Cell(kind, table.key(), Names.fold(name)), access);
  }

  void add(Kind kind, TableName table, Access access) {
    add(kind, table, "", access);
  }

  void columns(TableName table, List<String> columns, Access access) {
    columns.forEach(column -> add(Kind.COLUMN, table, column, access));
  }

  void uniqueness(TableName table, List<String> columns, Access access) {
    String key = columns.stream().map(Names::fold).sorted().collect(Collectors.joining("\0"));
    add(Kind.UNIQUENESS, table, key, access);
  }

  private void name(ObjectKind kind, TableName table, String name) {
    footprint.add(new Cell(Kind.NAME, "", scopes.key(kind, table, name)), Access.CHANGE);
  }

  /** An object that comes, goes or changes, whose name is taken or given up. */
  void object(ObjectKind kind, TableName owner, String name) {
    footprint.add(
        new Cell(Kind.OBJECT, owner.key(), kind.name() + '\0' + Names.fold(name)), Access.CHANGE);
    name(kind, owner, name);
    inSchema(owner.schema());
  }

  /** What comes or goes needs its schema, and keeps it from going. */
  void inSchema(@Nullable String schema) {
    if (schema != null) {
      TableName name = TableName.of(schema);
      footprint.add(
          new Cell(Kind.OBJECT, name.key(), ObjectKind.SCHEMA.name() + '\0' + Names.fold(schema)),
          Access.READ);
    }
  }

  /**
   * An object with SQL in it, which may read any table and view, and any column of them, that has a
   * word of the text for its name.
   */
  void text(SchemaObject object) {
    TableName table = object.table();
    object(object.kind(), table == null ? object.name() : table, object.name().name());
    if (table != null) {
      on(table);
    }
    Set<String> words = new HashSet<>();
    for (String text : object.texts()) {
      for (TableName named : SqlIdentifiers.tables(text)) {
        words.add(named.name());
        add(Kind.TABLE, named, Access.READ);
      }
    }
    for (Table named : before.tables()) {
      if (words.contains(Names.fold(named.name().name()))) {
        on(named.name());
        words.forEach(word -> add(Kind.COLUMN, named.name(), word, Access.READ));
      }
    }
    for (SchemaObject other : before.objects()) {
      String name = other.name().name();
      if (words.contains(Names.fold(name)) && !other.equals(object)) {
        TableName owner = other.table() == null ? other.name() : other.table();
        read(other.kind(), owner, name);
      }
    }
  }

  private void typeName(String name, Access access) {
    footprint.add(new Cell(Kind.TYPE, "", Names.fold(name)), access);
  }

  /** A type that comes, goes or gets other values, with all columns of it. */
  void type(String name) {
    object(ObjectKind.TYPE, TableName.of(name), name);
    typeName(name, Access.CHANGE);
    for (Table table : before.usingType(name)) {
      on(table.name());
      table
          .columns()
          .forEach(column -> add(Kind.COLUMN, table.name(), column.name(), Access.CHANGE));
    }
  }

  void types(DataType type) {
    if (type instanceof DataType.Enumeration enumeration) {
      typeName(enumeration.name(), Access.CHANGE);
    } else if (type instanceof DataType.Array array) {
      types(array.element());
    }
  }

  /** A primary key can be what the rows are ordered by, without saying so. */
  private void storage(TableName table, Options options, boolean primaryKey) {
    if (!options.isEmpty()) {
      add(Kind.STORAGE, table, Access.CHANGE);
    } else if (primaryKey) {
      add(Kind.STORAGE, table, Access.READ);
    }
  }

  void constraint(TableName table, Constraint constraint) {
    add(Kind.CONSTRAINT, table, constraint.name(), Access.CHANGE);
    storage(table, constraint.options(), constraint instanceof PrimaryKey);
    add(Kind.CONSTRAINTS_OF_A_KIND, table, Access.CHANGE_PART);
    name(ObjectKind.of(constraint), table, constraint.name());
    if (constraint instanceof PrimaryKey key) {
      add(Kind.PRIMARY_KEY, table, Access.CHANGE);
      uniqueness(table, key.columns(), Access.CHANGE);
      columns(table, key.columns(), Access.CHANGE); // It makes them NOT NULL.
      keyOn(table, key.columns());
      add(Kind.REQUIRED_COLUMNS, table, Access.CHANGE_PART);
    } else if (constraint instanceof UniqueConstraint unique) {
      uniqueness(table, unique.columns(), Access.CHANGE);
      columns(table, unique.columns(), Access.READ);
      keyOn(table, unique.columns());
    } else if (constraint instanceof ForeignKey key) {
      foreignKey(table, key);
    } else if (constraint instanceof Check check) {
      expression(table, check.sql());
    } else if (constraint instanceof Exclusion exclusion) {
      columns(table, exclusion.columns(), Access.READ);
      exclusion.texts().forEach(sql -> expression(table, sql));
    } else {
      throw new IllegalStateException("Unknown constraint " + constraint);
    }
  }

  private void foreignKey(TableName table, ForeignKey key) {
    columns(table, key.columns(), Access.READ);
    keyOn(table, key.columns());
    key.columns().forEach(column -> add(Kind.FOREIGN_KEYS, table, column, Access.CHANGE));
    add(Kind.INDEX, table, key.name(), Access.CHANGE); // It can have one of its name.
    add(Kind.TABLE, key.referredTable(), Access.READ);
    List<String> referred = key.referredColumns();
    if (referred.isEmpty()) {
      add(Kind.PRIMARY_KEY, key.referredTable(), Access.READ);
      referred = before.find(key.referredTable()).map(Table::primaryKeyColumns).orElseGet(List::of);
    }
    columns(key.referredTable(), referred, Access.READ);
    uniqueness(key.referredTable(), referred, Access.READ);
  }

  void index(TableName table, Index index) {
    add(Kind.INDEX, table, index.name(), Access.CHANGE);
    storage(table, index.options(), false);
    name(ObjectKind.INDEX, table, index.name());
    columns(table, index.allColumns(), Access.READ);
    keyOn(table, index.columns());
    index.texts().forEach(sql -> expression(table, sql));
    if (index.unique()) {
      uniqueness(table, index.columns(), Access.CHANGE);
    }
  }

  /** What a column brings beside itself. */
  void ofColumn(TableName table, Column column) {
    if (column.computed() != null) {
      expression(table, column.computed().sql());
    }
    if (column.identity() != null) {
      add(Kind.IDENTITY, table, Access.CHANGE);
    }
  }

  /** The column that stands before another. */
  void place(TableName table, @Nullable ColumnPosition position) {
    if (position != null && position.after() != null) {
      add(Kind.COLUMN, table, position.after(), Access.READ);
    }
  }

  /** What gives a column its values from now on, or did so until then. */
  void alteration(TableName table, AlterColumn operation) {
    if (operation.identity().present()) {
      add(Kind.IDENTITY, table, Access.CHANGE);
    }
    if (operation.identity().present() || operation.computed().present()) {
      add(Kind.REQUIRED_COLUMNS, table, Access.CHANGE_PART);
    }
    Computed computed = operation.computed().value();
    if (computed != null) {
      expression(table, computed.sql());
    }
    if (operation.using() != null) {
      expression(table, operation.using());
    }
    if (operation.computed().present()) {
      before
          .find(table)
          .flatMap(found -> found.column(operation.column()))
          .ifPresent(column -> ofColumn(table, column));
    }
  }

  /** The columns that SQL text names; whatever else it names is none and meets nothing. */
  void expression(TableName table, String sql) {
    for (String name : SqlIdentifiers.names(sql)) {
      add(Kind.COLUMN, table, name, Access.READ);
      add(Kind.FOREIGN_KEYS, table, name, Access.READ);
    }
  }

  /**
   * A key or an index can be the one that a foreign key or an identity column needs; without it a
   * foreign key may get an index of its own, under its name.
   */
  private void keyOn(TableName table, List<String> columns) {
    columns.forEach(column -> add(Kind.FOREIGN_KEYS, table, column, Access.READ));
    Optional<Table> found = before.find(table);
    for (ForeignKey key : found.map(Table::foreignKeys).orElseGet(List::of)) {
      if (!Collections.disjoint(key.columns(), columns)) {
        add(Kind.INDEX, table, key.name(), Access.CHANGE);
      }
    }
    if (found.stream().flatMap(t -> t.columns().stream()).anyMatch(c -> numbers(c, columns))) {
      add(Kind.IDENTITY, table, Access.CHANGE);
    }
  }

  private static boolean numbers(Column column, List<String> key) {
    return column.identity() != null && key.contains(column.name());
  }

  /**
   * Two branches make a row too long only where one of them alone fills half of the room. All that
   * is above the half of any database counts as that.
   */
  void rowSize(TableName table, DataType type) {
    long length = length(type);
    if (length > 0) {
      for (Column column : before.find(table).map(Table::columns).orElseGet(List::of)) {
        length += length(column.type());
      }
      add(Kind.ROW_SIZE, table, length > SHORT_ROW ? Access.CHANGE : Access.CHANGE_PART);
    }
  }

  private static long length(DataType type) {
    Integer length = type instanceof DataType.Scalar scalar ? scalar.length() : null;
    return length == null ? 0 : length;
  }

  void wholeTable(Table table) {
    table.columns().forEach(column -> types(column.type()));
    table.constraints().forEach(constraint -> constraint(table.name(), constraint));
    table.indexes().forEach(index -> index(table.name(), index));
    if (table.partitioning() != null) {
      table.partitioning().partitions().forEach(p -> partition(table.name(), p.name()));
    }
  }

  void partition(TableName table, String partition) {
    name(ObjectKind.PARTITION, table, partition);
  }

  /** What the keys and indexes of a table are called in a partition that is none any more. */
  void ownNames(Table table, String partition) {
    for (Constraint constraint : table.constraints()) {
      name(ObjectKind.of(constraint), table.name(), partition + "_" + constraint.name());
    }
    for (Index index : table.indexes()) {
      name(ObjectKind.INDEX, table.name(), partition + "_" + index.name());
    }
  }

  void tableName(TableName table) {
    add(Kind.TABLE, table, Access.CHANGE);
    name(ObjectKind.TABLE, table, table.name());
    typeName(table.name(), Access.READ);
    inSchema(table.schema());
  }

  /** What needs the table, or the view, and leaves its name alone. */
  void on(TableName table) {
    add(Kind.TABLE, table, Access.READ);
    read(ObjectKind.VIEW, table, table.name());
    read(ObjectKind.MATERIALIZED_VIEW, table, table.name());
  }

  private void read(ObjectKind kind, TableName owner, String name) {
    footprint.add(
        new Cell(Kind.OBJECT, owner.key(), kind.name() + '\0' + Names.fold(name)), Access.READ);
  }

  /** The column's old type, and the columns that must have the same one. */
  void joinedColumns(Table table, String column) {
    table.column(column).ifPresent(found -> types(found.type()));
    for (ForeignKey key : table.foreignKeys()) {
      if (key.columns().contains(column)) {
        columns(key.referredTable(), key.referredColumns(), Access.READ);
      }
    }
    for (Table other : before.tables()) {
      for (ForeignKey key : other.foreignKeys()) {
        if (key.referredTable().equals(table.name()) && key.referredColumns().contains(column)) {
          columns(other.name(), key.columns(), Access.READ);
        }
      }
    }
  }
}
