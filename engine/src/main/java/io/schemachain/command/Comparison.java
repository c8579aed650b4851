package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Database;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Status;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.diff.Difference;
import io.schemachain.diff.Migration;
import io.schemachain.diff.Migrator;
import io.schemachain.diff.Recognition;
import io.schemachain.diff.Renames;
import io.schemachain.diff.Side;
import io.schemachain.diff.Step;
import io.schemachain.diff.Undecided;
import io.schemachain.format.RenameHint;
import io.schemachain.format.RenameHintReader;
import io.schemachain.format.Settings;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Kinds;
import io.schemachain.model.Names;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.TableName;
import io.schemachain.model.View;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.DropTable;
import io.schemachain.operation.OperationException;
import io.schemachain.revision.Revision;
import io.schemachain.target.RenameHints;
import io.schemachain.target.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What leads from the chain, or from a database, to the target. */
final class Comparison {
  private static final String RENAMED_FROM = "-Dschema.renamedFrom";

  /** How many parts of a database one line names. */
  private static final int SHOWN = 5;

  private final Workspace workspace;
  private final Targets targets;
  private final RenameHints hints;

  /**
   * @param entities what was said of the target's entities outside of the settings
   * @param renamedFrom former names for this run, stronger than those of the settings
   */
  Comparison(Workspace workspace, @Nullable Entities entities, @Nullable String renamedFrom) {
    this.workspace = requireNonNull(workspace, "workspace");
    this.targets = Targets.find(workspace, entities);
    this.hints = hints(workspace.settings(), renamedFrom);
  }

  private static RenameHints hints(Settings settings, @Nullable String renamedFrom) {
    Diagnostics diagnostics = new Diagnostics();
    List<RenameHint> hints = new ArrayList<>();
    if (renamedFrom != null && !renamedFrom.isBlank()) {
      hints.addAll(RenameHintReader.parse(RENAMED_FROM, renamedFrom, diagnostics));
    }
    diagnostics.throwIfErrors();
    for (RenameHint hint : settings.renamedFrom()) {
      if (hints.stream().noneMatch(given -> Names.same(given.name(), hint.name()))) {
        hints.add(hint);
      }
    }
    return new RenameHints(hints);
  }

  /**
   * What was found.
   *
   * @param chain what the revisions lead to, on which a new one builds
   * @param target for people
   * @param leftAlone what a database has and no revision made, for people
   */
  record Result(
      Dialect dialect, Schema chain, Migration migration, String target, Set<String> leftAlone) {
    /** One line about what is left alone, at most. */
    List<String> notes() {
      if (leftAlone.isEmpty()) {
        return List.of();
      }
      List<String> first = leftAlone.stream().limit(SHOWN).toList();
      int more = leftAlone.size() - first.size();
      return List.of(
          "Left alone, for no revision made it: "
              + String.join(", ", first)
              + (more > 0 ? " and " + more + " more" : ""));
    }
  }

  /**
   * What leads to the target, for each dialect that is asked for.
   *
   * @param revisions whose schema is where it begins, where that is the chain
   */
  List<Result> with(Against against, Collection<String> revisions) {
    List<Result> results =
        against == Against.DATABASE ? List.of(withDatabase()) : withChain(revisions);
    Diagnostics diagnostics = new Diagnostics();
    hints.requireKnown(diagnostics);
    diagnostics.throwIfErrors();
    return results;
  }

  /**
   * Offline, for each dialect of the project, or the one that was given.
   *
   * @param revisions whose schema is where it begins
   */
  private List<Result> withChain(Collection<String> revisions) {
    List<Result> results = new ArrayList<>();
    for (Dialect dialect : dialects()) {
      Schema chain = replayed(dialect, revisions);
      Target target = targets.read(dialect);
      results.add(
          result(
              dialect,
              chain,
              Side.of(chain),
              target,
              Kinds.of(target.kinds()),
              difference -> true));
    }
    return results;
  }

  private List<Dialect> dialects() {
    List<String> listed = workspace.settings().dialects();
    boolean one = workspace.options().dialect() != null || workspace.url().isPresent();
    return one || listed.size() < 2
        ? List.of(workspace.offlineDialect())
        : listed.stream().map(text -> Workspace.dialect(text, "dialects in schema.yaml")).toList();
  }

  private Schema replayed(Dialect dialect, Collection<String> revisions) {
    Diagnostics diagnostics = new Diagnostics();
    List<Revision> bound = workspace.chain().bind(dialect, revisions, diagnostics);
    diagnostics.throwIfErrors();
    return Chain.schemaAfter(bound, dialect);
  }

  /**
   * A database as it is, which has to be at the heads. What no revision made is left alone.
   *
   * @throws CommandException if it is not at the heads
   */
  private Result withDatabase() {
    Chain chain = workspace.chain();
    try (Database database = workspace.connectToLook()) {
      DatabaseView view =
          DatabaseView.read(database, workspace.bookkeeping(database.dialect()), chain);
      List<Revision> applied = view.requireSound(workspace.frontEnd());
      requireHeads(chain, view);
      Dialect dialect = database.dialect();
      Schema expected = Chain.schemaAfter(applied, dialect);
      Target target = targets.read(dialect);
      Introspected read = database.introspect(schemas(List.of(expected, target.schema())));
      Side from = Recognition.of(dialect, dialect.introspection().kinds(), Side.of(read), expected);
      Ownership ownership = new Ownership(expected);
      return result(
          dialect, expected, from, target, Kinds.of(target.kinds()), ownership::mayRemove);
    }
  }

  private void requireHeads(Chain chain, DatabaseView view) {
    List<String> missing =
        chain.graph().realHeads().stream().filter(id -> !view.applied().contains(id)).toList();
    if (!missing.isEmpty()) {
      throw CommandException.of(
          Status.PENDING,
          "The database is at "
              + view.applied().position()
              + ", and without "
              + String.join(", ", missing)
              + ": what it lacks cannot be told from what the revisions bring.\n\nBring it there: "
              + workspace.frontEnd().commandLine("upgrade", "-Dschema.target=heads"));
    }
  }

  /** The schemas that are named, beside the default one. */
  static Set<String> schemas(List<Schema> all) {
    Set<String> names = new TreeSet<>();
    for (Schema schema : all) {
      schema.tables().forEach(table -> add(names, table.name().schema()));
      schema
          .objects()
          .forEach(
              object ->
                  add(
                      names,
                      object.kind() == ObjectKind.SCHEMA
                          ? object.name().name()
                          : object.name().schema()));
    }
    return names;
  }

  private static void add(Set<String> names, @Nullable String name) {
    if (name != null) {
      names.add(name);
    }
  }

  private Result result(
      Dialect dialect,
      Schema chain,
      Side from,
      Target target,
      Kinds kinds,
      Predicate<Difference> mayRemove) {
    Diagnostics diagnostics = new Diagnostics();
    Renames renames = hints.join(target, from.schema(), diagnostics);
    diagnostics.throwIfErrors();
    LookedAt lookedAt = new LookedAt(workspace.settings());
    Set<String> leftAlone = new LinkedHashSet<>();
    try {
      Migration migration =
          Migrator.migrate(
                  new Migrator.Request(
                      dialect,
                      kinds,
                      from,
                      new Side(target.schema(), target.madeUp()),
                      renames,
                      difference -> {
                        if (!lookedAt.has(difference)) {
                          return false;
                        }
                        if (difference.kind() != Difference.Kind.REMOVED
                            || mayRemove.test(difference)) {
                          return true;
                        }
                        leftAlone.add(difference.subject());
                        return false;
                      }))
              .with(target.companions());
      orphaned(migration, target.schema()).ifPresent(this::refuse);
      return new Result(dialect, chain, migration, targets.title(), leftAlone);
    } catch (OperationException e) {
      throw CommandException.of(
          Status.INVALID,
          "The way to "
              + targets.title()
              + " is blocked: "
              + e.getMessage()
              + (e.hint() == null ? "" : " " + e.hint()));
    }
  }

  /** A view that stays although it reads a table that goes: only the server would notice. */
  private static Optional<String> orphaned(Migration migration, Schema target) {
    for (Step step : migration.steps()) {
      if (!(step.operation() instanceof DropTable drop)) {
        continue;
      }
      for (SchemaObject object : target.objects()) {
        if (object instanceof View view && reads(view, drop.table())) {
          return Optional.of(
              "The table "
                  + drop.table()
                  + " is not in the target, and the view "
                  + view.name()
                  + " reads it. Take the view out of the target as well, or change its query.");
        }
      }
    }
    return Optional.empty();
  }

  /** Behind FROM or JOIN: elsewhere the name may be that of a column. */
  private static boolean reads(View view, TableName table) {
    String name = "[\"`\\[]?" + Pattern.quote(table.name()) + "[\"`\\]]?";
    String schema =
        table.schema() == null
            ? ""
            : "[\"`\\[]?" + Pattern.quote(table.schema()) + "[\"`\\]]?\\s*\\.\\s*";
    return Pattern.compile(
            "\\b(?:FROM|JOIN)\\s+" + schema + name + "(?![\\w.])", Pattern.CASE_INSENSITIVE)
        .matcher(view.sql())
        .find();
  }

  private void refuse(String reason) {
    throw CommandException.of(
        Status.INVALID, "The way to " + targets.title() + " is blocked: " + reason);
  }

  /** What was found on all dialects, a line each. */
  static List<String> found(List<Result> results) {
    return byDialect(results, Migration::found);
  }

  /** Each line once; one that not every dialect has says which have it. */
  static List<String> byDialect(List<Result> results, Function<Migration, List<String>> lines) {
    Map<String, List<String>> dialects = new LinkedHashMap<>();
    for (Result result : results) {
      for (String line : new LinkedHashSet<>(lines.apply(result.migration()))) {
        dialects.computeIfAbsent(line, key -> new ArrayList<>()).add(result.dialect().name());
      }
    }
    return dialects.entrySet().stream()
        .map(
            line ->
                line.getValue().size() == results.size()
                    ? line.getKey()
                    : line.getKey() + " (" + String.join(", ", line.getValue()) + ")")
        .toList();
  }

  // What may not be written

  /** Refuses what a person has to decide, and what no operation does. */
  void requireWritable(Result result) {
    List<String> lines = new ArrayList<>();
    for (Undecided undecided : result.migration().undecided()) {
      lines.add(
          undecided.subject()
              + " is new, and may be "
              + String.join(" or ", undecided.candidates())
              + " under another name. Type "
              + String.join(" or ", undecided.answers())
              + " for a new one");
    }
    if (lines.size() > 1) {
      lines.add("Several are written into one -Dschema.renamedFrom, with commas between.");
    }
    for (Difference left : result.migration().left()) {
      lines.add(
          left.subject()
              + " differs in what no operation changes: "
              + left.detail()
              + ". Change the target, or `exclude` it in schema.yaml.");
    }
    refusal(result).ifPresent(lines::add);
    if (!lines.isEmpty()) {
      throw CommandException.of(
          Status.INVALID,
          "No revision can be written for "
              + result.dialect().displayName()
              + ":\n  "
              + String.join("\n  ", lines));
    }
  }

  private Optional<String> refusal(Result result) {
    Schema schema = result.chain();
    List<OperationStep> steps = new ArrayList<>();
    for (Step step : result.migration().steps()) {
      Schema after;
      try {
        after = ApplyToSchema.apply(step.operation(), schema);
      } catch (OperationException e) {
        return Optional.of(
            "The database is not what its revisions made, and what it lacks does not fit on them: "
                + e.getMessage()
                + " What was changed by hand: "
                + workspace.frontEnd().commandLine("drift"));
      }
      steps.add(new OperationStep(step.operation(), schema, after));
      schema = after;
    }
    try {
      requireNonNull(result.dialect().render(steps));
      return Optional.empty();
    } catch (UnsupportedFeatureException e) {
      return Optional.of(e.getMessage() + (e.hint() == null ? "" : " " + e.hint()));
    }
  }
}
