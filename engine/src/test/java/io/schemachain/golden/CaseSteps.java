package io.schemachain.golden;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.model.TableName;
import io.schemachain.plan.Online;
import io.schemachain.revision.Strategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps of each operation of a case: more than one where its strategy is online.
 *
 * @param parts by operation
 */
record CaseSteps(List<List<OperationStep>> parts) {
  /**
   * @param strategies of the operations that are written
   * @param lenient whether what has no online way is done as it is
   */
  static CaseSteps of(
      Dialect dialect,
      List<OperationStep> written,
      List<@Nullable Strategy> strategies,
      boolean lenient) {
    List<List<OperationStep>> parts = new ArrayList<>();
    Set<TableName> isNew = new HashSet<>();
    for (int i = 0; i < written.size(); i++) {
      OperationStep step = written.get(i);
      Online.newTable(step).ifPresent(isNew::add);
      boolean online = strategies.get(i) == Strategy.ONLINE && dialect.capabilities().online();
      parts.add(online ? online(dialect, step, isNew, lenient) : List.of(step));
    }
    return new CaseSteps(parts);
  }

  private static List<OperationStep> online(
      Dialect dialect, OperationStep step, Set<TableName> isNew, boolean lenient) {
    Online online = Online.of(dialect);
    Online.Way way = online.way(step, isNew);
    if (way.isOnline()) {
      return way.steps();
    }
    if (lenient) {
      return List.of(step);
    }
    throw online.refusal(step.operation(), way);
  }

  List<OperationStep> all() {
    return parts.stream().flatMap(List::stream).toList();
  }

  /** The statements of each operation. */
  List<List<SqlStatement>> render(Dialect dialect) {
    List<List<SqlStatement>> rendered = dialect.render(all());
    List<List<SqlStatement>> statements = new ArrayList<>();
    int next = 0;
    for (List<OperationStep> part : parts) {
      List<SqlStatement> together = new ArrayList<>();
      for (int i = 0; i < part.size(); i++) {
        together.addAll(rendered.get(next++));
      }
      statements.add(together);
    }
    return statements;
  }
}
