package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.diff.Difference;
import io.schemachain.diff.SchemaDiff;
import io.schemachain.diff.Side;
import io.schemachain.format.Selection;
import io.schemachain.format.Settings;
import io.schemachain.introspect.Introspected;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.TableName;
import java.util.List;

/**
 * Which differences are looked at: not those of our own tables, nor what the settings leave out.
 */
final class LookedAt {
  private final Selection selection;
  private final Settings.VersionTable own;

  LookedAt(Settings settings) {
    this.selection = requireNonNull(settings, "settings").selection();
    this.own = settings.versionTable();
  }

  /** In what a catalog differs from a schema. */
  List<Difference> between(Dialect dialect, Schema expected, Introspected read) {
    return SchemaDiff.of(dialect, dialect.introspection().kinds(), Side.of(expected), Side.of(read))
        .stream()
        .filter(this::has)
        .toList();
  }

  boolean has(Difference difference) {
    if (difference instanceof Difference.OfObject of) {
      SchemaObject object =
          of.after() != null ? of.after() : requireNonNull(of.before(), "neither side has it");
      return object.table() == null
          ? selection.has(object.kind(), object.name())
          : has(object.table()) && selection.has(object.kind(), object.name());
    }
    TableName table = difference.table();
    return table == null || has(table);
  }

  private boolean has(TableName table) {
    return !isOwn(table) && selection.has(ObjectKind.TABLE, table);
  }

  private boolean isOwn(TableName table) {
    return table.key().equals(new TableName(own.schema(), own.name()).key())
        || table.key().equals(new TableName(own.schema(), own.journal()).key());
  }
}
