package io.schemachain.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.schemachain.command.HostileProject.Place;
import io.schemachain.command.HostileProject.Use;
import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.DiagnosticException;
import io.schemachain.diagnostic.SchemaException;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.testdb.Client;
import io.schemachain.testdb.ClientOption;
import io.schemachain.testdb.ClientResult;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A text stays in its place, or is refused: on the real databases, by JDBC and by their own
 * clients.
 *
 * <p>{@code -Dhostile.seeds=100:400} takes random texts with these seeds instead of a few.
 */
final class HostileTextTest {
  private static final String SEEDS = System.getProperty("hostile.seeds", "1:21");

  /** In the build, an eighth of all texts in each place. */
  private static final int EVERY = System.getProperty("hostile.seeds") == null ? 8 : 1;

  private static final String ONLY = System.getProperty("hostile.dialect", "");
  private static final Pattern POSITION = Pattern.compile("\\(([^()\\n]*\\.yaml):(\\d+):\\d+\\)");
  private static final HostileFigures FIGURES = new HostileFigures();

  @TempDir Path folder;

  @AfterAll
  static void print() throws IOException {
    FIGURES.write(Path.of("target/hostile-texts.md"));
  }

  static List<String> dialects() {
    return ONLY.isEmpty() ? TestDatabases.DIALECTS : List.of(ONLY);
  }

  private List<String> texts() {
    Path pwned = folder.resolve("pwned");
    List<String> texts = new ArrayList<>(HostileTexts.all(pwned));
    String[] range = SEEDS.split(":", 2);
    for (long seed = Long.parseLong(range[0]); seed < Long.parseLong(range[1]); seed++) {
      texts.add(HostileTexts.random(new Random(seed), pwned));
    }
    return texts.stream().distinct().toList();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void a_text_stays_in_its_place(String dialect) throws SQLException, IOException {
    TestProject project = new TestProject(folder.resolve(dialect));
    HostileProject hostile =
        refused(project, dialect, new HostileProject(texts(), List.of(Place.values()), EVERY));
    List<String> findings = new ArrayList<>();
    while (!online(project, hostile, dialect, findings)) {
      hostile.write(project);
    }
    if (EVERY == 1) {
      script(project, hostile, dialect, findings);
    }
    script(project, hostile, dialect, findings, ClientOption.CONTINUE_ON_ERROR);
    FIGURES.rendered(dialect, hostile);
    assertThat(findings).isEmpty();
  }

  @Test
  void what_no_database_holds_is_refused_in_every_place() throws IOException {
    TestProject project = new TestProject(folder.resolve("nowhere"));
    for (Place place : Place.values()) {
      for (String text : HostileTexts.NOWHERE) {
        if (place == Place.CSV && !text.contains("\0")) {
          continue; // There is no UTF-8 for it.
        }
        HostileProject hostile = new HostileProject(List.of(text), List.of(place), 1);
        hostile.write(project);
        if (hostile.uses().isEmpty()) {
          continue; // No file has such a name.
        }
        for (Dialect dialect : Dialects.ALL) {
          assertThatExceptionOfType(DiagnosticException.class)
              .as("%s on %s", shown(hostile.uses().iterator().next()), dialect)
              .isThrownBy(
                  () -> new Validate(project.offline(dialect.name())).run(new Validate.Request()));
          FIGURES.refused(dialect.name(), new Use(place, 0, text));
        }
      }
    }
  }

  /** Leaves what validates. Each refusal says where it is. */
  private HostileProject refused(TestProject project, String dialect, HostileProject hostile)
      throws IOException {
    while (true) {
      hostile.write(project);
      try {
        new Validate(project.offline(dialect)).run(new Validate.Request());
        return hostile;
      } catch (DiagnosticException e) {
        int before = hostile.uses().size();
        for (Diagnostic diagnostic : e.diagnostics()) {
          SourceLocation location = diagnostic.location();
          if (diagnostic.isError() && location != null) {
            Use use = hostile.at(location.path(), location.line());
            if (hostile.uses().contains(use)) {
              FIGURES.refused(dialect, use);
              hostile.remove(use);
            }
          }
        }
        assertThat(hostile.uses()).as(e.getMessage()).hasSizeLessThan(before);
      }
    }
  }

  /** False where the database refused something, which is a finding and goes. */
  private static boolean online(
      TestProject project, HostileProject hostile, String dialect, List<String> findings)
      throws SQLException {
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      HostileCatalog.prepare(database);
      try {
        new Upgrade(project.workspace(database)).run(new Upgrade.Request("head", false));
      } catch (SchemaException e) {
        String message = requireNonNull(e.getMessage());
        Matcher matcher = POSITION.matcher(message);
        if (!matcher.find()) {
          throw e;
        }
        Use use = hostile.at(matcher.group(1), Integer.parseInt(matcher.group(2)));
        findings.add("online: " + shown(use) + " " + cut(message));
        hostile.remove(use);
        dropSchemas(database);
        return false;
      }
      check("online", database, hostile, findings);
    }
    return true;
  }

  private void script(
      TestProject project,
      HostileProject hostile,
      String dialect,
      List<String> findings,
      ClientOption... options)
      throws SQLException, IOException {
    String script =
        requireNonNull(
            new Upgrade(project.offline(dialect))
                .run(new Upgrade.Request("base:head", true))
                .output());
    Path file = folder.resolve(dialect + ".sql");
    Files.writeString(file, script);
    try (TestDatabase database = TestDatabases.fresh(dialect)) {
      HostileCatalog.prepare(database);
      ClientResult result = Client.run(database, file, options);
      if (result.exitCode() != 0 || result.stderr().contains("ERROR")) {
        findings.add("script: " + cut(result.stderr()));
      }
      check("script" + List.of(options), database, hostile, findings);
    }
    assertThat(folder.resolve("pwned")).doesNotExist();
  }

  private static void check(
      String how, TestDatabase database, HostileProject hostile, List<String> findings)
      throws SQLException {
    try (Connection connection = database.connect()) {
      HostileCatalog catalog = new HostileCatalog(database, connection);
      assertThat(catalog.canaryLives()).isTrue();
      for (Use use : hostile.uses()) {
        if (!catalog.has(use)) {
          findings.add(how + ": not there: " + shown(use));
        }
      }
    } finally {
      dropSchemas(database);
    }
  }

  /** A schema of MySQL is a database beside this one. */
  private static void dropSchemas(TestDatabase database) throws SQLException {
    if (!database.dialect().equals("mysql") && !database.dialect().equals("mariadb")) {
      return;
    }
    try (Connection connection = database.connect()) {
      HostileCatalog catalog = new HostileCatalog(database, connection);
      for (String name : catalog.strings("SELECT schema_name FROM information_schema.schemata")) {
        if (requireNonNull(name).endsWith("_hostile")) {
          catalog.execute("DROP DATABASE `" + name.replace("`", "``") + "`");
        }
      }
    }
  }

  private static String shown(Use use) {
    StringBuilder text = new StringBuilder(use.place() + " ");
    String start = cut(use.text());
    for (int i = 0; i < start.length(); i++) {
      char c = start.charAt(i);
      text.append(c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
    }
    return text.toString();
  }

  private static String cut(String text) {
    return text.length() > 400 ? text.substring(0, 400) + "…" : text;
  }
}
