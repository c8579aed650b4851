package io.schemachain.plan;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Located;
import io.schemachain.operation.Operation;
import io.schemachain.revision.RevisionHeader;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says what two revisions of different branches do to each other.
 *
 * @param first an operation of {@code earlier}
 * @param second an operation of {@code later}
 * @param orders what {@code first} and {@code second} do in both orders, or {@code whole} where
 *     each two operations get on
 * @param whole what the revisions do
 */
record ConflictMessage(
    RevisionHeader earlier,
    Located<Operation> first,
    RevisionHeader later,
    Located<Operation> second,
    BothOrders orders,
    BothOrders whole) {

  private static final int MOST_NAMED = 10;

  /** One error for an operation: the first message whole, of the others whom they are about. */
  static Diagnostic diagnostic(List<ConflictMessage> ofOneOperation) {
    ConflictMessage first = ofOneOperation.get(0);
    return Diagnostic.error(
        first.second.location(),
        "The revisions "
            + first.earlier.title()
            + " and "
            + first.later.title()
            + " collide, and neither builds on the other: "
            + first.difference()
            + others(ofOneOperation.subList(1, ofOneOperation.size())),
        first.hint());
  }

  private static String others(List<ConflictMessage> others) {
    if (others.isEmpty()) {
      return "";
    }
    int named = Math.min(MOST_NAMED, others.size());
    String titles =
        others.subList(0, named).stream()
            .map(other -> other.earlier.title() + " (" + other.first.location() + ")")
            .collect(Collectors.joining(", "));
    return " It collides as well with "
        + titles
        + (named < others.size() ? " and " + (others.size() - named) + " more." : ".");
  }

  private String difference() {
    String one = title(first) + " (" + first.location() + ")";
    String other = title(second);
    if (orders.b().fits() && !orders.ab().fits()) {
      return "after " + one + ", " + other + " does not fit. " + orders.ab().problem();
    }
    if (orders.a().fits() && !orders.ba().fits()) {
      return "after " + other + ", " + one + " does not fit. " + orders.ba().problem();
    }
    if (!orders.b().fits() && orders.ab().fits()) {
      return other + " fits only after " + one + ". " + orders.b().problem();
    }
    if (!orders.a().fits() && orders.ba().fits()) {
      return one + " fits only after " + other + ". " + orders.a().problem();
    }
    return "the schema depends on whether "
        + one
        + " or "
        + other
        + " comes last: "
        + String.join("; ", SchemaDifference.describe(orders.ba().after(), orders.ab().after()))
        + ".";
  }

  private static String title(Located<Operation> operation) {
    return operation.value().accept(OperationTitle.OF);
  }

  private String hint() {
    if (whole.firstMayComeFirst()) {
      return whole.secondMayComeFirst()
          ? "Say which comes last: add "
              + earlier.id()
              + " to `depends_on` in "
              + later.id()
              + ", or the other way round; or change one."
          : order(earlier, later, later.id());
    }
    if (whole.secondMayComeFirst()) {
      return order(later, earlier, earlier.id() + " (" + earlier.location() + ")");
    }
    return fitInNoOrder()
        ? "They fit in no order: take "
            + title(second)
            + " out of "
            + later.id()
            + " and add "
            + earlier.id()
            + " to `depends_on` there, or the other way round."
        : "They fit in no order: change one of the revisions.";
  }

  /** A revision without `down_revision` is one that forgot it more often than a base. */
  private static String order(RevisionHeader first, RevisionHeader then, String named) {
    String add = "Add " + first.id() + " to `depends_on` in " + named + ", or change one.";
    return then.downRevisions().isEmpty() && then.branchLabels().isEmpty()
        ? "Write `down_revision: "
            + first.id()
            + "` in "
            + then.id()
            + ", if it belongs on top of it. Else: "
            + Character.toLowerCase(add.charAt(0))
            + add.substring(1)
        : add;
  }

  /** Whether it is these two operations, and not only the revisions. */
  @SuppressWarnings("ReferenceEquality") // the same object where nothing smaller was found
  private boolean fitInNoOrder() {
    return orders != whole && !orders.firstMayComeFirst() && !orders.secondMayComeFirst();
  }
}
