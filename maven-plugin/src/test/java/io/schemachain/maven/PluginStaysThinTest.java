package io.schemachain.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.schemachain.command.Workspace;
import io.schemachain.diagnostic.SchemaException;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.Tag;

/** What a goal does is in the engine; the plugin may only call it. */
@Tag("architecture")
@AnalyzeClasses(
    packages = "io.schemachain.maven",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class PluginStaysThinTest {
  @ArchTest
  static final ArchRule callsOnlyTheFrontOfTheEngine =
      noClasses()
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("io.schemachain..")
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          packageOf(Workspace.class),
                          packageOf(SchemaException.class),
                          packageOf(AbstractSchemaMojo.class))));

  @ArchTest
  static final ArchRule knowsNoSqlYamlOrJson =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "tools.jackson..", "org.snakeyaml..", "com.zaxxer..");

  @ArchTest
  static final ArchRule goalsShareTheirBehaviour =
      classes()
          .that()
          .areAssignableTo(AbstractMojo.class)
          .and()
          .doNotHaveSimpleName("HelpMojo")
          .should()
          .beAssignableTo(AbstractSchemaMojo.class);

  private static String packageOf(Class<?> type) {
    return type.getPackageName();
  }
}
