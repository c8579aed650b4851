package io.schemachain.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the package map of ARCHITECTURE.md. */
@Tag("architecture")
class PackageMapTest {
  private static final String ROOT = "io.schemachain.";

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.schemachain");

  /**
   * What a package may use of the others; everyone may use {@code diagnostic} and {@code model}.
   */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("diagnostic", List.of()),
          Map.entry("model", List.of("diagnostic")),
          Map.entry("operation", List.of()),
          Map.entry("revision", List.of("operation")),
          Map.entry("format", List.of("operation", "revision")),
          Map.entry("introspect", List.of()),
          Map.entry("dialect", List.of("operation", "introspect")),
          Map.entry("diff", List.of("operation", "introspect", "dialect")),
          Map.entry(
              "target",
              List.of("operation", "introspect", "format", "revision", "dialect", "diff")),
          Map.entry("loader", List.of()),
          Map.entry("jpa", List.of("loader", "operation", "format", "dialect", "diff", "target")),
          Map.entry("fact", List.of("operation", "dialect")),
          Map.entry("plan", List.of("operation", "revision", "dialect", "fact")),
          Map.entry("lint", List.of("operation", "revision", "format", "dialect", "fact", "plan")),
          Map.entry("script", List.of("plan", "dialect", "revision")),
          Map.entry("apply", List.of("plan", "dialect", "revision", "introspect")),
          Map.entry("picture", List.of()),
          Map.entry(
              "review",
              List.of(
                  "operation",
                  "introspect",
                  "revision",
                  "dialect",
                  "diff",
                  "fact",
                  "plan",
                  "lint",
                  "picture")),
          Map.entry("application", List.of("apply", "command")),
          Map.entry(
              "command",
              List.of(
                  "operation",
                  "revision",
                  "format",
                  "dialect",
                  "plan",
                  "fact",
                  "lint",
                  "review",
                  "script",
                  "apply",
                  "picture",
                  "introspect",
                  "diff",
                  "target",
                  "loader",
                  "jpa")));

  @TestFactory
  List<DynamicTest> packagesUseOnlyWhatTheMapAllows() {
    List<DynamicTest> tests = new ArrayList<>();
    MAY_USE.forEach(
        (name, allowed) ->
            tests.add(
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(ROOT + name + "..")
                            .should()
                            .dependOnClassesThat(
                                resideInAPackage(ROOT + ".")
                                    .or(resideInAPackage("io.schemachain.."))
                                    .and(not(resideInAnyPackage(allowed(name, allowed)))))
                            .check(ENGINE))));
    return tests;
  }

  /** What depends on a version is decided in one place of each family. */
  @Test
  void onlyFeaturesLookAtVersions() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "dialect..")
        .and()
        .haveSimpleNameNotEndingWith("Features")
        .should()
        .callMethod(DatabaseVersion.class, "atLeast", int.class, int.class)
        .check(ENGINE);
  }

  private static String[] allowed(String name, List<String> others) {
    List<String> packages = new ArrayList<>(List.of(name, "diagnostic", "model"));
    if (name.equals("diagnostic")) {
      packages.remove("model");
    }
    packages.addAll(others);
    return packages.stream().map(one -> ROOT + one + "..").toArray(String[]::new);
  }

  @Test
  void everyPackageIsInTheMap() {
    String[] known =
        MAY_USE.keySet().stream().map(name -> ROOT + name + "..").toArray(String[]::new);
    noClasses().should().resideOutsideOfPackages(known).check(ENGINE);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.schemachain.(*)..").should().beFreeOfCycles().check(ENGINE);
  }

  @Test
  void onlyDialectsNamesTheFamilies() {
    String[] families =
        Arrays.stream(new String[] {"postgresql", "mysql", "sqlite", "h2"})
            .map(family -> ROOT + "dialect." + family + "..")
            .toArray(String[]::new);
    for (String family : families) {
      noClasses()
          .that()
          .resideOutsideOfPackage(family)
          .and()
          .doNotBelongToAnyOf(Dialects.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(family)
          .check(ENGINE);
    }
  }

  @Test
  void jdbcIsWhereDatabasesAreSpokenTo() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "apply..")
        .and()
        // It takes drivers out of DriverManager when it is closed. An
        // application has a data source, which goes on as a Lender.
        .haveNameNotMatching(".*\\.IsolatedLoader(\\$.*)?|.*\\.application\\.Schemachain")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer..")
        .check(ENGINE);
  }

  @Test
  void theYamlLibraryIsKnownToFormatAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "format..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson.dataformat..", "org.snakeyaml..")
        .check(ENGINE);
  }

  /** It is large: it is loaded when there is a statement to read. */
  @Test
  void theSqlParserIsKnownToWhoReadsEffectsAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "dialect")
        .or()
        .haveNameNotMatching(".*\\.Sql(Alterations|Effects|Names|TableElements)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.sf.jsqlparser..")
        .check(ENGINE);
  }

  @Test
  void theEngineKnowsNothingOfMaven() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..")
        .check(ENGINE);
  }
}
