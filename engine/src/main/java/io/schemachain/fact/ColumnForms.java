package io.schemachain.fact;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Names;
import io.schemachain.model.Schema;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.DropColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The forms of what is done to a column, by the table as it is before. */
final class ColumnForms {
  /** Has one value for the whole statement. */
  private static final Pattern STABLE =
      Pattern.compile(
          "\\(*\\s*(now\\s*\\(\\s*\\)"
              + "|(current_timestamp|localtimestamp|current_time|localtime)(\\s*\\(\\s*\\d?\\s*\\))?"
              + "|current_date|current_user|session_user|null|true|false"
              + "|[-+]?\\d+(\\.\\d+)?|'(?:[^']|'')*+')\\s*\\)*",
          Pattern.CASE_INSENSITIVE);

  private final Schema schema;
  private final Table table;

  ColumnForms(Schema schema, TableName table) {
    this.schema = schema;
    this.table = schema.require(table);
  }

  List<FormUse> add(AddColumn operation) {
    List<FormUse> uses = new ArrayList<>();
    uses.add(use(added(operation.column())));
    if (isEnum(operation.column())) {
      uses.add(use("add-column-of-enum"));
    }
    if (table.options().has("strict")) {
      uses.add(use("add-column-to-strict"));
    }
    if (operation.position() != null) {
      uses.add(use("add-column-in-place"));
    }
    if (Forms.hasFulltext(table)) {
      uses.add(use("add-column-to-fulltext"));
    }
    return uses;
  }

  /** Where there are no types of this kind it has a check. */
  private static boolean isEnum(Column column) {
    return column.type() instanceof DataType.Enumeration;
  }

  private static String added(Column column) {
    if (column.identity() != null) {
      return "add-column/identity";
    }
    if (column.computed() != null) {
      return "add-column/computed-" + (column.computed().stored() ? "stored" : "virtual");
    }
    DefaultValue value = column.defaultValue();
    if (value == null) {
      return column.nullable() ? "add-column" : "add-column/required";
    }
    String kind = kind(value);
    boolean notNull = !column.nullable() && !kind.equals("volatile");
    return "add-column/" + kind + "-default" + (notNull ? "/not-null" : "");
  }

  private static String kind(DefaultValue value) {
    if (value instanceof DefaultValue.Expression expression) {
      return STABLE.matcher(expression.sql().strip()).matches() ? "stable" : "volatile";
    }
    return "constant";
  }

  List<FormUse> drop(DropColumn operation) {
    List<FormUse> uses = new ArrayList<>();
    boolean isVirtual =
        table
            .column(operation.column())
            .map(Column::computed)
            .filter(computed -> !computed.stored())
            .isPresent();
    uses.add(use("drop-column" + (isVirtual ? "/computed-virtual" : "")));
    if (Forms.hasFulltext(table)) {
      uses.add(use("drop-column-of-fulltext"));
    }
    return uses;
  }

  private static boolean has(List<String> columns, String column) {
    return columns.stream().anyMatch(name -> Names.same(name, column));
  }

  private List<TableName> referredBy(String column) {
    return table.foreignKeys().stream()
        .filter(key -> has(key.columns(), column))
        .map(ForeignKey::referredTable)
        .filter(other -> !other.key().equals(table.name().key()))
        .toList();
  }

  List<FormUse> alter(AlterColumn operation) {
    List<FormUse> uses = new ArrayList<>();
    Column old = table.column(operation.column()).orElseThrow();
    if (operation.newName() != null) {
      uses.add(use("rename-column" + (isChecked(old) ? "/checked" : "")));
    }
    addType(operation, old, uses);
    addNullability(operation, old, uses);
    if (operation.defaultValue().present()) {
      uses.add(use("alter-column/" + word(operation.defaultValue(), "set", "drop") + "-default"));
    }
    if (operation.identity().present()) {
      String suffix =
          operation.identity().value() == null
              ? "/dropped"
              : old.identity() == null ? "" : "/changed";
      uses.add(use("alter-column/identity" + suffix));
    }
    if (operation.computed().present()) {
      boolean isVirtual = old.computed() != null && !old.computed().stored();
      uses.add(
          use(
              "alter-column/computed"
                  + word(operation.computed(), isVirtual ? "/virtual" : "", "/dropped")));
    }
    if (operation.comment().present()) {
      uses.add(use("alter-column/comment"));
    }
    if (operation.collation().present()) {
      uses.add(use("alter-column/collation"));
    }
    if (operation.position() != null) {
      uses.add(use("alter-column/position"));
    }
    if (Forms.hasFulltext(table) && isWrittenAnew(operation, old)) {
      uses.add(use("alter-column-of-fulltext"));
    }
    return uses;
  }

  /** Where a table is written anew in place, if it has no full-text index. */
  private static boolean isWrittenAnew(AlterColumn operation, Column old) {
    return operation.position() != null
        || (operation.nullable() != null && operation.nullable() != old.nullable());
  }

  private static String word(Change<?> change, String set, String dropped) {
    return change.value() == null ? dropped : set;
  }

  private void addType(AlterColumn operation, Column old, List<FormUse> uses) {
    if (operation.using() != null) {
      uses.add(use(TypeForms.TYPE + "/using"));
    } else if (operation.type() != null && !operation.type().equals(old.type())) {
      uses.add(use(TypeForms.of(old.type(), operation.type())));
    } else {
      return;
    }
    if (isChecked(old)) {
      uses.add(use("alter-column/checked-type"));
    }
    List<TableName> others = new ArrayList<>(referredBy(old.name()));
    for (Table other : schema.referringTo(table.name())) {
      if (other.foreignKeys().stream().anyMatch(key -> refersTo(key, old.name()))) {
        others.add(other.name());
      }
    }
    if (!others.isEmpty()) {
      uses.add(new FormUse(table.name(), "alter-column/referring-type", others));
    }
  }

  private boolean isChecked(Column column) {
    return table.checks().stream()
        .anyMatch(check -> SqlIdentifiers.uses(check.sql(), column.name()));
  }

  private boolean refersTo(ForeignKey key, String column) {
    return key.referredTable().key().equals(table.name().key())
        && has(key.referredColumns(), column);
  }

  private void addNullability(AlterColumn operation, Column old, List<FormUse> uses) {
    if (operation.nullable() == null || operation.nullable() == old.nullable()) {
      return;
    }
    if (operation.nullable()) {
      uses.add(use("alter-column/nullable"));
    } else {
      uses.add(use("alter-column/not-null" + (isProven(old.name()) ? "/proven" : "")));
    }
  }

  /** Whether a validated check says that the column is not null. */
  private boolean isProven(String column) {
    return table.checks().stream()
        .filter(Check::validated)
        .anyMatch(check -> check.saysNotNull(column));
  }

  /** A copy is what tables with foreign keys to this one have to refer to. */
  private FormUse use(String form) {
    List<TableName> referring =
        schema.referringTo(table.name()).stream()
            .map(Table::name)
            .filter(other -> !other.key().equals(table.name().key()))
            .toList();
    return new FormUse(table.name(), form, referring);
  }
}
