package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Constraint;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Table;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateSchema;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A name that an operation gives.
 *
 * @param kind as settings call it: {@code table}, {@code column}, {@code foreign_key}
 */
public record DefinedName(String kind, String name) {
  public DefinedName {
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
  }

  private static final Set<String> PARTS =
      Set.of(
          "index",
          "primary_key",
          "unique_constraint",
          "foreign_key",
          "check_constraint",
          "exclude_constraint");

  /** Whether queries write it, which never name an index or a constraint. */
  public boolean isInQueries() {
    return !PARTS.contains(kind);
  }

  /** Those of an operation. */
  public static List<DefinedName> of(OperationSite site) {
    Operation operation = site.operation();
    if (operation instanceof CreateTable create) {
      return site.table(create.table().name()).isPresent() ? List.of() : of(create.table());
    }
    if (operation instanceof AddColumn add) {
      return List.of(column(add.column().name()));
    }
    if (operation instanceof AlterColumn alter && alter.newName() != null) {
      return List.of(column(alter.newName()));
    }
    if (operation instanceof RenameTable rename) {
      return List.of(of(ObjectKind.TABLE, rename.newName()));
    }
    if (operation instanceof CreateIndex create) {
      return List.of(of(ObjectKind.INDEX, create.index().name()));
    }
    if (operation instanceof RenameIndex rename) {
      return List.of(of(ObjectKind.INDEX, rename.newName()));
    }
    return ofOther(operation);
  }

  private static List<DefinedName> ofOther(Operation operation) {
    if (operation instanceof CreatePrimaryKey create) {
      return List.of(of(create.primaryKey()));
    }
    if (operation instanceof CreateUniqueConstraint create) {
      return List.of(of(create.constraint()));
    }
    if (operation instanceof CreateForeignKey create) {
      return List.of(of(create.foreignKey()));
    }
    if (operation instanceof CreateCheckConstraint create) {
      return List.of(of(create.check()));
    }
    if (operation instanceof CreateView create) {
      return List.of(of(ObjectKind.VIEW, create.view().name().name()));
    }
    if (operation instanceof CreateSequence create) {
      return List.of(of(ObjectKind.SEQUENCE, create.sequence().name().name()));
    }
    if (operation instanceof CreateType create) {
      return List.of(of(ObjectKind.TYPE, create.type().name()));
    }
    if (operation instanceof CreateSchema create) {
      return List.of(of(ObjectKind.SCHEMA, create.schema()));
    }
    return List.of();
  }

  private static List<DefinedName> of(Table table) {
    List<DefinedName> names = new ArrayList<>();
    names.add(of(ObjectKind.TABLE, table.name().name()));
    table.columns().forEach(column -> names.add(column(column.name())));
    table.constraints().forEach(constraint -> names.add(of(constraint)));
    table.indexes().forEach(index -> names.add(of(ObjectKind.INDEX, index.name())));
    return names;
  }

  private static DefinedName of(Constraint constraint) {
    return of(ObjectKind.of(constraint), constraint.name());
  }

  private static DefinedName of(ObjectKind kind, String name) {
    return new DefinedName(kind.words().replace(' ', '_'), name);
  }

  private static DefinedName column(String name) {
    return new DefinedName("column", name);
  }

  /** For messages: {@code foreign key fk_posts_user_id}. */
  @Override
  public String toString() {
    return kind.replace('_', ' ') + " " + name;
  }
}
