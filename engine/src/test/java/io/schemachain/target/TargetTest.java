package io.schemachain.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.format.Binding;
import io.schemachain.format.NamingConvention;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What files of a model say together, and what is said when they do not agree. */
final class TargetTest {
  private static final Dialect POSTGRESQL = Dialects.find("postgresql").orElseThrow();

  private final Diagnostics diagnostics = new Diagnostics();

  /** Each text is a file: a.yaml, b.yaml and so on. */
  private Optional<Target> target(String... texts) {
    List<SourceText> files = new ArrayList<>();
    for (String text : texts) {
      char name = (char) ('a' + files.size());
      files.add(new SourceText(name + ".yaml", "format: 1\n" + text));
    }
    ModelSource source = new ModelSource("the model", files, TargetTest::binding);
    return Target.of(List.of(source), POSTGRESQL, diagnostics);
  }

  private static Binding binding(Dialect dialect) {
    return new Binding(
        dialect.name(),
        List.of(dialect.name()),
        63,
        NamingConvention.DEFAULT,
        Map.of(),
        path -> {
          throw new IOException(path);
        });
  }

  private String errors(String... texts) {
    assertThat(target(texts)).isEmpty();
    return diagnostics.all().stream().map(Diagnostic::render).collect(Collectors.joining("\n"));
  }

  @Test
  void files_and_the_order_in_them_mean_nothing() {
    Target target =
        target(
                """
                views:
                  - {name: a, sql: SELECT id FROM b}
                  - {name: b, sql: SELECT id FROM posts}
                tables:
                  - name: posts
                    columns:
                      - {name: id, type: bigint, primary_key: true}
                      - {name: author, type: bigint, references: users}
                      - {name: state, type: {enum: {name: state}}}
                """,
                """
                types: [{name: state, values: [open, done]}]
                tables:
                  - name: users
                    columns:
                      - {name: id, type: bigint, primary_key: true}
                      - {name: best, type: bigint, references: posts}
                """)
            .orElseThrow();
    assertThat(target.schema().tables())
        .extracting(table -> table.name().name())
        .containsExactlyInAnyOrder("users", "posts");
    Table users = target.schema().find(TableName.of("users")).orElseThrow();
    assertThat(users.foreignKeys().get(0).referredColumns()).containsExactly("id");
    assertThat(target.schema().objects()).hasSize(3);
  }

  @Test
  void a_table_in_two_files_is_told_with_both_places() {
    String users =
        """
        tables:
          - name: users
            columns:
              - {name: id, type: bigint, primary_key: true}
              - {name: boss, type: bigint, references: users}
        """;
    assertThat(errors(users, users))
        .isEqualTo(
            """
            b.yaml:3:5: error: The table users is defined twice: a.yaml:3:5 too.
                  - name: users
                    ^
              hint: Leave one of the two.""");
  }

  @Test
  void a_foreign_key_to_nowhere_is_told_where_it_stands() {
    assertThat(
            errors(
                """
                tables:
                  - name: users
                    columns: [{name: id, type: bigint, primary_key: true}]
                  - name: posts
                    columns:
                      - {name: id, type: bigint, primary_key: true}
                      - {name: author, type: bigint, references: usrs}
                      - {name: page, type: bigint, references: {table: pages}}
                    foreign_keys:
                      - {columns: [page], references: {table: sheets}, name: fk_sheets}
                """))
        .isEqualTo(
            """
            a.yaml:8:50: error: There is no table usrs.
                      - {name: author, type: bigint, references: usrs}
                                                                 ^
              hint: Did you mean users?
            a.yaml:9:48: error: There is no table pages.
                      - {name: page, type: bigint, references: {table: pages}}
                                                               ^
              hint: There is posts, users.
            a.yaml:11:9: error: There is no table sheets.
                      - {columns: [page], references: {table: sheets}, name: fk_sheets}
                        ^
              hint: There is posts, users.""");
  }

  @Test
  void an_enum_type_that_is_declared_nowhere() {
    assertThat(
            errors(
                """
                tables:
                  - name: posts
                    columns:
                      - {name: state, type: {enum: {name: state}}}
                """))
        .isEqualTo(
            """
            a.yaml:3:5: error: There is no enum type state.
                  - name: posts
                    ^
              hint: Create it with create_type, in a model under `types`, or add its `values`.""");
  }

  @Test
  void whatever_is_defined_twice_is_told_with_both_places() {
    assertThat(
            errors(
                """
                tables:
                  - name: users
                    columns: [{name: id, type: bigint}]
                  - {name: USERS, columns: [{name: id, type: bigint}]}
                types: [{name: mood, values: [sad]}]
                functions: [{name: f, sql: x}, {name: f, arguments: n integer, sql: x}]
                """,
                """
                types: [{name: mood, values: [sad]}]
                views: [{name: v, sql: SELECT 1}, {name: v, sql: SELECT 2}]
                """))
        .isEqualTo(
            """
            a.yaml:5:5: error: The table USERS is defined twice: a.yaml:3:5 too.
                  - {name: USERS, columns: [{name: id, type: bigint}]}
                    ^
              hint: Leave one of the two.
            b.yaml:2:9: error: The type mood is defined twice: a.yaml:6:9 too.
                types: [{name: mood, values: [sad]}]
                        ^
              hint: Leave one of the two.
            b.yaml:3:35: error: The view v is defined twice: b.yaml:3:9 too.
                views: [{name: v, sql: SELECT 1}, {name: v, sql: SELECT 2}]
                                                  ^
              hint: Leave one of the two.""");
  }

  @Test
  void what_does_not_go_together_is_told_where_it_stands() {
    assertThat(
            errors(
                """
                sequences: [{name: users}]
                tables:
                  - name: users
                    columns: [{name: id, type: bigint}]
                  - name: posts
                    columns: [{name: id, type: bigint, index: true}]
                  - name: tags
                    columns: [{name: id, type: bigint}]
                    indexes: [{columns: [id], name: ix_posts_id}]
                """,
                """
                triggers: [{table: pages, name: t, event: BEFORE INSERT, sql: FOR EACH ROW EXECUTE FUNCTION f()}]
                """))
        .isEqualTo(
            """
            a.yaml:4:5: error: The name users of the table is taken by the sequence users.
                  - name: users
                    ^
              hint: Choose another name.
            a.yaml:8:5: error: The name ix_posts_id of the index is taken by the index ix_posts_id of posts.
                  - name: tags
                    ^
              hint: Choose another name.
            b.yaml:2:12: error: There is no table pages.
                triggers: [{table: pages, name: t, event: BEFORE INSERT, sql: FOR EACH ROW EXECUTE FUNCTION f()}]
                           ^
              hint: There is posts.""");
  }
}
