package io.schemachain.golden;

import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.RawSql;
import io.schemachain.dialect.RowLoad;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.format.Binding;
import io.schemachain.format.NamingConvention;
import io.schemachain.format.RevisionReader;
import io.schemachain.model.Schema;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Execute;
import io.schemachain.operation.Inverse;
import io.schemachain.operation.Operation;
import io.schemachain.operation.OperationException;
import io.schemachain.operation.Reversal;
import io.schemachain.revision.Downgrade;
import io.schemachain.revision.Revision;
import io.schemachain.revision.Strategy;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case on one dialect: read, replayed, reversed and rendered by the real parts.
 *
 * @param revision the operations of the case; null when it is refused
 * @param givenOperations the operations before
 * @param steps of what is given, up and down, in this order
 * @param upSteps those of the case
 * @param outcome what the case expects of it
 */
record CaseRun(
    @Nullable Revision revision,
    List<Operation> givenOperations,
    Schema before,
    Schema after,
    Schema restored,
    List<SqlStatement> given,
    List<SqlStatement> up,
    List<SqlStatement> down,
    List<OperationStep> steps,
    List<OperationStep> upSteps,
    Expectation outcome) {

  /** On the dialect in the version that the case asks for, or else in the one given. */
  static CaseRun of(GoldenCase golden, Dialect given) {
    Dialect dialect = golden.inVersion(given);
    Schema empty = Schema.empty(dialect.nameScopes());
    try {
      return render(golden, dialect, empty);
    } catch (UnsupportedFeatureException e) {
      return refused(empty, e.getMessage(), e.hint());
    } catch (OperationException e) {
      return refused(empty, e.getMessage(), e.hint());
    }
  }

  private static CaseRun refused(Schema empty, @Nullable String message, @Nullable String hint) {
    return new CaseRun(
        null,
        List.of(),
        empty,
        empty,
        empty,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Expectation.refused(message + (hint == null ? "" : " " + hint)));
  }

  private static CaseRun render(GoldenCase golden, Dialect dialect, Schema empty) {
    Revision given = read(golden.name() + " given", golden.givenDocument(), dialect);
    Revision revision = read(golden.name(), golden.document(), dialect);
    List<OperationStep> givenSteps = steps(values(given.upgrade()), empty, dialect);
    Schema before = end(givenSteps, empty);
    List<SqlStatement> givenSql = flat(dialect.render(givenSteps));
    List<OperationStep> written = steps(values(revision.upgrade()), before, dialect);
    Schema after = end(written, before);
    CaseSteps up = CaseSteps.of(dialect, written, strategies(revision, revision.upgrade()), false);
    List<OperationStep> upSteps = up.all();
    List<SqlStatement> upSql = flat(dialect.render(upSteps));
    WayBack back = wayBack(revision, written);
    if (back.irreversible != null) {
      Expectation outcome = new Expectation(text(upSql), null, back.irreversible, null, null);
      return new CaseRun(
          revision,
          values(given.upgrade()),
          before,
          after,
          after,
          givenSql,
          upSql,
          List.of(),
          together(givenSteps, upSteps),
          upSteps,
          outcome);
    }
    boolean derived = revision.downgrade() instanceof Downgrade.Auto;
    CaseSteps down =
        CaseSteps.of(dialect, steps(back.operations(), after, dialect), back.strategies(), derived);
    List<OperationStep> downSteps = down.all();
    List<List<SqlStatement>> downSql = down.render(dialect);
    return new CaseRun(
        revision,
        values(given.upgrade()),
        before,
        after,
        end(downSteps, after),
        givenSql,
        upSql,
        flat(downSql),
        together(together(givenSteps, upSteps), downSteps),
        upSteps,
        new Expectation(text(upSql), back.text(downSql), null, null, null));
  }

  private static List<@Nullable Strategy> strategies(
      Revision revision, List<Located<Operation>> operations) {
    List<@Nullable Strategy> strategies = new ArrayList<>();
    operations.forEach(one -> strategies.add(revision.remarks(one.location()).strategy()));
    return strategies;
  }

  private static List<OperationStep> together(List<OperationStep> one, List<OperationStep> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  static Revision read(String name, String document, Dialect dialect) {
    Diagnostics diagnostics = new Diagnostics();
    Binding binding =
        new Binding(
            dialect.name(),
            dialect.keys(),
            dialect.identifiers().maxLength(),
            NamingConvention.DEFAULT,
            Map.of(),
            path -> Files.readString(GoldenCase.ROOT.resolve("files").resolve(path)));
    Revision revision =
        RevisionReader.read(new SourceText(name, document), diagnostics)
            .flatMap(written -> written.bind(binding, diagnostics))
            .orElseThrow(() -> new DiagnosticException(diagnostics.all()));
    diagnostics.throwIfErrors();
    return revision;
  }

  private static List<Operation> values(List<Located<Operation>> operations) {
    return operations.stream().map(Located::value).toList();
  }

  private static List<OperationStep> steps(
      List<Operation> operations, Schema start, Dialect dialect) {
    List<OperationStep> steps = new ArrayList<>();
    Schema current = start;
    for (Operation operation : operations) {
      Operation meant = meant(operation, current, dialect);
      Schema next = ApplyToSchema.apply(meant, current);
      steps.add(new OperationStep(meant, current, next));
      current = next;
    }
    return steps;
  }

  private static Operation meant(Operation operation, Schema before, Dialect dialect) {
    if (!(operation instanceof Execute execute)) {
      return operation;
    }
    RawSql.Reading reading = RawSql.read(execute, dialect, before);
    for (RawSql.Refusal refusal : reading.refusals()) {
      throw new OperationException(refusal.message(), refusal.hint());
    }
    return reading.execute();
  }

  private static Schema end(List<OperationStep> steps, Schema start) {
    return steps.isEmpty() ? start : steps.get(steps.size() - 1).after();
  }

  private static List<SqlStatement> flat(List<List<SqlStatement>> rendered) {
    return rendered.stream().flatMap(List::stream).flatMap(CaseRun::sent).toList();
  }

  /** The rows of a file as the statements that a script has. */
  private static Stream<SqlStatement> sent(SqlStatement statement) {
    if (statement.load() == null) {
      return Stream.of(statement);
    }
    List<SqlStatement> statements = new ArrayList<>();
    try (RowLoad.Statements texts = statement.load().statements()) {
      for (String text = texts.next(); text != null; text = texts.next()) {
        statements.add(SqlStatement.dml(text));
      }
    }
    return statements.stream();
  }

  private static String text(List<SqlStatement> statements) {
    return statements.stream().map(s -> terminated(s.text())).collect(Collectors.joining("\n"));
  }

  /** A block of PL/SQL has its semicolon already. */
  private static String terminated(String statement) {
    return statement.endsWith(";") ? statement : statement + ";";
  }

  /** A comment or an operation on the way back. */
  private record Item(
      @Nullable String comment, @Nullable Operation operation, @Nullable Strategy strategy) {}

  private record WayBack(List<Item> items, @Nullable String irreversible) {
    List<Operation> operations() {
      List<Operation> operations = new ArrayList<>();
      for (Item item : items) {
        if (item.operation != null) {
          operations.add(item.operation);
        }
      }
      return operations;
    }

    List<@Nullable Strategy> strategies() {
      List<@Nullable Strategy> strategies = new ArrayList<>();
      items.stream()
          .filter(item -> item.operation != null)
          .forEach(item -> strategies.add(item.strategy));
      return strategies;
    }

    String text(List<List<SqlStatement>> rendered) {
      List<String> lines = new ArrayList<>();
      int step = 0;
      for (Item item : items) {
        String line =
            item.comment != null ? "-- " + item.comment : CaseRun.text(rendered.get(step++));
        if (!line.isEmpty()) {
          lines.add(line);
        }
      }
      return String.join("\n", lines);
    }
  }

  private static WayBack wayBack(Revision revision, List<OperationStep> steps) {
    Downgrade downgrade = revision.downgrade();
    List<@Nullable Strategy> strategies = strategies(revision, revision.upgrade());
    if (downgrade instanceof Downgrade.Irreversible irreversible) {
      return new WayBack(List.of(), irreversible.reason());
    }
    List<Item> items = new ArrayList<>();
    if (downgrade instanceof Downgrade.Listed listed) {
      List<@Nullable Strategy> own = strategies(revision, listed.operations());
      List<Operation> operations = values(listed.operations());
      for (int i = 0; i < operations.size(); i++) {
        items.add(new Item(null, operations.get(i), own.get(i)));
      }
      return new WayBack(items, null);
    }
    for (int i = steps.size() - 1; i >= 0; i--) {
      Reversal reversal = Inverse.of(steps.get(i).operation(), steps.get(i).before());
      if (reversal instanceof Reversal.Unknown unknown) {
        return new WayBack(List.of(), unknown.reason());
      }
      if (reversal instanceof Reversal.PassedOver passedOver) {
        items.add(new Item(passedOver.reason(), null, null));
      } else {
        for (Operation operation : ((Reversal.Operations) reversal).operations()) {
          items.add(new Item(null, operation, strategies.get(i)));
        }
      }
    }
    return new WayBack(items, null);
  }
}
