package io.schemachain.plan;

import io.schemachain.diagnostic.Located;
import io.schemachain.dialect.Dialect;
import io.schemachain.operation.Omittable;
import io.schemachain.operation.Operation;
import io.schemachain.revision.Downgrade;
import io.schemachain.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leaves out of revisions what a database has no such thing for, where the settings say so. */
public final class Omissions {
  private final Dialect dialect;
  private final Set<Omittable> omit;

  /**
   * @param omit what may be left out
   */
  public Omissions(Dialect dialect, Set<Omittable> omit) {
    this.dialect = dialect;
    this.omit = Set.copyOf(omit);
  }

  /** The revision without it; the canonical form and the checksum stay those of the document. */
  public Revision leftOutOf(Revision revision) {
    List<String> up = new ArrayList<>();
    List<String> down = new ArrayList<>();
    List<Located<Operation>> upgrade = leftOutOf(revision.upgrade(), up);
    Downgrade downgrade =
        revision.downgrade() instanceof Downgrade.Listed listed
            ? new Downgrade.Listed(leftOutOf(listed.operations(), down))
            : revision.downgrade();
    return up.isEmpty() && down.isEmpty()
        ? revision
        : revision.withOmissions(upgrade, downgrade, up, down);
  }

  private List<Located<Operation>> leftOutOf(
      List<Located<Operation>> operations, List<String> omissions) {
    List<Located<Operation>> left = new ArrayList<>(operations.size());
    for (Located<Operation> located : operations) {
      Optional<Operation> operation = Optional.of(located.value());
      for (Omittable feature : Omittable.values()) {
        if (!omit.contains(feature)
            || operation.isEmpty()
            || !dialect.lacks(feature, operation.get())) {
          continue;
        }
        Optional<Operation> without = feature.leftOutOf(operation.get());
        if (!without.equals(operation)) {
          omissions.add(
              "Left out: "
                  + feature.word()
                  + " of "
                  + operation.get().accept(OperationTitle.OF)
                  + " ("
                  + located.location()
                  + ").");
        }
        operation = without;
      }
      operation.ifPresent(value -> left.add(new Located<>(value, located.location())));
    }
    return left;
  }
}
