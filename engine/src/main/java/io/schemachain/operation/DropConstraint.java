package io.schemachain.operation;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Check;
import io.schemachain.model.Constraint;
import io.schemachain.model.Names;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drops a constraint, by its name, or by its kind and columns where the name is one that a database
 * made up.
 *
 * @param name null where kind and columns say which
 * @param kind null where the name alone says which
 * @param columns in any order; empty beside a name, and for the primary key
 * @param ifExists whether it is fine when there is none
 */
public record DropConstraint(
    TableName table,
    @Nullable String name,
    @Nullable ObjectKind kind,
    List<String> columns,
    boolean ifExists)
    implements Operation {
  public DropConstraint {
    requireNonNull(table, "table");
    columns = List.copyOf(columns);
    if (name != null) {
      Names.requireName(name, "constraint");
      if (!columns.isEmpty()) {
        throw new IllegalArgumentException("A constraint that is named needs no columns.");
      }
    } else if (kind == null) {
      throw new IllegalArgumentException("A constraint is dropped by its name or by its kind.");
    } else if (columns.isEmpty() && kind != ObjectKind.PRIMARY_KEY) {
      throw new IllegalArgumentException("A constraint without a name needs its columns.");
    }
  }

  /** By the name alone. */
  public DropConstraint(TableName table, String name) {
    this(table, name, null, List.of(), false);
  }

  /** Exactly this one. */
  static DropConstraint of(TableName table, Constraint constraint) {
    return new DropConstraint(
        table, constraint.name(), ObjectKind.of(constraint), List.of(), false);
  }

  /**
   * What is dropped, for messages: {@code fk_orders_user}, or {@code the foreign key (user_id)}.
   */
  public String what() {
    return name != null ? name : describe(requireNonNull(kind, "kind"), columns);
  }

  private static String describe(ObjectKind kind, List<String> columns) {
    return "the "
        + kind.words()
        + (columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")");
  }

  /**
   * The constraint that is meant, as far as a revision made it; empty if none did, whatever a
   * database has.
   *
   * @param in the table as it is before
   * @throws OperationException if several are meant
   */
  public Optional<Constraint> find(Table in) {
    List<Constraint> found = name != null ? in.constraints(name) : in.constraints();
    List<Constraint> meant = found.stream().filter(constraint -> isMeant(constraint, in)).toList();
    if (meant.size() > 1) {
      throw new OperationException(
          "The table "
              + table
              + " has "
              + meant.size()
              + " constraints that can be meant: "
              + String.join(
                  " and ",
                  meant.stream()
                      .map(c -> "the " + ObjectKind.of(c).words() + " " + c.name())
                      .toList())
              + ".",
          name != null ? "Add `kind`." : "Name the one: drop_constraint: {table, name}.");
    }
    return meant.stream().findFirst();
  }

  private boolean isMeant(Constraint constraint, Table in) {
    if (kind != null && ObjectKind.of(constraint) != kind) {
      return false;
    }
    return columns.isEmpty() || folded(columns).equals(folded(columnsOf(constraint, in)));
  }

  private static List<String> columnsOf(Constraint constraint, Table in) {
    return constraint instanceof Check check
        ? in.columns().stream()
            .map(column -> column.name())
            .filter(column -> SqlIdentifiers.uses(check.sql(), column))
            .toList()
        : constraint.columns();
  }

  private static Set<String> folded(List<String> names) {
    Set<String> folded = new HashSet<>();
    names.forEach(name -> folded.add(Names.fold(name)));
    return folded;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visitDropConstraint(this);
  }
}
