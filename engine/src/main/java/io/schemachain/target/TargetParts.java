package io.schemachain.target;

import io.schemachain.diagnostic.Located;
import io.schemachain.diff.Renames;
import io.schemachain.introspect.MadeUpName;
import io.schemachain.model.ObjectKind;
import io.schemachain.operation.Companion;
import io.schemachain.operation.Operation;
import java.util.List;
import java.util.Set;

/**
 * What one source says.
 *
 * @param operations what makes its parts; the order counts only between operations on one table
 * @param renames what it says of former names
 * @param kinds of objects beside tables that it says all about; those of other kinds are not its
 *     business
 * @param madeUp the names that the source does not say
 * @param companions what goes along with new parts
 */
public record TargetParts(
    List<Located<Operation>> operations,
    Renames renames,
    Set<ObjectKind> kinds,
    Set<MadeUpName> madeUp,
    List<Companion> companions) {
  public TargetParts {
    operations = List.copyOf(operations);
    kinds = Set.copyOf(kinds);
    madeUp = Set.copyOf(madeUp);
    companions = List.copyOf(companions);
  }

  /** What a source says in which every name means something. */
  public TargetParts(List<Located<Operation>> operations, Renames renames, Set<ObjectKind> kinds) {
    this(operations, renames, kinds, Set.of(), List.of());
  }

  /** After mistakes. */
  public static TargetParts none() {
    return new TargetParts(List.of(), Renames.NONE, Set.of());
  }
}
