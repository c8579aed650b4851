package io.schemachain.target;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Suggestions;
import io.schemachain.diff.Renames;
import io.schemachain.format.RenameHint;
import io.schemachain.model.Column;
import io.schemachain.model.Names;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Former names that stand beside a target, for those that cannot say them themselves. A hint that
 * has no effect, and never had one, is a slip: without it values would be lost.
 */
public final class RenameHints {
  private final List<RenameHint> hints;
  private final Set<RenameHint> known = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  public RenameHints(List<RenameHint> hints) {
    this.hints = List.copyOf(hints);
  }

  /** A hint, and the part of the target that it is about; the column is null for a table. */
  private record Meant(RenameHint hint, TableName table, @Nullable String column) {
    String words() {
      return column == null ? "table " + table : "column " + table + "." + column;
    }
  }

  /**
   * What the target says itself, and the hints about parts that it has.
   *
   * @param from what becomes the target
   * @param diagnostics takes hints that contradict the target or each other, and those that name
   *     what never was
   */
  public Renames join(Target target, Schema from, Diagnostics diagnostics) {
    Map<TableName, Optional<String>> tables = new HashMap<>(target.renames().tables());
    Map<Renames.ColumnName, Optional<String>> columns = new HashMap<>(target.renames().columns());
    List<Meant> all = new ArrayList<>();
    for (RenameHint hint : hints) {
      Meant meant = meant(hint, target.schema(), diagnostics);
      if (meant != null && isNameAlone(meant, diagnostics)) {
        Optional<String> other =
            meant.column() == null
                ? tables.put(meant.table(), hint.former())
                : columns.put(new Renames.ColumnName(meant.table(), meant.column()), hint.former());
        if (other != null && !other.equals(hint.former())) {
          diagnostics.error(
              hint.location(), contradiction(meant, other), "Leave the one that is true.");
        }
        all.add(meant);
      }
    }
    Renames joined = new Renames(tables, columns);
    for (Meant meant : all) {
      meant.hint().former().ifPresent(old -> check(meant, old, target, joined, from, diagnostics));
    }
    return joined;
  }

  private static String contradiction(Meant meant, Optional<String> other) {
    return "The "
        + meant.words()
        + " is "
        + meant.hint().former().map(old -> "renamed from " + old).orElse("new")
        + " here, and "
        + other.map(old -> "renamed from " + old).orElse("new")
        + " elsewhere.";
  }

  /** After all dialects: hints about parts that the target has on none of them. */
  public void requireKnown(Diagnostics diagnostics) {
    for (RenameHint hint : hints) {
      if (!known.contains(hint)) {
        diagnostics.error(
            hint.location(),
            "The target has no table and no column '" + hint.name() + "'.",
            Suggestions.didYouMean(hint.name(), names)
                .orElse("The name now comes first, then the former one. Leave out what is gone."));
      }
    }
  }

  private @Nullable Meant meant(RenameHint hint, Schema target, Diagnostics diagnostics) {
    List<Meant> found = new ArrayList<>();
    for (Table table : target.tables()) {
      names.add(table.name().toString());
      if (Names.same(table.name().toString(), hint.name())) {
        found.add(new Meant(hint, table.name(), null));
      }
      for (Column column : table.columns()) {
        String name = table.name() + "." + column.name();
        names.add(name);
        if (Names.same(name, hint.name())) {
          found.add(new Meant(hint, table.name(), column.name()));
        }
      }
    }
    if (!found.isEmpty()) {
      known.add(hint);
    }
    if (found.size() > 1) {
      diagnostics.error(
          hint.location(),
          "'"
              + hint.name()
              + "' may be the "
              + String.join(" or the ", found.stream().map(Meant::words).toList())
              + ".",
          "Write this rename into a revision by hand.");
    }
    return found.size() == 1 ? found.get(0) : null;
  }

  /** That the former name is not written with that of its table or schema, nor the present one. */
  private static boolean isNameAlone(Meant meant, Diagnostics diagnostics) {
    String old = meant.hint().former().orElse("");
    String now = meant.column() == null ? meant.table().name() : meant.column();
    if (Names.same(old, now)) {
      diagnostics.error(
          meant.hint().location(),
          "The " + meant.words() + " has that name now: " + now + ".",
          "Write the name that it had.");
      return false;
    }
    String owner = meant.column() == null ? meant.table().schema() : meant.table().toString();
    if (owner != null && Names.fold(old).startsWith(Names.fold(owner) + ".")) {
      diagnostics.error(
          meant.hint().location(),
          "The former name of the " + meant.words() + " is written without '" + owner + ".'.",
          "Write " + old.substring(owner.length() + 1) + ".");
      return false;
    }
    return true;
  }

  private static void check(
      Meant meant,
      String old,
      Target target,
      Renames joined,
      Schema from,
      Diagnostics diagnostics) {
    if (takers(meant, old, joined) > 1) {
      diagnostics.error(
          meant.hint().location(),
          "Another "
              + (meant.column() == null ? "table" : "column")
              + " is renamed from "
              + old
              + " too.",
          null);
    } else if (meant.column() == null) {
      checkTable(meant, old, target, from, diagnostics);
    } else {
      checkColumn(meant, meant.column(), old, target, joined, from, diagnostics);
    }
  }

  private static long takers(Meant meant, String old, Renames joined) {
    Stream<Optional<String>> formers =
        meant.column() == null
            ? joined.tables().entrySet().stream()
                .filter(e -> sameSchema(e.getKey(), meant.table()))
                .map(Map.Entry::getValue)
            : joined.columns().entrySet().stream()
                .filter(e -> e.getKey().table().equals(meant.table()))
                .map(Map.Entry::getValue);
    return formers
        .filter(former -> former.filter(name -> Names.same(name, old)).isPresent())
        .count();
  }

  private static boolean sameSchema(TableName one, TableName other) {
    return one.withName("x").key().equals(other.withName("x").key());
  }

  private static void checkTable(
      Meant meant, String old, Target target, Schema from, Diagnostics diagnostics) {
    TableName former = meant.table().withName(old);
    if (from.find(meant.table()).isPresent()) {
      return;
    }
    if (from.find(former).isEmpty()) {
      List<String> there =
          from.tables().stream()
              .filter(table -> sameSchema(table.name(), former))
              .map(table -> table.name().name())
              .toList();
      never(meant, "There is no table " + former, old, there, diagnostics);
    } else if (target.schema().find(former).isPresent()) {
      remains(meant, "table " + former, diagnostics);
    }
  }

  private static void checkColumn(
      Meant meant,
      String column,
      String old,
      Target target,
      Renames joined,
      Schema from,
      Diagnostics diagnostics) {
    Optional<Table> before =
        from.find(meant.table())
            .or(
                () ->
                    joined
                        .tables()
                        .getOrDefault(meant.table(), Optional.empty())
                        .flatMap(name -> from.find(meant.table().withName(name))));
    if (before.flatMap(table -> table.column(column)).isPresent()) {
      return;
    }
    if (before.isEmpty()) {
      never(meant, "There is no table " + meant.table() + " yet", old, List.of(), diagnostics);
    } else if (before.get().column(old).isEmpty()) {
      List<String> there = before.get().columns().stream().map(Column::name).toList();
      never(
          meant, "There is no column " + before.get().name() + "." + old, old, there, diagnostics);
    } else if (target.schema().require(meant.table()).column(old).isPresent()) {
      remains(meant, "column " + meant.table() + "." + old, diagnostics);
    }
  }

  private static void never(
      Meant meant, String what, String old, List<String> there, Diagnostics diagnostics) {
    diagnostics.error(
        meant.hint().location(),
        what + ", from which the " + meant.words() + " could be renamed.",
        Suggestions.didYouMean(old, there)
            .orElse("Write the name that it had, or leave the hint out."));
  }

  private static void remains(Meant meant, String old, Diagnostics diagnostics) {
    diagnostics.error(
        meant.hint().location(),
        "The " + meant.words() + " is not renamed: the target has the " + old + " as well.",
        "Take one of them out of the target, or leave the hint out.");
  }
}
