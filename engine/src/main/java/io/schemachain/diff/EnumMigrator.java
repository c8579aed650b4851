package io.schemachain.diff;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Names;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.operation.AddValue;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Change;
import io.schemachain.operation.DropValue;
import io.schemachain.operation.RenameValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values of enum types that come, go, and get other names. */
final class EnumMigrator {
  private final Steps steps;
  private final Schema to;

  EnumMigrator(Steps steps, Schema to) {
    this.steps = requireNonNull(steps, "steps");
    this.to = requireNonNull(to, "to");
  }

  void addValues(DataType.Enumeration old, DataType.Enumeration wanted) {
    String type = wanted.name();
    List<String> now = new ArrayList<>(old.values());
    renames(old, wanted)
        .forEach(
            (gone, added) -> {
              now.set(now.indexOf(gone), added);
              steps.add(
                  new RenameValue(type, gone, added),
                  List.of(
                      "Taken for a rename: '"
                          + added
                          + "' stands where '"
                          + gone
                          + "' stood. If it is another value, write drop_value and add_value."));
            });
    for (int i = 0; i < wanted.values().size(); i++) {
      String value = wanted.values().get(i);
      if (now.contains(value)) {
        continue;
      }
      String after = i == 0 ? null : wanted.values().get(i - 1);
      int at = after == null ? 0 : now.indexOf(after) + 1;
      String before = at < now.size() ? now.get(at) : null;
      steps.add(new AddValue(type, value, before, null, false));
      now.add(at, value);
    }
  }

  /** The values that go; until then they stand beside those that came. */
  void dropValues(DataType.Enumeration old, DataType.Enumeration wanted) {
    Set<String> renamed = renames(old, wanted).keySet();
    for (String value : old.values()) {
      if (!wanted.values().contains(value) && !renamed.contains(value)) {
        freeDefaults(wanted.name(), value);
        steps.add(
            new DropValue(wanted.name(), value),
            List.of("Fails where a row has the value '" + value + "'."));
      }
    }
  }

  /**
   * Values are told apart by their neighbours: where as many go as come between two that stay, they
   * are taken for the same under new names, which loses nothing.
   */
  private static Map<String, String> renames(
      DataType.Enumeration old, DataType.Enumeration wanted) {
    Map<String, String> renames = new LinkedHashMap<>();
    List<String> kept = commonSubsequence(old.values(), wanted.values());
    int from = 0;
    int to = 0;
    for (int i = 0; i <= kept.size(); i++) {
      boolean last = i == kept.size();
      int oldEnd = last ? old.values().size() : old.values().indexOf(kept.get(i));
      int newEnd = last ? wanted.values().size() : wanted.values().indexOf(kept.get(i));
      List<String> gone = old.values().subList(from, oldEnd);
      List<String> added = wanted.values().subList(to, newEnd);
      if (gone.size() == added.size() && !overlap(gone, added, old, wanted)) {
        for (int j = 0; j < gone.size(); j++) {
          renames.put(gone.get(j), added.get(j));
        }
      }
      from = oldEnd + 1;
      to = newEnd + 1;
    }
    return renames;
  }

  /** Whether a value only moves, so that it is no new name. */
  private static boolean overlap(
      List<String> gone,
      List<String> added,
      DataType.Enumeration old,
      DataType.Enumeration wanted) {
    return gone.stream().anyMatch(wanted.values()::contains)
        || added.stream().anyMatch(old.values()::contains);
  }

  /** The longest list of values that both have in the same order. */
  private static List<String> commonSubsequence(List<String> one, List<String> other) {
    int[][] longest = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        longest[i][j] =
            one.get(i).equals(other.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    List<String> common = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < one.size() && j < other.size()) {
      if (one.get(i).equals(other.get(j))) {
        common.add(one.get(i));
        i++;
        j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  /** A value that is a default cannot go. */
  private void freeDefaults(String type, String value) {
    for (Table table : steps.schema().usingType(type)) {
      for (Column column : table.columns()) {
        if (column.defaultValue() instanceof DefaultValue.Constant constant
            && constant.text().equals(value)
            && column.type() instanceof DataType.Enumeration enumeration
            && Names.same(enumeration.name(), type)) {
          DefaultValue wanted =
              to.find(table.name())
                  .flatMap(other -> other.column(column.name()))
                  .map(Column::defaultValue)
                  .orElse(null);
          steps.add(
              new AlterColumn(
                  table.name(),
                  column.name(),
                  null,
                  null,
                  null,
                  Change.toNullable(wanted),
                  Change.none()));
        }
      }
    }
  }
}
