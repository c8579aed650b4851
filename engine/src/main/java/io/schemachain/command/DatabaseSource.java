package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.diff.Migration;
import io.schemachain.diff.Migrator;
import io.schemachain.diff.Renames;
import io.schemachain.diff.Side;
import io.schemachain.format.TargetPlace;
import io.schemachain.introspect.Introspected;
import io.schemachain.model.Schema;
import io.schemachain.operation.Operation;
import io.schemachain.target.TargetParts;
import io.schemachain.target.TargetSource;
import java.util.List;

/** Another database as the target: what it has now. */
final class DatabaseSource implements TargetSource {
  private final Workspace workspace;
  private final TargetPlace.Database place;

  /**
   * @param workspace at the environment of the other database
   */
  DatabaseSource(Workspace workspace, TargetPlace.Database place) {
    this.workspace = requireNonNull(workspace, "workspace");
    this.place = requireNonNull(place, "place");
  }

  @Override
  public String title() {
    return "the database " + place.environment();
  }

  @Override
  public TargetParts read(Dialect dialect, Diagnostics diagnostics) {
    try (Database database = workspace.connectToLook()) {
      if (!database.dialect().name().equals(dialect.name())) {
        throw CommandException.of(
            Status.INVALID,
            "The target "
                + place.environment()
                + " is a "
                + database.dialect().displayName()
                + ", which cannot be compared with "
                + dialect.displayName()
                + ".");
      }
      Introspected read = database.introspect(List.of());
      LookedAt lookedAt = new LookedAt(workspace.settings());
      Migration all =
          Migrator.migrate(
              new Migrator.Request(
                  dialect,
                  dialect.introspection().kinds(),
                  Side.of(Schema.empty(dialect.nameScopes())),
                  Side.of(read),
                  Renames.NONE,
                  lookedAt::has));
      List<Located<Operation>> operations =
          all.steps().stream()
              .map(step -> new Located<>(step.operation(), place.location()))
              .toList();
      return new TargetParts(operations, Renames.NONE, dialect.introspection().kinds().all());
    }
  }
}
