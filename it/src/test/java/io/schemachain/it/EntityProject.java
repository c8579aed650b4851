package io.schemachain.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project of src/jpa, its databases, and somebody who changes entities step by step: what a step
 * changes is in its folder {@code step-<number>}, what its revision must be in {@code expected}.
 */
final class EntityProject implements AutoCloseable {
  private static @Nullable Path projects;

  private final Path folder;
  private final List<TestDatabase> databases = new ArrayList<>();

  EntityProject(String name, String... dialects) throws IOException {
    folder = projects().resolve(name);
    Files.createDirectories(folder.resolve("src/main/schema/versions"));
    for (String dialect : dialects) {
      databases.add(
          dialect.equals("h2") ? TestDatabases.freshH2File() : TestDatabases.fresh(dialect));
    }
  }

  /** All of them, with what they need fetched at once. */
  private static synchronized Path projects() {
    if (projects == null) {
      projects = Projects.copy(Path.of("src/jpa"), "jpa");
      Maven.ofThisBuild()
          // That of the outer build, so that nothing is downloaded twice.
          .withRepository(Path.of(Maven.property("it.outer")))
          .run(
              projects,
              Map.of(),
              List.of(
                  "-ntp",
                  "package",
                  "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath",
                  "-Dmdep.outputFile=target/classpath"))
          .succeeded();
    }
    return projects;
  }

  /** Takes over what a step changes. */
  void step(int number) throws IOException {
    Path changes = folder.resolve("step-" + number);
    for (Path changed : Projects.tree(changes)) {
      if (Files.isRegularFile(changed)) {
        Path file = folder.resolve(changes.relativize(changed).toString());
        // Written anew: javac is asked by the time of the file.
        Files.writeString(file, Files.readString(changed, UTF_8), UTF_8);
      }
    }
  }

  void remove(String source) throws IOException {
    Files.delete(folder.resolve(source));
  }

  /**
   * The step as README tells it, in one run of Maven: the entities are compiled, the revision is
   * written and applied everywhere, and nothing differs after that.
   *
   * @param id of the expected revision
   */
  void revision(String id, String message, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("-ntp", "compile", "schema:revision", "schema:check"));
    for (TestDatabase database : databases) {
      words.add("schema:upgrade@" + database.dialect());
      words.add("schema:check@" + database.dialect());
    }
    words.addAll(
        List.of("-Dschema.autogenerate", "-Dschema.revId=" + id, "-Dschema.message=" + message));
    words.addAll(Arrays.asList(more));
    String output = run(words).succeeded().output();
    Path written = only(folder.resolve("src/main/schema/versions"), id);
    Path expected = only(folder.resolve("expected"), id);
    assertThat(written.getFileName()).isEqualTo(expected.getFileName());
    assertThat(Files.readString(written, UTF_8).replaceFirst("create_date: .*\n", ""))
        .isEqualTo(Files.readString(expected, UTF_8));
    assertThat(output)
        .contains("No differences between the chain and the entities")
        .doesNotContain("WARN");
    assertThat(output.split("No differences between the database and the entities", -1))
        .as(output)
        .hasSize(databases.size() + 1);
  }

  private static Path only(Path folder, String id) throws IOException {
    List<Path> found =
        Projects.tree(folder).stream()
            .filter(file -> file.getFileName().toString().startsWith(id))
            .toList();
    assertThat(found).as(folder.toString()).hasSize(1);
    return found.get(0);
  }

  /** The same where Maven has to say no; what it said. */
  String refused(String... words) {
    return run(List.of(words)).failed().output();
  }

  private MavenResult run(List<String> words) {
    Map<String, String> variables = new HashMap<>();
    for (TestDatabase database : databases) {
      String prefix = database.dialect().toUpperCase(Locale.ROOT);
      variables.put(prefix + "_URL", database.url());
      variables.put(prefix + "_USERNAME", text(database.username()));
      variables.put(prefix + "_PASSWORD", text(database.password()));
    }
    return Maven.ofThisBuild().run(folder, variables, words);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Starts the application, whose provider compares the entities with each database. */
  void start(String main) throws IOException {
    List<String> arguments = new ArrayList<>();
    for (TestDatabase database : databases) {
      arguments.addAll(
          List.of(database.url(), text(database.username()), text(database.password())));
    }
    String classPath =
        folder.resolve("target/classes")
            + File.pathSeparator
            + Files.readString(folder.resolve("target/classpath"), UTF_8);
    List<String> options = List.of(Maven.property("it.maven.opts").split(" "));
    String output =
        Processes.application(classPath, main, options, arguments.toArray(String[]::new));
    assertThat(output.split("The application accepts the database", -1))
        .as(output)
        .hasSize(databases.size() + 1);
  }

  @Override
  public void close() {
    databases.forEach(TestDatabase::close);
  }
}
