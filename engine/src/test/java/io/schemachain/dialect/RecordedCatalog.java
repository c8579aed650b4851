package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.introspect.CatalogQuery;
import io.schemachain.introspect.CatalogRow;
import io.schemachain.introspect.CatalogRows;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Introspection;
import io.schemachain.introspect.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Rows of a catalog in a file: by the name of the query {@code all}, what every row has, and {@code
 * rows}, what it has beside that. A query that the file does not name has no rows. Rows have the
 * columns that the query asks for, and no others.
 */
public final class RecordedCatalog {
  private static final Path ROOT = Path.of("src/test/resources/catalog");

  private RecordedCatalog() {}

  /** What a dialect reads in the rows of a file. */
  public static Introspected read(Dialect dialect, Scope scope, String file) {
    Introspection introspection = dialect.introspection();
    Map<?, ?> recorded = load(file);
    Map<String, List<CatalogRow>> rows = new HashMap<>();
    for (CatalogQuery query : introspection.queries(scope)) {
      Object of = recorded.remove(query.name());
      rows.put(query.name(), of == null ? List.of() : rows((Map<?, ?>) of, query, dialect));
    }
    if (!recorded.isEmpty()) {
      throw new IllegalArgumentException(file + " has rows of no query: " + recorded.keySet());
    }
    return introspection.read(scope, new CatalogRows(rows));
  }

  private static Map<?, ?> load(String file) {
    try {
      Object loaded =
          new Load(LoadSettings.builder().build())
              .loadFromString(Files.readString(ROOT.resolve(file)));
      return new HashMap<>((Map<?, ?>) requireNonNull(loaded));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<CatalogRow> rows(Map<?, ?> recorded, CatalogQuery query, Dialect dialect) {
    Set<String> labels = labels(query.sql(), dialect.lexis());
    List<CatalogRow> rows = new ArrayList<>();
    for (Object row : (List<?>) requireNonNull(recorded.get("rows"))) {
      Map<String, @Nullable String> values = new HashMap<>();
      if (recorded.get("all") instanceof Map<?, ?> all) {
        put(values, all);
      }
      put(values, (Map<?, ?>) row);
      if (!values.keySet().equals(labels)) {
        throw new IllegalArgumentException(
            "A row of " + query.name() + " has " + values.keySet() + " and not " + labels);
      }
      List<String> inOrder = List.copyOf(labels);
      @Nullable String[] texts = inOrder.stream().map(values::get).toArray(String[]::new);
      rows.add(new CatalogRow(CatalogRow.places(inOrder), texts));
    }
    return rows;
  }

  private static void put(Map<String, @Nullable String> values, Map<?, ?> recorded) {
    recorded.forEach(
        (label, value) -> values.put((String) label, value == null ? null : value.toString()));
  }

  /** The labels of the columns that a query asks for. */
  private static Set<String> labels(String sql, SqlLexis lexis) {
    SqlCursor cursor = new SqlCursor(sql, lexis);
    cursor.require("SELECT");
    String rest = cursor.rest();
    Set<String> labels = new LinkedHashSet<>();
    for (String element : SqlCursor.elements(beforeFrom(rest), lexis)) {
      labels.add(element.replaceFirst("(?s)^.*[\\s.]", "").toLowerCase(Locale.ROOT));
    }
    return labels;
  }

  private static String beforeFrom(String select) {
    int depth = 0;
    for (int i = 0; i < select.length(); i++) {
      char c = select.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && select.substring(i).matches("(?s)\\sFROM\\s.*")) {
        return select.substring(0, i);
      }
    }
    throw new IllegalArgumentException("No FROM in " + select);
  }
}
