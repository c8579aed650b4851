package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.apply.CatalogAccess;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.StoredForm;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Kinds;
import io.schemachain.introspect.MadeUpName;
import io.schemachain.model.Constraint;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Partitioning;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares what is read from a catalog with the model, part by part, in their stored forms. */
final class IntrospectionCheck {
  private final Dialect dialect;
  private final StoredForm form;

  private IntrospectionCheck(Dialect dialect) {
    this.dialect = dialect;
    this.form = dialect.storedForm();
  }

  /**
   * The catalog has what the model has, in all that both hold. It is read as that of the server,
   * whatever version was rendered for.
   *
   * @param exactly whether it has no objects beside tables that the model does not know
   */
  static void check(Connection connection, Dialect rendered, Schema schema, boolean exactly)
      throws SQLException {
    Dialect dialect =
        rendered.forVersion(
            rendered.serverVersion(connection.getMetaData().getDatabaseProductVersion()));
    if (dialect
        .introspection()
        .queries(CatalogAccess.scope(connection, dialect, schema))
        .isEmpty()) {
      return;
    }
    Introspected read = CatalogAccess.read(connection, dialect, schema);
    IntrospectionCheck check = new IntrospectionCheck(dialect);
    assertThat(check.tables(read, schema))
        .as("Tables; left out: %s", read.leftOut())
        .isEqualTo(check.tables(new Introspected(schema, Set.of(), List.of()), schema));
    Set<String> objects = check.objects(read.schema());
    Set<String> expected = check.objects(schema);
    if (exactly) {
      assertThat(objects).as("Objects; left out: %s", read.leftOut()).isEqualTo(expected);
    } else {
      assertThat(objects).containsAll(expected);
    }
  }

  private String tables(Introspected read, Schema model) {
    List<String> lines = new ArrayList<>();
    for (Table table : read.schema().tables()) {
      Table named = model.find(table.name()).map(other -> named(table, other, read)).orElse(table);
      Table stored = form.of(named);
      String of = " of " + table.name();
      lines.add("table " + table.name() + " " + stored.comment() + " " + stored.options());
      stored.columns().forEach(column -> lines.add(column + of));
      stored.constraints().forEach(constraint -> lines.add(constraint + of));
      stored.indexes().forEach(index -> lines.add(index + of));
      boolean computed =
          model
              .find(table.name())
              .map(Table::partitioning)
              .filter(Partitioning::hasExpressions)
              .isPresent();
      Partitioning partitioning = stored.partitioning();
      lines.add(
          "partitioning "
              + (computed && partitioning != null ? partitioning.withNamesAlone() : partitioning)
              + of);
    }
    lines.sort(null);
    return String.join("\n", lines);
  }

  /** With the names of the model where those of the catalog say nothing. */
  private Table named(Table table, Table model, Introspected read) {
    Table named = table;
    for (Constraint constraint : List.copyOf(table.constraints())) {
      ObjectKind kind = ObjectKind.of(constraint);
      if (!read.madeUp().contains(new MadeUpName(table.name(), kind, constraint.name()))) {
        continue;
      }
      for (Constraint other : form.of(model).constraints()) {
        if (new HashSet<>(form.of(named).constraints()).contains(other)) {
          continue; // Another one of the same words has that name.
        }
        Constraint renamed = constraint.withName(other.name());
        Table alone = form.of(named.minus(constraint).plus(renamed));
        if (ObjectKind.of(other) == kind && new HashSet<>(alone.constraints()).contains(other)) {
          named = named.minus(constraint).plus(renamed);
          break;
        }
      }
    }
    return named;
  }

  private Set<String> objects(Schema schema) {
    Set<String> lines = new HashSet<>();
    for (SchemaObject object : form.objects(schema)) {
      Kinds kinds = dialect.introspection().kinds();
      if (kinds.reworded().contains(object.kind())) {
        lines.add(object.kind() + " " + object.name());
      } else if (kinds.all().contains(object.kind())) {
        lines.add(object.toString());
      }
    }
    return lines;
  }
}
