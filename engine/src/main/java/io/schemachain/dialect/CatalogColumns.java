package io.schemachain.dialect;

import java.util.ArrayList;
import java.util.List;

/** A condition that the columns of a table in a catalog are those of the model. */
public final class CatalogColumns {
  private CatalogColumns() {}

  /**
   * @param rows the catalog's rows for the columns of the table: what follows FROM
   * @param columns for each column the conditions that its row meets
   * @param andNoOthers whether the table has no other columns
   */
  public static String are(String rows, List<List<String>> columns, boolean andNoOthers) {
    List<String> each = new ArrayList<>();
    for (List<String> conditions : columns) {
      each.add(String.join(" AND ", conditions));
    }
    return "(SELECT COALESCE(SUM(CASE\n    WHEN "
        + String.join("\n    OR ", each)
        + "\n    THEN 1 ELSE "
        + (andNoOthers ? -1 : 0)
        + " END), 0)\n  FROM "
        + rows
        + ") = "
        + columns.size();
  }

  /** What is wrong where it does not hold. */
  public static String message(Object table, boolean andNoOthers) {
    return andNoOthers
        ? "The table " + table + " was there before, and is not as this revision makes it."
        : "The table " + table + " had a column of that name before, and it is another one.";
  }
}
