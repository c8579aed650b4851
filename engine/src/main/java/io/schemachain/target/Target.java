package io.schemachain.target;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.dialect.Dialect;
import io.schemachain.diff.Renames;
import io.schemachain.introspect.MadeUpName;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import io.schemachain.operation.Companion;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The schema as it should be.
 *
 * @param kinds of objects beside tables that it says all about
 * @param madeUp the names in it that say nothing
 * @param companions what goes along with new parts
 */
public record Target(
    Schema schema,
    Renames renames,
    Set<ObjectKind> kinds,
    Set<MadeUpName> madeUp,
    List<Companion> companions) {
  public Target {
    requireNonNull(schema, "schema");
    requireNonNull(renames, "renames");
    kinds = Set.copyOf(kinds);
    madeUp = Set.copyOf(madeUp);
    companions = List.copyOf(companions);
  }

  /**
   * What several sources say together.
   *
   * @return nothing after mistakes, all of which are in {@code diagnostics}
   */
  public static Optional<Target> of(
      List<TargetSource> sources, Dialect dialect, Diagnostics diagnostics) {
    List<TargetParts> all = new ArrayList<>();
    Diagnostics own = new Diagnostics();
    for (TargetSource source : sources) {
      all.add(source.read(dialect, own));
    }
    Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
    Set<MadeUpName> madeUp = new HashSet<>();
    List<Companion> companions = new ArrayList<>();
    Map<TableName, Optional<String>> tables = new HashMap<>();
    Map<Renames.ColumnName, Optional<String>> columns = new HashMap<>();
    List<Located<Operation>> operations = new ArrayList<>();
    for (TargetParts parts : all) {
      kinds.addAll(parts.kinds());
      madeUp.addAll(parts.madeUp());
      companions.addAll(parts.companions());
      tables.putAll(parts.renames().tables());
      columns.putAll(parts.renames().columns());
      operations.addAll(parts.operations());
    }
    Schema schema = new TargetBuilder(dialect, own).build(operations);
    diagnostics.addAll(own);
    return own.hasErrors()
        ? Optional.empty()
        : Optional.of(new Target(schema, new Renames(tables, columns), kinds, madeUp, companions));
  }
}
