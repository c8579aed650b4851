package io.schemachain.lint;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Constraint;
import io.schemachain.model.EnumType;
import io.schemachain.model.Namespace;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.CreateCheckConstraint;
import io.schemachain.operation.CreateForeignKey;
import io.schemachain.operation.CreateFunction;
import io.schemachain.operation.CreateIndex;
import io.schemachain.operation.CreateMaterializedView;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.CreateProcedure;
import io.schemachain.operation.CreateSchema;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.CreateTrigger;
import io.schemachain.operation.CreateType;
import io.schemachain.operation.CreateUniqueConstraint;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.Operation;
import io.schemachain.operation.RenameIndex;
import io.schemachain.operation.RenameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A name that an operation gives.
 *
 * @param kind as settings call it: {@code table}, {@code column}, {@code foreign_key}
 * @param words the same for messages: {@code foreign key}
 */
public record DefinedName(String kind, String words, String name) {
  private static final Set<String> PARTS =
      Set.of("index", "primary_key", "unique", "foreign_key", "check", "exclude_constraint");

  public DefinedName {
    requireNonNull(kind, "kind");
    requireNonNull(words, "words");
    requireNonNull(name, "name");
  }

  /** Whether queries write it, which never name an index or a constraint. */
  public boolean isInQueries() {
    return !PARTS.contains(kind) && !kind.equals("trigger");
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
    return ofPart(operation).or(() -> ofObject(operation)).map(List::of).orElse(List.of());
  }

  private static Optional<DefinedName> ofPart(Operation operation) {
    if (operation instanceof CreateIndex create) {
      return Optional.of(of(ObjectKind.INDEX, create.index().name()));
    }
    if (operation instanceof RenameIndex rename) {
      return Optional.of(of(ObjectKind.INDEX, rename.newName()));
    }
    if (operation instanceof CreatePrimaryKey create) {
      return Optional.of(of(create.primaryKey()));
    }
    if (operation instanceof CreateUniqueConstraint create) {
      return Optional.of(of(create.constraint()));
    }
    if (operation instanceof CreateForeignKey create) {
      return Optional.of(of(create.foreignKey()));
    }
    return operation instanceof CreateCheckConstraint create
        ? Optional.of(of(create.check()))
        : Optional.empty();
  }

  private static Optional<DefinedName> ofObject(Operation operation) {
    SchemaObject object = null;
    if (operation instanceof CreateView create) {
      object = create.view();
    } else if (operation instanceof CreateMaterializedView create) {
      object = create.view();
    } else if (operation instanceof CreateSequence create) {
      object = create.sequence();
    } else if (operation instanceof CreateFunction create) {
      object = create.function();
    } else if (operation instanceof CreateProcedure create) {
      object = create.procedure();
    } else if (operation instanceof CreateTrigger create) {
      object = create.trigger();
    } else if (operation instanceof CreateType create) {
      object = new EnumType(create.type());
    } else if (operation instanceof CreateSchema create) {
      object = new Namespace(create.schema());
    }
    return Optional.ofNullable(object).map(one -> of(one.kind(), one.name().name()));
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
    String word =
        switch (kind) {
          case UNIQUE -> "unique";
          case CHECK -> "check";
          case MATERIALIZED_VIEW -> "view";
          case FUNCTION, PROCEDURE -> "routine";
          default -> kind.words().replace(' ', '_');
        };
    return new DefinedName(word, kind.words(), name);
  }

  private static DefinedName column(String name) {
    return new DefinedName("column", "column", name);
  }

  /** For messages: {@code foreign key fk_posts_user_id}. */
  @Override
  public String toString() {
    return words + " " + name;
  }
}
