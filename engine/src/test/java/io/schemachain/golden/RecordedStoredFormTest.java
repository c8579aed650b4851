package io.schemachain.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.RecordedCatalog;
import io.schemachain.dialect.StoredForm;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Scope;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What databases that do not run here keep of golden cases: the form of a form is itself, and what
 * is read from the rows that a case leaves in the catalog has the form of the model.
 */
final class RecordedStoredFormTest {
  private static Dialect dialect(String name) {
    return Dialects.find(name).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"oracle", "sqlserver"})
  void the_form_of_a_form_is_itself(String name) {
    StoredForm form = dialect(name).storedForm();
    List<GoldenCase> cases =
        Stream.of("operations/create_table", "operations/create_index", "operations/create_view")
            .flatMap(folder -> GoldenCase.all(folder).stream())
            .toList();
    assertThat(cases).isNotEmpty();
    for (GoldenCase golden : cases) {
      Schema schema = CaseRun.of(golden, dialect(name)).after();
      for (Table table : schema.tables()) {
        Table once = form.of(table);
        assertThat(form.of(once)).as("%s of %s", table.name(), golden).isEqualTo(once);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "oracle, APP, create_table/literal_defaults",
    "oracle, APP, create_table/check_constraints",
    "oracle, APP, create_table/enum",
    "oracle, APP, create_table/computed_virtual",
    "oracle, APP, create_index/descending",
    "sqlserver, dbo, create_table/literal_defaults",
    "sqlserver, dbo, create_table/check_constraints",
    "sqlserver, dbo, create_table/enum",
    "sqlserver, dbo, create_table/computed_stored",
    "sqlserver, dbo, create_index/partial"
  })
  void rows_of_a_case_have_the_form_of_its_model(String name, String schema, String path) {
    Dialect dialect = dialect(name);
    GoldenCase golden =
        GoldenCase.read(GoldenCase.ROOT.resolve("operations").resolve(path + ".yaml"));
    Introspected read =
        RecordedCatalog.read(
            dialect, new Scope(schema, List.of()), name + "/" + path.replace('/', '_') + ".yaml");
    assertThat(read.leftOut()).isEmpty();
    assertThat(lines(dialect, read.schema()))
        .containsExactlyInAnyOrderElementsOf(lines(dialect, CaseRun.of(golden, dialect).after()));
  }

  private static List<String> lines(Dialect dialect, Schema schema) {
    StoredForm form = dialect.storedForm();
    List<String> lines = new ArrayList<>();
    for (Table table : schema.tables()) {
      Table stored = form.of(table);
      String of = " of " + table.name();
      lines.add("comment " + stored.comment() + ", options " + stored.options() + of);
      stored.columns().forEach(column -> lines.add(column + of));
      stored.constraints().forEach(constraint -> lines.add(constraint + of));
      stored.indexes().forEach(index -> lines.add(index + of));
    }
    return lines;
  }
}
