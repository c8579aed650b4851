package io.schemachain.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DataTypes;
import io.schemachain.model.Literal;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.CreateTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of types.md, cell by cell, against what the dialects render. */
final class TypesPageTest {
  private static final Page PAGE = Page.read("types.md");
  private static final List<List<String>> TYPES = PAGE.table("On each database");
  private static final List<List<String>> LITERALS = PAGE.table("Literals");

  @Test
  void every_type_and_every_dialect_is_there() {
    assertThat(TYPES.get(0)).isEqualTo(header("type"));
    assertThat(LITERALS.get(0)).isEqualTo(header("literal"));
    List<String> kinds = Arrays.stream(TypeKind.values()).map(TypeKind::word).toList();
    assertThat(TYPES.stream().skip(1).map(row -> Page.code(row.get(0)).replaceFirst("\\(.*", "")))
        .containsExactlyElementsOf(
            Stream.concat(kinds.stream(), Stream.of("enum", "array", "native")).toList());
  }

  private static List<String> header(String first) {
    List<String> header = new ArrayList<>(List.of(first));
    Dialects.ALL.forEach(dialect -> header.add(dialect.name()));
    return header;
  }

  @Test
  void every_type_is_what_the_page_says() {
    for (List<String> row : TYPES.subList(1, TYPES.size())) {
      DataType type = type(Page.code(row.get(0)));
      for (int i = 0; i < Dialects.ALL.size(); i++) {
        Dialect dialect = Dialects.ALL.get(i);
        assertThat(rendered(dialect, type))
            .as("%s on %s", row.get(0), dialect.name())
            .isEqualTo(withNumbers(Page.code(row.get(i + 1))));
      }
    }
  }

  /** Letters stand for these numbers. */
  private static String withNumbers(String text) {
    return text.replaceAll("\\bn\\b", "20").replaceAll("\\bp\\b", "5").replaceAll("\\bs\\b", "2");
  }

  private static DataType type(String word) {
    return switch (word) {
      case "enum" -> new DataType.Enumeration("mood", List.of("sad", "ok"));
      case "array" -> new DataType.Array(DataTypes.parse("integer"));
      case "native" -> new DataType.Native("geometry");
      default -> DataTypes.parse(withNumbers(word));
    };
  }

  /** The clause of the type in CREATE TABLE. */
  private static String rendered(Dialect dialect, DataType type) {
    Column column = Column.of("c", type).withNullable(false);
    Table table = Table.of(TableName.of("t"), List.of(column));
    CreateTable operation = new CreateTable(table);
    Schema before = Schema.empty(dialect.nameScopes());
    Schema after = ApplyToSchema.apply(operation, before);
    try {
      List<SqlStatement> statements =
          dialect.render(List.of(new OperationStep(operation, before, after))).get(0);
      String create = statements.get(statements.size() - 1).text();
      assertThat(create).startsWith("CREATE TABLE t (\n  c ").endsWith("\n)");
      return create
          .substring("CREATE TABLE t (\n  c ".length(), create.length() - "\n)".length())
          .replace(" NOT NULL", "");
    } catch (UnsupportedFeatureException e) {
      assertThat(e.hint()).isNotEmpty();
      return "refused";
    }
  }

  @Test
  void an_enum_is_a_type_of_its_own_on_postgresql() {
    DataType type = type("enum");
    CreateTable operation =
        new CreateTable(Table.of(TableName.of("t"), List.of(Column.of("c", type))));
    Dialect dialect = Dialects.ALL.get(0);
    Schema before = Schema.empty(dialect.nameScopes());
    Schema after = ApplyToSchema.apply(operation, before);
    String first =
        dialect.render(List.of(new OperationStep(operation, before, after))).get(0).get(0).text();
    assertThat(PAGE.text()).contains("`" + first + "`");
  }

  @Test
  void every_literal_is_what_the_page_says() {
    for (List<String> row : LITERALS.subList(1, LITERALS.size())) {
      String[] words = Page.code(row.get(0)).split(": ", 2);
      DataType type = DataTypes.parse(words[0]);
      for (int i = 0; i < Dialects.ALL.size(); i++) {
        Dialect dialect = Dialects.ALL.get(i);
        assertThat(literal(dialect, type, words[1]))
            .as("%s on %s", row.get(0), dialect.name())
            .isEqualTo(Page.code(row.get(i + 1)));
      }
    }
  }

  private static String literal(Dialect dialect, DataType type, String text) {
    try {
      return dialect.literals().render(Literal.parse(type, text), type);
    } catch (UnsupportedFeatureException e) {
      return "refused";
    }
  }
}
