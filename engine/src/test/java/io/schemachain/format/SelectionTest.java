package io.schemachain.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import org.junit.jupiter.api.Test;

/** What is looked at, by the rules of the settings. */
final class SelectionTest {
  private static Selection selection(String rules) {
    Diagnostics diagnostics = new Diagnostics();
    Settings settings =
        SettingsReader.read(new SourceText("schema.yaml", "format: 1\n" + rules), diagnostics);
    diagnostics.throwIfErrors();
    return settings.selection();
  }

  private static boolean has(Selection selection, ObjectKind kind, String name) {
    int point = name.indexOf('.');
    return selection.has(
        kind,
        new TableName(point < 0 ? null : name.substring(0, point), name.substring(point + 1)));
  }

  private static boolean has(Selection selection, String table) {
    return has(selection, ObjectKind.TABLE, table);
  }

  @Test
  void without_rules_it_is_all() {
    assertThat(selection("")).isEqualTo(Selection.ALL);
    assertThat(selection("include: []\nexclude: []\n")).isEqualTo(Selection.ALL);
    assertThat(has(Selection.ALL, "users")).isTrue();
    assertThat(has(Selection.ALL, ObjectKind.TRIGGER, "audit.t")).isTrue();
  }

  @Test
  void what_a_rule_excludes_is_left_alone() {
    Selection selection = selection("exclude: [{name: 'tmp_*'}, {name: 'log_20??'}]\n");
    assertThat(has(selection, "users")).isTrue();
    assertThat(has(selection, "tmp_")).isFalse();
    assertThat(has(selection, "tmp_users")).isFalse();
    assertThat(has(selection, "my_tmp_users")).isTrue();
    assertThat(has(selection, "log_2026")).isFalse();
    assertThat(has(selection, "log_20")).isTrue();
    assertThat(has(selection, "log_20260")).isTrue();
  }

  @Test
  void once_a_rule_includes_the_rest_is_left_alone() {
    Selection selection = selection("include: [{name: 'app_*'}, {kind: view}]\n");
    assertThat(has(selection, "app_users")).isTrue();
    assertThat(has(selection, "users")).isFalse();
    assertThat(has(selection, ObjectKind.VIEW, "users")).isTrue();
    assertThat(has(selection, ObjectKind.MATERIALIZED_VIEW, "users")).isFalse();
  }

  @Test
  void to_exclude_is_stronger_than_to_include() {
    Selection selection = selection("include: [{name: '*s'}]\nexclude: [{name: 'u*'}]\n");
    assertThat(has(selection, "posts")).isTrue();
    assertThat(has(selection, "users")).isFalse();
  }

  @Test
  void the_parts_of_a_rule_hold_together() {
    Selection selection =
        selection("exclude: [{kind: materialized_view, schema: report, name: 'd*'}]\n");
    assertThat(has(selection, ObjectKind.MATERIALIZED_VIEW, "report.daily")).isFalse();
    assertThat(has(selection, ObjectKind.MATERIALIZED_VIEW, "report.weekly")).isTrue();
    assertThat(has(selection, ObjectKind.MATERIALIZED_VIEW, "daily")).isTrue();
    assertThat(has(selection, ObjectKind.VIEW, "report.daily")).isTrue();
  }

  @Test
  void the_default_schema_has_a_word() {
    Selection selection = selection("include: [{schema: default}, {schema: 'app?'}]\n");
    assertThat(has(selection, "users")).isTrue();
    assertThat(has(selection, "app1.users")).isTrue();
    assertThat(has(selection, "audit.users")).isFalse();
  }

  @Test
  void names_that_differ_only_by_case_are_the_same() {
    Selection selection = selection("exclude: [{name: 'ÄRGER_*'}, {schema: Audit}]\n");
    assertThat(has(selection, "ärger_log")).isFalse();
    assertThat(has(selection, "AUDIT.log")).isFalse();
  }

  @Test
  void all_but_the_two_signs_is_taken_as_written() {
    Selection selection = selection("exclude: [{name: 'a.b+[c]$\\E'}]\n");
    assertThat(selection.has(ObjectKind.TABLE, TableName.of("a.b+[c]$\\E"))).isFalse();
    assertThat(selection.has(ObjectKind.TABLE, TableName.of("axb+[c]$\\E"))).isTrue();
  }
}
