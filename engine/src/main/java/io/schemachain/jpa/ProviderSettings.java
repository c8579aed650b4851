package io.schemachain.jpa;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.format.EntityModel;
import io.schemachain.format.EntityProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the provider is told beside the dialect: what the settings of the target say, else what
 * Spring Boot's own settings say, else what Spring Boot would do where it is on the class path. A
 * persistence unit says all itself.
 */
final class ProviderSettings {
  static final String PHYSICAL = "hibernate.physical_naming_strategy";
  static final String IMPLICIT = "hibernate.implicit_naming_strategy";

  /** Not for the provider: files with mappings, with commas between. */
  static final String MAPPINGS = "schemachain.mappings";

  private static final String NAMING = "org.hibernate.boot.model.naming.";

  /** Of Hibernate, for the implicit strategies that it brings. */
  private static final List<String> SHORT_NAMES =
      List.of("default", "jpa", "legacy-jpa", "legacy-hbm", "component-path");

  private final ClassLoader loader;
  private final Diagnostics diagnostics;
  private final Map<String, String> all = new HashMap<>();

  private ProviderSettings(ClassLoader loader, Diagnostics diagnostics) {
    this.loader = loader;
    this.diagnostics = diagnostics;
  }

  /**
   * @param loader with the classes of the project
   * @return properties of the provider, such as {@code hibernate.physical_naming_strategy}
   * @throws JpaException if a strategy that the target names is not on the class path
   */
  static Map<String, String> of(
      EntityModel model, ClassPath classPath, ClassLoader loader, Diagnostics diagnostics) {
    return of(model, classPath, loader, System::getenv, diagnostics);
  }

  /**
   * @param environment the variables of the environment
   */
  static Map<String, String> of(
      EntityModel model,
      ClassPath classPath,
      ClassLoader loader,
      UnaryOperator<@Nullable String> environment,
      Diagnostics diagnostics) {
    ProviderSettings settings = new ProviderSettings(loader, diagnostics);
    if (model.unit() == null) {
      settings.addFramework(model, classPath, environment);
    }
    settings.all.putAll(model.properties());
    settings.addNaming(PHYSICAL, model.naming().physical());
    settings.addNaming(IMPLICIT, model.naming().implicit());
    return Map.copyOf(settings.all);
  }

  private void addNaming(String property, @Nullable String name) {
    if (name == null) {
      return;
    }
    if (!isHibernate()) {
      throw new JpaException(
          "`naming` is for Hibernate, which is not on the class path of the project.",
          "Take `naming` out of the target.",
          null);
    }
    if (!isStrategy(property, name)) {
      throw new JpaException(
          "The naming strategy " + name + MissingClass.SAID + ".",
          "Write the whole name of the class, and compile the project first: mvn compile …",
          null);
    }
    all.put(property, name);
  }

  private boolean isStrategy(String property, String name) {
    return has(name) || (property.equals(IMPLICIT) && SHORT_NAMES.contains(name));
  }

  private boolean isHibernate() {
    return has(NAMING + "PhysicalNamingStrategy");
  }

  private boolean has(String className) {
    return loader.getResource(className.replace('.', '/') + ".class") != null;
  }

  private void addFramework(
      EntityModel model, ClassPath classPath, UnaryOperator<@Nullable String> environment) {
    if (has("org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean")
        && has("org.springframework.boot.SpringApplication")) {
      SpringConfiguration files = SpringConfiguration.read(classPath, environment, diagnostics);
      addSpringDefaults();
      addSpring(files, model);
    } else if (has("io.quarkus.runtime.Quarkus")) {
      SpringConfiguration files =
          SpringConfiguration.ofQuarkus(classPath, environment, diagnostics);
      addNaming(files, "quarkus.hibernate-orm.physical-naming-strategy", PHYSICAL, model);
      addNaming(files, "quarkus.hibernate-orm.implicit-naming-strategy", IMPLICIT, model);
    }
  }

  /** Those of 2, 3 and 4; a version before 2.6 has the strategy that Hibernate took over later. */
  private void addSpringDefaults() {
    String implicit = "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy";
    String physical = NAMING + "CamelCaseToUnderscoresNamingStrategy";
    if (has("org.springframework.boot.hibernate.SpringImplicitNamingStrategy")) {
      implicit = "org.springframework.boot.hibernate.SpringImplicitNamingStrategy";
      physical = NAMING + "PhysicalNamingStrategySnakeCaseImpl";
    } else if (!has(physical)) {
      physical = "org.springframework.boot.orm.jpa.hibernate.SpringPhysicalNamingStrategy";
    }
    if (isHibernate() && has(implicit) && has(physical)) {
      all.put(IMPLICIT, implicit);
      all.put(PHYSICAL, physical);
    }
  }

  private void addSpring(SpringConfiguration files, EntityModel model) {
    files
        .below("spring.jpa.properties")
        .forEach(
            (name, value) -> {
              if (!model.properties().containsKey(name)
                  && EntityProperties.refusal(name).isEmpty()) {
                all.put(name, files.resolved(value).value());
              }
            });
    addNaming(files, "spring.jpa.properties." + PHYSICAL, PHYSICAL, model);
    addNaming(files, "spring.jpa.properties." + IMPLICIT, IMPLICIT, model);
    addNaming(files, "spring.jpa.hibernate.naming.physical-strategy", PHYSICAL, model);
    addNaming(files, "spring.jpa.hibernate.naming.implicit-strategy", IMPLICIT, model);
    files
        .get("spring.jpa.database-platform")
        .ifPresent(value -> all.putIfAbsent("hibernate.dialect", value.value()));
    files
        .get("spring.jpa.hibernate.use-new-id-generator-mappings")
        .ifPresent(value -> all.put("hibernate.id.new_generator_mappings", value.value()));
    List<String> mappings =
        files.list("spring.jpa.mapping-resources").stream().map(Located::value).toList();
    if (!mappings.isEmpty()) {
      all.put(MAPPINGS, String.join(",", mappings));
    }
  }

  /** What a file of the application says, where the target says nothing. */
  private void addNaming(
      SpringConfiguration files, String key, String property, EntityModel model) {
    boolean physical = property.equals(PHYSICAL);
    if ((physical ? model.naming().physical() : model.naming().implicit()) != null) {
      return;
    }
    Optional<Located<String>> value = files.get(key);
    if (value.isEmpty()) {
      return;
    }
    String name = value.get().value().strip();
    if (!isStrategy(property, name)) {
      diagnostics.error(
          value.get().location(),
          "The naming strategy " + name + MissingClass.SAID + ".",
          "Write the whole name of the class, or say in the target what is used, under `naming: {"
              + (physical ? "physical" : "implicit")
              + ": …}`.");
      return;
    }
    all.put(property, name);
  }
}
