package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.command.RevisionFiles.Content;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.diagnostic.Status;
import io.schemachain.diff.Migration;
import io.schemachain.diff.Step;
import io.schemachain.format.RevisionWriter.Noted;
import io.schemachain.model.Schema;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Inverse;
import io.schemachain.operation.LostRows;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Reversal;
import io.schemachain.revision.Downgrade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Makes a revision of what a migration found. */
final class Autogenerate {
  private Autogenerate() {}

  /**
   * The revision that leads to the target on all dialects.
   *
   * @param results at least one, the same for each dialect
   * @throws CommandException if the way is not the same on each
   */
  static Content content(List<Comparison.Result> results) {
    Comparison.Result first = results.get(0);
    List<Operation> operations = operations(first.migration());
    for (Comparison.Result other : results.subList(1, results.size())) {
      if (!operations(other.migration()).equals(operations)) {
        throw CommandException.of(
            Status.INVALID,
            "The way to "
                + first.target()
                + " is not the same on "
                + first.dialect()
                + " and "
                + other.dialect()
                + "."
                + beyond(first, other)
                + beyond(other, first)
                + "\n\nWrite a revision for each, with -Dschema.dialect, and give its operations"
                + " `dialects`.");
      }
    }
    return content(first.migration().steps(), first.chain(), Set.of());
  }

  /** What was found on one dialect and not on the other; nothing where only operations differ. */
  private static String beyond(Comparison.Result one, Comparison.Result other) {
    List<String> lines = new ArrayList<>(one.migration().found());
    lines.removeAll(other.migration().found());
    return lines.isEmpty() ? "" : "\n  Only " + one.dialect() + ": " + String.join("; ", lines);
  }

  private static List<Operation> operations(Migration migration) {
    return migration.steps().stream().map(Step::operation).toList();
  }

  /** Steps and the way back from them, operation by operation. */
  static Content content(List<Step> steps, Schema start, Set<String> unnamed) {
    requireNonNull(start, "start");
    SourceLocation nowhere = SourceLocation.ofFile(new SourceText("", ""));
    List<Noted> upgrade = new ArrayList<>();
    List<List<Located<Operation>>> back = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    String irreversible = null;
    Schema schema = start;
    for (Step step : steps) {
      upgrade.add(new Noted(step.operation(), step.notes()));
      Reversal reversal = Inverse.of(step.operation(), schema);
      if (reversal instanceof Reversal.Operations operations) {
        back.add(operations.operations().stream().map(o -> new Located<>(o, nowhere)).toList());
      } else if (reversal instanceof Reversal.PassedOver passed) {
        notes.add("Not undone: " + passed.reason() + ".");
      } else {
        irreversible = ((Reversal.Unknown) reversal).reason();
      }
      schema = ApplyToSchema.apply(step.operation(), schema);
    }
    if (irreversible != null) {
      return new Content(upgrade, new Downgrade.Irreversible(irreversible), List.of(), unnamed);
    }
    Collections.reverse(back);
    List<Located<Operation>> downgrade = back.stream().flatMap(List::stream).toList();
    notes.addAll(losses(downgrade));
    return new Content(upgrade, new Downgrade.Listed(downgrade), notes, unnamed);
  }

  private static List<String> losses(List<Located<Operation>> downgrade) {
    List<String> losses = new ArrayList<>();
    for (Located<Operation> one : downgrade) {
      LostRows.of(one.value()).ifPresent(losses::add);
    }
    return losses;
  }
}
