package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.diff.Step;
import io.schemachain.format.Binding;
import io.schemachain.format.MergedOperations;
import io.schemachain.format.RevisionDocument;
import io.schemachain.format.RevisionReader;
import io.schemachain.format.RevisionWriter;
import io.schemachain.format.RevisionWriter.Body;
import io.schemachain.format.RevisionWriter.Noted;
import io.schemachain.model.Schema;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.Inverse;
import io.schemachain.operation.LostRows;
import io.schemachain.operation.Operation;
import io.schemachain.operation.Reversal;
import io.schemachain.revision.Downgrade;
import io.schemachain.revision.Revision;
import io.schemachain.revision.RevisionHeader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes a revision of what a migration found. */
final class Autogenerate {
  private static final SourceLocation NOWHERE = SourceLocation.ofFile(new SourceText("", ""));

  private Autogenerate() {}

  /**
   * The revision that leads to the target on all dialects. What is the same on all stands once;
   * other operations have a value by dialect, or say for which dialects they are.
   *
   * @param results at least one
   * @param binding how a file is read for a dialect
   * @throws CommandException if what is written would not be read as each dialect needs it
   */
  static Body content(List<Comparison.Result> results, Function<Dialect, Binding> binding) {
    List<Body> each = new ArrayList<>();
    for (Comparison.Result result : results) {
      each.add(content(result.migration().steps(), result.chain(), Set.of()));
    }
    Comparison.Result first = results.get(0);
    Comparison.Result other = null;
    for (int i = 1; i < results.size() && other == null; i++) {
      other = isSame(each.get(0), each.get(i)) ? null : results.get(i);
    }
    if (other == null) {
      return each.get(0);
    }
    for (boolean nearly : List.of(true, false)) {
      Optional<Body> merged = merged(results, each, nearly);
      if (merged.isPresent() && isReadAs(merged.get(), results, each, binding)) {
        return merged.get();
      }
    }
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

  /** What was found on one dialect and not on the other; nothing where only operations differ. */
  private static String beyond(Comparison.Result one, Comparison.Result other) {
    List<String> lines = new ArrayList<>(one.migration().found());
    lines.removeAll(other.migration().found());
    return lines.isEmpty() ? "" : "\n  Only " + one.dialect() + ": " + String.join("; ", lines);
  }

  private static List<Operation> operations(List<Noted> noted) {
    return noted.stream().map(Noted::operation).toList();
  }

  private static List<Operation> values(Downgrade downgrade) {
    return downgrade instanceof Downgrade.Listed listed
        ? listed.operations().stream().map(Located::value).toList()
        : List.of();
  }

  // Several dialects

  private static boolean isSame(Body one, Body other) {
    return operations(one.upgrade()).equals(operations(other.upgrade()))
        && one.downgrade().getClass().equals(other.downgrade().getClass())
        && values(one.downgrade()).equals(values(other.downgrade()));
  }

  /** Empty where a dialect is there in two versions that differ: nothing tells them apart. */
  private static Optional<Body> merged(
      List<Comparison.Result> results, List<Body> each, boolean nearly) {
    Map<String, List<Noted>> upgrade = new LinkedHashMap<>();
    Map<String, List<Noted>> back = new LinkedHashMap<>();
    Map<String, List<String>> keys = new LinkedHashMap<>();
    Map<String, Body> bodies = new LinkedHashMap<>();
    Set<String> notes = new LinkedHashSet<>();
    Downgrade downgrade = new Downgrade.Listed(List.of());
    for (int i = 0; i < results.size(); i++) {
      Dialect dialect = results.get(i).dialect();
      Body body = each.get(i);
      Body same = bodies.putIfAbsent(dialect.name(), body);
      if (same != null && !isSame(same, body)) {
        return Optional.empty();
      }
      keys.put(dialect.name(), dialect.keys());
      upgrade.put(dialect.name(), body.upgrade());
      back.put(
          dialect.name(),
          values(body.downgrade()).stream().map(one -> new Noted(one, List.of())).toList());
      notes.addAll(body.downgradeNotes());
      if (body.downgrade() instanceof Downgrade.Irreversible irreversible) {
        downgrade = irreversible;
      }
    }
    return Optional.of(
        new Body(
            MergedOperations.of(upgrade, keys, nearly),
            downgrade,
            downgrade instanceof Downgrade.Irreversible
                ? List.of()
                : MergedOperations.of(back, keys, nearly),
            List.copyOf(notes),
            Set.of()));
  }

  /** Whether each dialect reads exactly its own operations, up and down. */
  private static boolean isReadAs(
      Body merged,
      List<Comparison.Result> results,
      List<Body> each,
      Function<Dialect, Binding> binding) {
    RevisionHeader header =
        new RevisionHeader("0", List.of(), List.of(), List.of(), null, null, true, NOWHERE);
    SourceText text = new SourceText("", RevisionWriter.write(header, merged, 1));
    Diagnostics diagnostics = new Diagnostics();
    RevisionDocument document = RevisionReader.read(text, diagnostics).orElse(null);
    for (int i = 0; document != null && i < results.size(); i++) {
      Binding of = binding.apply(results.get(i).dialect());
      Revision read = document.bind(of, diagnostics).orElse(null);
      Body own = each.get(i);
      boolean isRead =
          read != null
              && read.upgrade().stream()
                  .map(Located::value)
                  .toList()
                  .equals(operations(own.upgrade()))
              && (merged.downgrade() instanceof Downgrade.Irreversible
                  || values(read.downgrade()).equals(values(own.downgrade())));
      if (!isRead) {
        return false;
      }
    }
    return document != null;
  }

  // One dialect

  /** Steps and the way back from them, operation by operation. */
  static Body content(List<Step> steps, Schema start, Set<String> unnamed) {
    requireNonNull(start, "start");
    List<Noted> upgrade = new ArrayList<>();
    List<List<Located<Operation>>> back = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    String irreversible = null;
    Schema schema = start;
    for (Step step : steps) {
      upgrade.add(new Noted(step.operation(), step.notes()));
      Reversal reversal = Inverse.of(step.operation(), schema);
      if (reversal instanceof Reversal.Operations operations) {
        back.add(operations.operations().stream().map(o -> new Located<>(o, NOWHERE)).toList());
      } else if (reversal instanceof Reversal.PassedOver passed) {
        notes.add("Not undone: " + passed.reason() + ".");
      } else {
        irreversible = ((Reversal.Unknown) reversal).reason();
      }
      schema = ApplyToSchema.apply(step.operation(), schema);
    }
    if (irreversible != null) {
      return new Body(
          upgrade, new Downgrade.Irreversible(irreversible), List.of(), List.of(), unnamed);
    }
    Collections.reverse(back);
    List<Located<Operation>> downgrade = back.stream().flatMap(List::stream).toList();
    notes.addAll(losses(downgrade));
    return new Body(upgrade, new Downgrade.Listed(downgrade), List.of(), notes, unnamed);
  }

  private static List<String> losses(List<Located<Operation>> downgrade) {
    List<String> losses = new ArrayList<>();
    for (Located<Operation> one : downgrade) {
      LostRows.of(one.value()).ifPresent(losses::add);
    }
    return losses;
  }
}
