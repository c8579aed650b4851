package io.schemachain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.model.Schema;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Footprints that do not meet promise that the order makes no difference. */
final class FootprintTest {
  private static final SourceLocation HERE = SourceLocation.ofFile(new SourceText("a.yaml", ""));
  private static final int SCHEMAS = 250;
  private static final int LISTS = 12;

  private final RandomOperations random = new RandomOperations(new Random(20_261_120));
  private int apart;
  private int different;

  private record Trial(List<Operation> operations, Footprint footprint, Replay.Result alone) {}

  @Test
  void operationsThatDoNotMeetComeInAnyOrder() {
    for (int i = 0; i < SCHEMAS; i++) {
      Dialect dialect = Dialects.ALL.get(i % Dialects.ALL.size());
      Schema empty = Schema.empty(dialect.nameScopes());
      Schema schema = replay(operations(18, 0, empty), empty).after();
      List<Trial> trials = new ArrayList<>();
      for (int list = 0; list < LISTS; list++) {
        List<Operation> operations = operations(1 + list % 3, 10, schema);
        trials.add(
            new Trial(
                operations, footprint(operations, schema, dialect), replay(operations, schema)));
      }
      for (int a = 0; a < LISTS; a++) {
        for (int b = 0; b < a; b++) {
          check(trials.get(a), trials.get(b), schema, dialect);
        }
      }
    }
    // Otherwise the test would be about nothing.
    assertThat(apart).isGreaterThan(3000);
    assertThat(different).isGreaterThan(3000);
  }

  /** Most of them fit, each behind those before it. */
  private List<Operation> operations(int count, int percentAtRandom, Schema before) {
    List<Operation> operations = new ArrayList<>();
    Schema schema = before;
    for (int i = 0; i < count; i++) {
      Replay.Result result = replay(List.of(random.operation()), schema);
      for (int tries = 0; tries < 30 && result.steps().isEmpty(); tries++) {
        result = replay(List.of(random.operation()), schema);
      }
      result.steps().forEach(step -> operations.add(step.operation()));
      if (random.chance(percentAtRandom)) {
        operations.add(random.operation());
      }
      schema = result.after();
    }
    return operations;
  }

  private static List<Located<Operation>> located(List<Operation> operations) {
    return operations.stream().map(operation -> new Located<>(operation, HERE)).toList();
  }

  private static Replay.Result replay(List<Operation> operations, Schema schema) {
    // PostgreSQL allows the longest names; what else it is does not matter to the model.
    return new Replay(Dialects.ALL.get(0), new Diagnostics()).run(located(operations), schema);
  }

  private void check(Trial a, Trial b, Schema schema, Dialect dialect) {
    Replay.Result aBehind = replay(a.operations, b.alone.after());
    Replay.Result bBehind = replay(b.operations, a.alone.after());
    boolean same =
        a.alone.located().equals(aBehind.located())
            && b.alone.located().equals(bBehind.located())
            && named(a.alone).equals(named(aBehind))
            && named(b.alone).equals(named(bBehind))
            && aBehind.after().isEquivalentTo(bBehind.after());
    boolean meet = !a.footprint.meeting(b.footprint).isEmpty();
    assertThat(same || meet)
        .as("on %s%n%s%nand%n%s%nin%n%s", dialect, a.operations, b.operations, schema.tables())
        .isTrue();
    apart += meet ? 0 : 1;
    different += same ? 0 : 1;
  }

  /** The columns that the text in each operation names: the same text may mean another thing. */
  private static List<Set<ColumnsInText.Named>> named(Replay.Result result) {
    return result.steps().stream()
        .map(step -> ColumnsInText.of(step.operation(), step.before()))
        .toList();
  }

  private static Footprint footprint(List<Operation> operations, Schema before, Dialect dialect) {
    Footprint footprint = new Footprint();
    Schema schema = before;
    for (Operation operation : operations) {
      footprint.addAll(OperationFootprint.of(operation, schema, dialect.nameScopes()));
      schema = replay(List.of(operation), schema).after();
    }
    return footprint;
  }
}
