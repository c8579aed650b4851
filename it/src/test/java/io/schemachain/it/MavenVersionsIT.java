package io.schemachain.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The oldest Maven that is supported, the one of today and the next: each has its own log, its own
 * injection and its own repository system.
 */
final class MavenVersionsIT {
  /** The locale of a bare container: a script must be UTF-8 there too. */
  private static final Map<String, String> BARE = Map.of("LC_ALL", "C");

  static List<String> versions() {
    return Arrays.asList(Maven.property("it.mavens").split(","));
  }

  private static Path project(String version) {
    return Projects.copy(Path.of("src/walkthrough/records"), "records-maven-" + version);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void redirectedOutputIsTheScriptAndNothingElse(String version) throws IOException {
    Path project = project(version);
    Path script = project.resolve("f.sql");
    List<String> quiet =
        List.of("-q", "schema:upgrade", "-Dschema.sql", "-Dschema.dialect=postgresql:18");
    Maven.version(version).redirect(project, BARE, quiet, script).succeeded();

    String text = Files.readString(script, UTF_8);
    assertThat(text).startsWith("--").contains("'Wendy Jönes'").doesNotContain("[INFO]", "\u001b");
    assertThat(text.lines()).noneMatch(line -> line.startsWith("["));

    Path file = project.resolve("target/deep/g.sql");
    List<String> loud =
        List.of(
            "schema:upgrade",
            "-Dschema.sql",
            "-Dschema.dialect=postgresql:18",
            "-Dschema.output=target/deep/g.sql");
    Maven.version(version).run(project, BARE, loud).succeeded();
    assertThat(file).hasSameBinaryContentAs(script);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void failureWritesNoSql(String version) throws IOException {
    Path project = project(version);
    Path script = project.resolve("f.sql");
    List<String> arguments =
        List.of(
            "-q",
            "schema:upgrade",
            "-Dschema.sql",
            "-Dschema.dialect=h2",
            "-Dschema.target=nowhere");
    Maven.version(version).redirect(project, BARE, arguments, script).failed();
    // Maven's own log goes to the standard output too, and it says why.
    assertThat(Files.readString(script, UTF_8).lines().filter(line -> !line.isBlank()))
        .allMatch(line -> line.startsWith("[ERROR]"))
        .anyMatch(line -> line.contains("nowhere"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void databaseIsReached(String version) throws IOException {
    Path project = project(version);
    List<String> arguments =
        List.of(
            "schema:upgrade",
            "schema:current",
            "-Dschema.verbose",
            "-Dschema.url=jdbc:h2:./target/db",
            "-Dschema.username=sa",
            "-Dschema.colour=blue",
            "-Dschema.report=target/report.json");
    MavenResult result = Maven.version(version).run(project, BARE, arguments).succeeded();
    assertThat(result.output())
        .contains("upgrade 11aa22bb33cc (Users)  1 of 4")
        .contains("url: jdbc:h2:./target/db  from -Dschema.url")
        .containsOnlyOnce("No goal of this plugin has a property schema.colour.")
        .doesNotContain("schemachain - ", "Hikari");
    assertThat(Files.readString(project.resolve("target/report.json"), UTF_8))
        .startsWith("{\n  \"status\" : \"ok\",\n  \"goal\" : \"current\"");

    MavenResult refused =
        Maven.version(version)
            .run(project, BARE, List.of("schema:history", "-Dschema.fromat=json"));
    assertThat(refused.failed().output()).contains("Did you mean -Dschema.format?");
  }
}
