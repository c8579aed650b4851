package io.schemachain.format;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.EntityModel.Naming;
import io.schemachain.format.Selection.Rule;
import io.schemachain.format.Settings.Environment;
import io.schemachain.format.Settings.VersionTable;
import io.schemachain.model.ObjectKind;
import io.schemachain.operation.CreateIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SettingsReaderTest {
  private static Settings read(String yaml) {
    Diagnostics diagnostics = new Diagnostics();
    Settings settings = SettingsReader.read(new SourceText("schema.yaml", yaml), diagnostics);
    diagnostics.throwIfErrors();
    return settings;
  }

  @Test
  void everything_has_its_place() throws IOException {
    Settings settings =
        read(Files.readString(Corpus.SPEC.resolve("corpus/valid/settings_full.yaml")));
    assertThat(settings.dialects()).containsExactly("postgresql:14", "h2", "mariadb:10.6", "mysql");
    assertThat(settings.versions()).containsExactly("versions", "more/versions");
    assertThat(settings.versionTable()).isEqualTo(new VersionTable("v", "j", null));
    assertThat(settings.defaultSchema()).isEqualTo("app");
    assertThat(settings.onConnect()).containsExactly("SET ROLE app_owner");
    assertThat(settings.transactionPerRun()).isTrue();
    assertThat(settings.namingConventions()).isEqualTo(NamingConventions.DEFAULT);
    assertThat(settings.variables()).containsEntry("tenant", "public").containsEntry("n", "1");
    assertThat(settings.environments()).containsOnlyKeys("dev", "prod");
    assertThat(settings.targets())
        .extracting(TargetPlace::words)
        .containsExactly(
            "model model", "sql sql/schema.sql", "database prod", "jpa com.example.blog");
    assertThat(settings.targets().get(3))
        .isInstanceOfSatisfying(
            TargetPlace.Jpa.class,
            jpa ->
                assertThat(jpa.model())
                    .isEqualTo(
                        new EntityModel(
                            List.of("com.example.blog"),
                            null,
                            new Naming("com.example.Snake", null),
                            Map.of("hibernate.id.db_structure_naming_strategy", "legacy"))));
    assertThat(settings.targets().get(1).location()).hasToString("schema.yaml:15:32");
    assertThat(settings.renamedFrom())
        .extracting(RenameHint::name, RenameHint::former)
        .containsExactly(
            tuple("users.phone_number", Optional.of("phone")), tuple("posts", Optional.empty()));
    assertThat(settings.selection())
        .isEqualTo(
            new Selection(
                List.of(new Rule(null, "default", null)),
                List.of(new Rule(ObjectKind.VIEW, null, "tmp_*"))));
  }

  @Test
  void what_is_absent_has_its_default() {
    assertThat(read("format: 1\n"))
        .usingRecursiveComparison()
        .ignoringFields("location")
        .isEqualTo(Settings.DEFAULT);
  }

  @Test
  void an_environment_variable_is_missed_only_when_its_environment_is_used() {
    Settings settings =
        read("format: 1\nenvironments:\n  prod: {url: '${env.PROD_URL}', username: a}\n");
    Environment prod = requireNonNull(settings.environments().get("prod"));
    Diagnostics diagnostics = new Diagnostics();
    assertThat(prod.resolve(name -> name + "!", diagnostics).url()).isEqualTo("PROD_URL!");
    assertThat(diagnostics.all()).isEmpty();
    prod.resolve(name -> null, diagnostics);
    assertThat(Documents.render(diagnostics))
        .isEqualTo(
            """
            schema.yaml:3:3: error: The environment variable PROD_URL is not set.
                  prod: {url: '${env.PROD_URL}', username: a}
                  ^
              hint: Set it, or choose another environment.""");
  }

  @Test
  void no_file_is_in_two_folders_of_versions() {
    Diagnostics diagnostics = new Diagnostics();
    String yaml =
        "format: 1\nversions: [one, one/two, versions/billing, Versions, one, onetwo, two/, ./two]\n";
    Settings settings = SettingsReader.read(new SourceText("schema.yaml", yaml), diagnostics);
    assertThat(settings.versions()).containsExactly("one", "versions/billing", "onetwo");
    assertThat(Documents.render(diagnostics))
        .isEqualTo(
            """
            schema.yaml:2:17: error: 'versions' has one/two and one, one inside the other.
                versions: [one, one/two, versions/billing, Versions, one, onetwo, two/, ./two]
                                ^
              hint: Leave out one/two: what is below one is read with it.
            schema.yaml:2:44: error: 'versions' has versions/billing and Versions, one inside the other.
                versions: [one, one/two, versions/billing, Versions, one, onetwo, two/, ./two]
                                                           ^
              hint: Leave out versions/billing: what is below Versions is read with it.
            schema.yaml:2:54: error: 'versions' has one twice.
                versions: [one, one/two, versions/billing, Versions, one, onetwo, two/, ./two]
                                                                     ^
            schema.yaml:2:67: error: 'two/' is not a folder inside the schema folder.
                versions: [one, one/two, versions/billing, Versions, one, onetwo, two/, ./two]
                                                                                  ^
              hint: Write it relative to that folder with forward slashes, none at its end, and without '.' and '..'.
            schema.yaml:2:73: error: './two' is not a folder inside the schema folder.
                versions: [one, one/two, versions/billing, Versions, one, onetwo, two/, ./two]
                                                                                        ^
              hint: Write it relative to that folder with forward slashes, none at its end, and without '.' and '..'.""");
  }

  @Test
  void what_is_wrong_with_entities_is_said_where_it_stands() {
    Diagnostics diagnostics = new Diagnostics();
    String yaml =
        """
        format: 1
        target:
          - jpa: com.example.*
          - jpa: {packages: [a], unit: b}
          - jpa: {package: a}
          - jpa: {unit: b, naming: {physical: a-b}}
          - jpa: {unit: b, properties: {hibernate.hbm2ddl.auto: a, hibernate: {show_sql: true}}}
        """;
    SettingsReader.read(new SourceText("schema.yaml", yaml), diagnostics);
    assertThat(Documents.render(diagnostics))
        .isEqualTo(
            """
            schema.yaml:3:10: error: 'com.example.*' is not the name of a package; write it like com.example.blog. Those below it are looked at with it.
                  - jpa: com.example.*
                         ^
            schema.yaml:4:32: error: A target jpa has 'packages' or 'unit', not both.
                  - jpa: {packages: [a], unit: b}
                                               ^
              hint: A unit lists its classes itself, in META-INF/persistence.xml.
            schema.yaml:5:11: error: Unknown key 'package' in a target jpa.
                  - jpa: {package: a}
                          ^
              hint: Did you mean packages?
            schema.yaml:5:10: error: A target jpa needs 'packages' or 'unit'.
                  - jpa: {package: a}
                         ^
              hint: Write for example {packages: [com.example.blog]}.
            schema.yaml:6:39: error: 'a-b' is not the name of a class; write it with its package.
                  - jpa: {unit: b, naming: {physical: a-b}}
                                                      ^
            schema.yaml:7:33: error: The property 'hibernate.hbm2ddl.auto' is not taken: Schemachain itself lets the provider write the SQL. Leave it out here.
                  - jpa: {unit: b, properties: {hibernate.hbm2ddl.auto: a, hibernate: {show_sql: true}}}
                                                ^
            schema.yaml:7:71: error: The property 'hibernate' is a text, not a map.
                  - jpa: {unit: b, properties: {hibernate.hbm2ddl.auto: a, hibernate: {show_sql: true}}}
                                                                                      ^
              hint: Write its name in one piece, such as hibernate.globally_quoted_identifiers.""");
  }

  @Test
  void entities_are_checked_wherever_they_were_written() {
    Naming naming = Naming.UNSAID;
    assertThatThrownBy(() -> new EntityModel(List.of(), null, naming, Map.of()))
        .hasMessage("A target jpa has either packages or a unit; this one has neither.");
    assertThatThrownBy(() -> new EntityModel(List.of("a"), "b", naming, Map.of()))
        .hasMessage("A target jpa has either packages or a unit, not both.");
    assertThatThrownBy(() -> new EntityModel(List.of("a", "a"), null, naming, Map.of()))
        .hasMessage("The packages of a target jpa have a twice.");
    assertThatThrownBy(
            () -> new EntityModel(List.of(), "b", naming, Map.of("hibernate.hbm2ddl.auto", "c")))
        .hasMessageContaining("'hibernate.hbm2ddl.auto' is not taken");
  }

  @Test
  void a_password_is_not_printed() {
    Settings settings = read("format: 1\nenvironments: {a: {password: secret}}\n");
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @Test
  void a_name_that_is_too_long_keeps_its_start_and_gets_a_hash() {
    String column = "a_very_long_column_name_indeed_";
    String yaml =
        Documents.upgrade(
            "- create_index: {table: a_very_long_table_name, columns: ["
                + column
                + "1]}\n"
                + "- create_index: {table: a_very_long_table_name, columns: ["
                + column
                + "2]}\n"
                + "- create_index: {table: täglich_täglich_täglich, columns: ["
                + column
                + "1]}");
    Binding binding =
        new Binding("h2", List.of("h2"), 30, NamingConvention.DEFAULT, Map.of(), p -> p);
    assertThat(Documents.revision(yaml, binding).upgrade())
        .extracting(located -> ((CreateIndex) located.value()).index().name())
        .doesNotHaveDuplicates()
        .allSatisfy(
            name -> assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(29, 30))
        .contains("ix_a_very_long_table__f8a78e10");
  }
}
