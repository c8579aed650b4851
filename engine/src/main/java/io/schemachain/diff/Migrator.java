package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.introspect.Kinds;
import io.schemachain.operation.CreateTableComment;
import io.schemachain.operation.DropTableComment;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Finds the operations that lead from one schema to another, in phases: what stands in the way goes
 * first, then tables and columns change, then what is built on them comes.
 */
public final class Migrator {
  private final Request request;
  private final Steps steps;

  /**
   * What is asked for.
   *
   * @param kinds of objects beside tables
   * @param counts whether a difference is our business: nothing that is not ours is removed
   */
  public record Request(
      Dialect dialect,
      Kinds kinds,
      Side from,
      Side to,
      Renames renames,
      Predicate<Difference> counts) {
    public Request {
      requireNonNull(dialect, "dialect");
      requireNonNull(kinds, "kinds");
      requireNonNull(from, "from");
      requireNonNull(to, "to");
      requireNonNull(renames, "renames");
      requireNonNull(counts, "counts");
    }
  }

  private Migrator(Request request) {
    this.request = request;
    this.steps = new Steps(request.dialect(), request.from().schema());
  }

  /**
   * The whole way.
   *
   * @throws io.schemachain.operation.OperationException if an operation does not fit, which is a
   *     mistake in what is wanted
   */
  public static Migration migrate(Request request) {
    return new Migrator(request).run();
  }

  private Migration run() {
    List<Undecided> undecided =
        new RenameFinder(
                request.dialect().storedForm(),
                request.renames(),
                request.to().schema(),
                request.counts(),
                steps)
            .find();
    if (!undecided.isEmpty()) {
      return new Migration(steps.found(), steps.all(), undecided, List.of());
    }
    List<Difference> all = compare();
    all.forEach(difference -> steps.found(line(difference)));
    if (all.isEmpty()) {
      return new Migration(steps.found(), steps.all(), List.of(), List.of());
    }
    ObjectMigrator objects = new ObjectMigrator(steps, request.to().schema());
    new PartitionMigrator(steps, request.to().schema()).migrate(all);
    // A partition that becomes a table is no new table, a renamed value no other default.
    List<Difference> differences = compare();
    objects.createFirst(differences);
    objects.dropValues(differences);
    migrateTables(compare(), objects);
    return new Migration(steps.found(), steps.all(), List.of(), compare());
  }

  private void migrateTables(List<Difference> differences, ObjectMigrator objects) {
    ViewMigrator views = new ViewMigrator(steps);
    KeyMigrator keys = new KeyMigrator(steps, request.from(), request.to().schema(), differences);
    TableMigrator tables = new TableMigrator(steps, request.to().schema());
    views.drop(differences);
    keys.drop();
    tables.drop(differences, keys);
    tables.migrate(differences);
    keys.create(tables);
    comments(differences);
    objects.drop(differences);
    objects.createOthers(differences);
    views.create();
    objects.createOnTables(differences);
  }

  private static String line(Difference difference) {
    return difference.kind().toString().toLowerCase(Locale.ROOT) + " " + difference.text();
  }

  private List<Difference> compare() {
    return SchemaDiff.of(
            request.dialect(), request.kinds(), request.from().with(steps.schema()), request.to())
        .stream()
        .filter(request.counts())
        .toList();
  }

  private void comments(List<Difference> differences) {
    for (Difference difference : differences) {
      if (difference instanceof Difference.OfComment comment) {
        steps.add(
            comment.after() == null
                ? new DropTableComment(comment.table())
                : new CreateTableComment(comment.table(), comment.after()));
      }
    }
  }
}
