package io.schemachain.jpa;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.format.EntityModel;
import io.schemachain.format.EntityModel.Naming;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of the names that tell one framework from another are compiled here, and are empty. */
final class ProviderSettingsTest {
  private static final String SPRING =
      "org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean";
  private static final String BOOT = "org.springframework.boot.SpringApplication";
  private static final String SPRING_IMPLICIT =
      "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy";
  private static final String HIBERNATE = "org.hibernate.boot.model.naming.PhysicalNamingStrategy";
  private static final String SNAKE_CASE =
      "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy";
  private static final String PHYSICAL = "hibernate.physical_naming_strategy";
  private static final String IMPLICIT = "hibernate.implicit_naming_strategy";
  private static final EntityModel BLOG =
      new EntityModel(List.of("com.example.blog"), null, Naming.UNSAID, Map.of());

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final Diagnostics diagnostics = new Diagnostics();

  private void classes(String... names) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-d", folder.resolve("classes").toString()));
    for (String name : names) {
      int dot = name.lastIndexOf('.');
      Path source = folder.resolve("src").resolve(name.substring(dot + 1) + ".java");
      Files.createDirectories(source.getParent());
      Files.createDirectories(folder.resolve("classes"));
      Files.writeString(
          source,
          "package " + name.substring(0, dot) + "; class " + name.substring(dot + 1) + " {}");
      arguments.add(source.toString());
    }
    int status =
        requireNonNull(ToolProvider.getSystemJavaCompiler())
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).isZero();
  }

  private void boot3() throws IOException {
    classes(SPRING, BOOT, SPRING_IMPLICIT, HIBERNATE, SNAKE_CASE);
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve("classes").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Map<String, String> settings() throws IOException {
    return settings(BLOG);
  }

  private Map<String, String> settings(EntityModel model) throws IOException {
    Path classes = folder.resolve("classes");
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      return ProviderSettings.of(
          model,
          TestClasses.classPath(
              List.of(folder.resolve("generated"), classes), List.of(), List.of()),
          loader,
          environment::get,
          diagnostics);
    }
  }

  private String errors() {
    return diagnostics.all().stream()
        .map(one -> one.location() + " " + one.message() + "\n  " + one.hint())
        .map(one -> one.replace(folder + "/classes/", ""))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void without_a_framework_the_provider_decides() throws IOException {
    classes(HIBERNATE);
    file("application.properties", "spring.jpa.hibernate.naming.physical-strategy=com.example.No");
    assertThat(settings()).isEmpty();
    classes(BOOT, SPRING_IMPLICIT, SNAKE_CASE);
    assertThat(settings()).describedAs("Spring Boot without its JPA").isEmpty();
    assertThat(errors()).isEmpty();
  }

  @Test
  void spring_boot_3_has_its_naming() throws IOException {
    boot3();
    assertThat(settings()).isEqualTo(Map.of(PHYSICAL, SNAKE_CASE, IMPLICIT, SPRING_IMPLICIT));
  }

  @Test
  void spring_boot_4_has_another() throws IOException {
    String implicit = "org.springframework.boot.hibernate.SpringImplicitNamingStrategy";
    String physical = "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl";
    classes(SPRING, BOOT, HIBERNATE, SNAKE_CASE, implicit, physical);
    assertThat(settings()).isEqualTo(Map.of(PHYSICAL, physical, IMPLICIT, implicit));
  }

  @Test
  void spring_boot_before_2_6_has_its_own() throws IOException {
    String physical = "org.springframework.boot.orm.jpa.hibernate.SpringPhysicalNamingStrategy";
    classes(SPRING, BOOT, HIBERNATE, SPRING_IMPLICIT, physical);
    assertThat(settings()).containsEntry(PHYSICAL, physical);
  }

  @Test
  void a_unit_says_all_itself() throws IOException {
    boot3();
    assertThat(settings(new EntityModel(List.of(), "blog", Naming.UNSAID, Map.of()))).isEmpty();
  }

  @Test
  void files_are_as_strong_as_spring_has_them() throws IOException {
    boot3();
    classes("com.example.A", "com.example.B", "com.example.C", "com.example.D");
    String key = "spring.jpa.hibernate.naming.physical-strategy";
    file("application.yaml", "spring.jpa.hibernate.naming.physical-strategy: com.example.A\n");
    assertThat(settings()).containsEntry(PHYSICAL, "com.example.A");
    file(
        "application.yml",
        """
        spring:
          jpa:
            hibernate:
              naming:
                physicalStrategy: com.example.B
        """);
    assertThat(settings()).containsEntry(PHYSICAL, "com.example.B");
    file("application.properties", "spring.jpa.hibernate.naming.physical_strategy: com.example.C");
    assertThat(settings()).containsEntry(PHYSICAL, "com.example.C");
    file("config/application.yaml", key + ": com.example.D\n");
    assertThat(settings()).containsEntry(PHYSICAL, "com.example.D");
    file("application-default.properties", key + "=com.example.A");
    assertThat(settings()).isEqualTo(Map.of(PHYSICAL, "com.example.A", IMPLICIT, SPRING_IMPLICIT));
    assertThat(errors()).isEmpty();
  }

  @Test
  void documents_of_a_profile_count_when_it_is_active() throws IOException {
    boot3();
    classes("com.example.A", "com.example.B", "com.example.C");
    String key = "spring.jpa.hibernate.naming.physical-strategy";
    file(
        "application.yml",
        """
        %1$s: com.example.A
        ---
        # local only
        spring:
          config.activate.on-profile: [local, "!prod & test"]
        %1$s: com.example.B
        """
            .formatted(key));
    file(
        "application-prod.properties",
        """
        %1$s=\\
          com.example.C
        #---
        spring.config.activate.on-profile=eu
        %1$s=com.example.No
        """
            .formatted(key));
    assertThat(settings()).containsEntry(PHYSICAL, "com.example.A");
    environment.put("SPRING_PROFILES_ACTIVE", "test");
    assertThat(settings()).containsEntry(PHYSICAL, "com.example.B");
    environment.put("SPRING_PROFILES_ACTIVE", "test, prod");
    assertThat(settings()).containsEntry(PHYSICAL, "com.example.C");
    environment.clear();
    file("application.properties", "spring.profiles.active=local");
    assertThat(settings()).containsEntry(PHYSICAL, "com.example.B");
    assertThat(errors()).isEmpty();
  }

  @Test
  void placeholders_are_resolved_or_named() throws IOException {
    boot3();
    classes("com.example.A", "com.example.Fallback");
    file(
        "application.properties",
        """
        naming=${base-package}.A
        spring.jpa.hibernate.naming.physical-strategy=${naming}
        spring.jpa.hibernate.naming.implicit-strategy=com.example.${KIND:${OTHER:Fallback}}
        """);
    environment.put("BASEPACKAGE", "com.example");
    assertThat(settings())
        .isEqualTo(Map.of(PHYSICAL, "com.example.A", IMPLICIT, "com.example.Fallback"));
    assertThat(errors()).isEmpty();
    environment.clear();
    assertThat(settings()).containsEntry(PHYSICAL, SNAKE_CASE);
    assertThat(errors())
        .isEqualTo(
            """
            application.properties:2 Nothing says what ${base-package} is.
              Set the environment variable BASEPACKAGE, or say in the target what this is for, \
            under `naming` or `properties`.""");
  }

  @Test
  void what_has_an_effect_on_the_schema_is_passed_on() throws IOException {
    boot3();
    file(
        "application.yml",
        """
        spring:
          datasource: {url: "jdbc:h2:mem:${nothing}"}
          jpa:
            database-platform: com.example.Dialect
            mapping-resources: [META-INF/one.xml, META-INF/two.xml]
            hibernate: {ddl-auto: validate, use-new-id-generator-mappings: false}
            properties:
              hibernate:
                hbm2ddl.auto: update
                connection.pool_size: 3
                globally_quoted_identifiers: true
              "[org.hibernate.envers.audit_table_suffix]": _h
        """);
    assertThat(settings())
        .isEqualTo(
            Map.of(
                PHYSICAL,
                SNAKE_CASE,
                IMPLICIT,
                SPRING_IMPLICIT,
                "hibernate.dialect",
                "com.example.Dialect",
                "hibernate.id.new_generator_mappings",
                "false",
                "hibernate.globally_quoted_identifiers",
                "true",
                "org.hibernate.envers.audit_table_suffix",
                "_h",
                ProviderSettings.MAPPINGS,
                "META-INF/one.xml,META-INF/two.xml"));
    assertThat(errors()).isEmpty();
  }

  @Test
  void the_target_says_it_better() throws IOException {
    boot3();
    classes("com.example.A");
    file(
        "application.properties",
        """
        spring.jpa.hibernate.naming.physical-strategy=com.example.Gone
        spring.jpa.properties.hibernate.globally_quoted_identifiers=${unset}
        """);
    EntityModel model =
        new EntityModel(
            List.of("a"),
            null,
            new Naming("com.example.A", null),
            Map.of("hibernate.globally_quoted_identifiers", "false"));
    assertThat(settings(model))
        .isEqualTo(
            Map.of(
                PHYSICAL,
                "com.example.A",
                IMPLICIT,
                SPRING_IMPLICIT,
                "hibernate.globally_quoted_identifiers",
                "false"));
    assertThat(errors()).isEmpty();
  }

  @Test
  void a_strategy_that_is_not_there_is_named() throws IOException {
    boot3();
    file(
        "application.yml", "spring.jpa.hibernate.naming:\n  physical-strategy: com.example.Gone\n");
    settings();
    assertThat(errors())
        .isEqualTo(
            """
            application.yml:2:22 The naming strategy com.example.Gone is not on the class path of \
            the project.
              Write the whole name of the class, or say in the target what is used, under \
            `naming: {physical: …}`.""");
    EntityModel model =
        new EntityModel(List.of("a"), null, new Naming(null, "com.example.Gone"), Map.of());
    assertThatThrownBy(() -> settings(model))
        .hasMessage(
            "The naming strategy com.example.Gone is not on the class path of the project.");
  }

  @Test
  void naming_is_for_hibernate() {
    EntityModel model = new EntityModel(List.of("a"), null, new Naming("a.B", null), Map.of());
    assertThatThrownBy(() -> settings(model))
        .hasMessage("`naming` is for Hibernate, which is not on the class path of the project.");
  }

  @Test
  void a_file_that_is_none_is_refused() throws IOException {
    boot3();
    file("application.yml", "spring:\n  jpa: [\n");
    settings();
    assertThat(errors()).contains("application.yml:");
  }

  @Test
  void booleans_of_yaml_are_those_of_spring() throws IOException {
    boot3();
    file(
        "application.yml",
        """
        spring.jpa.properties.hibernate:
          globally_quoted_identifiers: yes
          dialect.storage_engine: "on"
          use_nationalized_character_data: Off
        """);
    assertThat(settings())
        .containsEntry("hibernate.globally_quoted_identifiers", "true")
        .containsEntry("hibernate.dialect.storage_engine", "on")
        .containsEntry("hibernate.use_nationalized_character_data", "false");
  }

  @Test
  void included_profiles_are_active_as_well_and_weaker() throws IOException {
    boot3();
    classes("com.example.A", "com.example.B");
    String key = "spring.jpa.hibernate.naming.physical-strategy";
    file("application.properties", "spring.profiles.include=common\n");
    file("application-common.properties", key + "=com.example.A");
    file("application-prod.properties", key + "=com.example.B");
    assertThat(settings()).containsEntry(PHYSICAL, "com.example.A");
    environment.put("SPRING_PROFILES_ACTIVE", "prod");
    assertThat(settings()).containsEntry(PHYSICAL, "com.example.B");
    environment.put("SPRING_PROFILES_ACTIVE", "test");
    assertThat(settings()).containsEntry(PHYSICAL, "com.example.A");
  }

  @Test
  void variables_of_the_environment_are_stronger_than_the_files() throws IOException {
    boot3();
    classes("com.example.A", "com.example.B");
    file("application.properties", "spring.jpa.hibernate.naming.physical-strategy=com.example.A");
    environment.put("SPRING_JPA_HIBERNATE_NAMING_PHYSICAL_STRATEGY", "com.example.B");
    environment.put("SPRING_JPA_HIBERNATE_NAMING_IMPLICITSTRATEGY", "com.example.Gone");
    assertThat(settings()).containsEntry(PHYSICAL, "com.example.B");
    assertThat(errors())
        .startsWith(
            "environment variable SPRING_JPA_HIBERNATE_NAMING_IMPLICITSTRATEGY The naming strategy"
                + " com.example.Gone is not on the class path of the project.");
  }

  @Test
  void short_names_are_of_implicit_strategies() throws IOException {
    boot3();
    assertThat(settings(new EntityModel(List.of("a"), null, new Naming(null, "jpa"), Map.of())))
        .containsEntry(IMPLICIT, "jpa");
    EntityModel physical = new EntityModel(List.of("a"), null, new Naming("jpa", null), Map.of());
    assertThatThrownBy(() -> settings(physical))
        .hasMessage("The naming strategy jpa is not on the class path of the project.");
    file("application.properties", "spring.jpa.hibernate.naming.physical-strategy=jpa");
    settings();
    assertThat(errors()).contains("The naming strategy jpa is not on the class path");
  }

  @Test
  void quarkus_has_no_profiles_of_spring() throws IOException {
    classes("io.quarkus.runtime.Quarkus", HIBERNATE, "com.example.A", "com.example.B");
    String key = "quarkus.hibernate-orm.physical-naming-strategy=com.example.";
    file(
        "application.properties",
        "spring.profiles.active=b\n#---\n" + key + "A\n%prod." + key + "B\n");
    file("application-b.properties", key + "B");
    file("application.yml", key.replace("=", ": ") + "B");
    assertThat(settings()).isEqualTo(Map.of(PHYSICAL, "com.example.A"));
  }

  @Test
  void a_dialect_among_the_properties_is_stronger_than_the_platform() throws IOException {
    boot3();
    file(
        "application.properties",
        """
        spring.jpa.database-platform=com.example.Platform
        spring.jpa.properties.hibernate.dialect=com.example.Dialect
        """);
    assertThat(settings()).containsEntry("hibernate.dialect", "com.example.Dialect");
  }

  @Test
  void a_file_in_another_encoding_is_named() throws IOException {
    boot3();
    Files.write(folder.resolve("classes/application.yml"), "# für alle".getBytes(ISO_8859_1));
    assertThatThrownBy(this::settings)
        .isInstanceOf(JpaException.class)
        .hasMessage(folder + "/classes/application.yml is not written in UTF-8.");
  }

  @Test
  void an_escape_that_is_none_is_refused() throws IOException {
    boot3();
    file("application.properties", "a=1\npath=C:\\users\n");
    settings();
    assertThat(errors())
        .isEqualTo(
            """
            application.properties:2 The line cannot be read: Malformed \\uxxxx encoding.
              Write a backslash twice, or take a slash.""");
  }

  @Test
  void quarkus_names_its_strategy() throws IOException {
    classes("io.quarkus.runtime.Quarkus", HIBERNATE, "com.example.A");
    file(
        "application.properties", "quarkus.hibernate-orm.physical-naming-strategy=com.example.A\n");
    assertThat(settings()).isEqualTo(Map.of(PHYSICAL, "com.example.A"));
  }
}
