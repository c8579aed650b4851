package io.schemachain.dialect.sqlite;

import io.schemachain.dialect.sqlite.SqliteTableText.ConstraintText;
import io.schemachain.dialect.sqlite.SqliteTableText.Reference;
import io.schemachain.dialect.sqlite.SqliteTableText.Rule;
import io.schemachain.introspect.SchemaDraft;
import io.schemachain.introspect.TableDraft;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Names;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of tables, from their texts. SQLite keeps a name where one was written and needs
 * none; what has none, or the name of another one, gets one here.
 */
final class SqliteTableConstraints {
  private final SchemaDraft draft;

  /** By their names as keys, since case says nothing. */
  private final Map<String, TableDraft> tables = new HashMap<>();

  private final Map<String, List<String>> primaryKeys = new HashMap<>();
  private final Map<TableName, Set<String>> names = new HashMap<>();
  private final Map<TableDraft, List<ConstraintText>> foreignKeys = new LinkedHashMap<>();

  SqliteTableConstraints(SchemaDraft draft) {
    this.draft = draft;
  }

  /** All but the foreign keys, for which all tables must be there. */
  void read(TableDraft table, SqliteTableText text) {
    tables.put(table.name().key(), table);
    for (String column : text.notNullConflicts()) {
      draft.leaveOut("clause", "ON CONFLICT of " + table.name() + "." + column, "");
    }
    reserveNames(table, text);
    for (ConstraintText constraint : text.constraints()) {
      if (constraint.rule() == Rule.FOREIGN_KEY) {
        foreignKeys.computeIfAbsent(table, t -> new ArrayList<>()).add(constraint);
      } else {
        add(table, constraint);
      }
    }
  }

  void foreignKeys() {
    foreignKeys.forEach(
        (table, constraints) ->
            constraints.forEach(constraint -> addForeignKey(table, constraint)));
  }

  private void add(TableDraft table, ConstraintText text) {
    List<String> columns = columns(table, text.columns());
    if (columns == null) {
      leaveOut(table, text, "one of its columns is left out");
      return;
    }
    if (text.leftOut().stream().anyMatch(clause -> clause.startsWith("COLLATE"))) {
      leaveOut(table, text, "it compares by another collation than the columns");
      return;
    }
    String name = name(table, text);
    switch (text.rule()) {
      case PRIMARY_KEY -> {
        table.add(new PrimaryKey(name, columns));
        primaryKeys.put(table.name().key(), columns);
      }
      case UNIQUE -> table.add(new UniqueConstraint(name, columns));
      default -> table.add(new Check(name, text.sql()));
    }
    clauses(table, text, name);
  }

  private void addForeignKey(TableDraft table, ConstraintText text) {
    Reference reference = text.reference();
    if (reference == null) {
      throw new IllegalStateException("A foreign key to nothing: " + text);
    }
    TableDraft referred = tables.get(new TableName(table.name().schema(), reference.table()).key());
    if (referred == null) {
      leaveOut(table, text, "there is no table " + reference.table());
      return;
    }
    List<String> from = columns(table, text.columns());
    List<String> to =
        reference.columns().isEmpty()
            ? primaryKeys.get(referred.name().key())
            : columns(referred, reference.columns());
    if (from == null || to == null) {
      leaveOut(table, text, "its columns or those of " + reference.table() + " are not there");
      return;
    }
    String name = name(table, text);
    try {
      table.add(
          new ForeignKey(
              name,
              from,
              referred.name(),
              to,
              reference.onDelete(),
              reference.onUpdate(),
              reference.deferral(),
              false,
              true));
      clauses(table, text, name);
    } catch (IllegalArgumentException e) {
      leaveOut(table, text, String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
    }
  }

  /** As the columns are spelled where they are; null if one is not there. */
  private static @Nullable List<String> columns(TableDraft table, List<String> written) {
    List<String> columns = new ArrayList<>(written.size());
    for (String name : written) {
      Column column = table.column(name);
      if (column == null) {
        return null;
      }
      columns.add(column.name());
    }
    return columns;
  }

  // Names

  /** What has a name keeps it, also when something without one stands before it. */
  private void reserveNames(TableDraft table, SqliteTableText text) {
    Set<String> taken = names.computeIfAbsent(table.name(), t -> new HashSet<>());
    for (ConstraintText constraint : text.constraints()) {
      if (constraint.name() != null) {
        taken.add(Names.fold(constraint.name()));
      }
    }
  }

  private String name(TableDraft table, ConstraintText text) {
    String written = text.name();
    if (written != null
        && SqliteIntrospection.isWritable(written)
        && table.constraints().stream().noneMatch(c -> Names.same(c.name(), written))) {
      return written;
    }
    Set<String> taken = names.computeIfAbsent(table.name(), t -> new HashSet<>());
    int number = 1;
    while (!taken.add("unnamed_" + number)) {
      number++;
    }
    String name = "unnamed_" + number;
    draft.madeUp(table.name(), kind(text.rule()), name);
    return name;
  }

  private static ObjectKind kind(Rule rule) {
    return switch (rule) {
      case PRIMARY_KEY -> ObjectKind.PRIMARY_KEY;
      case UNIQUE -> ObjectKind.UNIQUE;
      case CHECK -> ObjectKind.CHECK;
      case FOREIGN_KEY -> ObjectKind.FOREIGN_KEY;
    };
  }

  // What is left out

  private void leaveOut(TableDraft table, ConstraintText text, String reason) {
    String name = text.name() == null ? "on " + String.join(", ", text.columns()) : text.name();
    draft.leaveOut(kind(text.rule()).words(), name + " of " + table.name(), reason);
  }

  private void clauses(TableDraft table, ConstraintText text, String name) {
    for (String clause : text.leftOut()) {
      draft.leaveOut("clause", clause + " of " + name + " of " + table.name(), "");
    }
  }
}
