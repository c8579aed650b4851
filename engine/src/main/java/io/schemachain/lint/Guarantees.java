package io.schemachain.lint;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Constraint;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Names;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.SqlIdentifiers;
import io.schemachain.model.Table;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.DropConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What holds for every row of a table, and no longer does once a constraint is gone. */
public final class Guarantees {
  private Guarantees() {}

  /**
   * The constraint that is dropped, where nothing at the end of the revision says the same; empty
   * also where the table is new, goes itself, or no revision made the constraint.
   */
  public static <T extends Constraint> Optional<T> lost(OperationSite site, Class<T> kind) {
    if (!(site.operation() instanceof DropConstraint drop) || site.isNew(drop.table())) {
      return Optional.empty();
    }
    Optional<Constraint> dropped = site.table(drop.table()).flatMap(drop::find);
    Optional<Table> end = site.revision().after().find(drop.table());
    return dropped
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(constraint -> end.isPresent() && !holds(constraint, end.get(), checksBefore(site)));
  }

  private static List<Check> checksBefore(OperationSite site) {
    return site.revision().before().tables().stream()
        .flatMap(table -> table.checks().stream())
        .toList();
  }

  private static boolean holds(Constraint constraint, Table table, List<Check> known) {
    if (constraint instanceof ForeignKey key) {
      return table.foreignKeys().stream()
          .anyMatch(
              other ->
                  other.referredTable().key().equals(key.referredTable().key())
                      && same(other.columns(), key.columns()));
    }
    if (constraint instanceof Check check) {
      return isReplaced(check, table, known);
    }
    boolean isKey = constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint;
    return isKey
        ? Keys.areUnique(table, constraint.columns())
        : table.constraints().contains(constraint);
  }

  /** By a new condition on the same columns, or by NOT NULL. */
  private static boolean isReplaced(Check check, Table table, List<Check> known) {
    List<Column> columns =
        table.columns().stream()
            .filter(column -> SqlIdentifiers.uses(check.sql(), column.name()))
            .toList();
    if (columns.isEmpty()) {
      return true; // It went with the column.
    }
    return columns.stream().anyMatch(c -> !c.nullable() && check.saysNotNull(c.name()))
        || table.checks().stream()
            .anyMatch(
                other ->
                    !known.contains(other)
                        && columns.stream()
                            .allMatch(c -> SqlIdentifiers.uses(other.sql(), c.name())));
  }

  private static boolean same(List<String> columns, List<String> others) {
    return folded(columns).equals(folded(others));
  }

  private static Set<String> folded(List<String> names) {
    Set<String> folded = new HashSet<>();
    names.forEach(name -> folded.add(Names.fold(name)));
    return folded;
  }
}
