package io.schemachain.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that would take all memory or all time, or are not of the project: refused in bounded time,
 * in a JVM that has 128 MB.
 */
final class HostileFilesTest {
  private static final String HEAD = "format: 1\nrevision: a\nmessage: m\nupgrade:\n";
  private static final String TABLE =
      "  - create_table: {name: t, columns: [{name: id, type: integer}, {name: v, type: text}]}\n";
  private static final int MIB = 1 << 20;

  @TempDir Path folder;

  private String refused(TestProject project) throws IOException {
    String said = run(project);
    assertThat(said).startsWith("refused: ").hasSizeLessThan(200_000);
    return said;
  }

  private String run(TestProject project) throws IOException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HostileFilesRun.class.getName(),
                requireNonNull(project.directory().getParent(), "parent").toString(),
                "h2")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended in time").isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(output);
  }

  private TestProject project() {
    return new TestProject(folder.resolve("project"));
  }

  private static void sparse(TestProject project, String path, long size) throws IOException {
    project.file(path, "");
    try (RandomAccessFile file =
        new RandomAccessFile(project.directory().resolve(path).toFile(), "rw")) {
      file.setLength(size);
    }
  }

  private static void fifo(TestProject project, String path) throws IOException {
    Path file = project.directory().resolve(path);
    Files.createDirectories(file.getParent());
    try {
      assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "versions/a.yaml",
        "schema.yaml",
        "model/a.yaml",
        "sql/x.sql",
        "data/x.csv",
        "data/x.json"
      })
  void a_gigabyte(String path) throws IOException {
    TestProject project = project().file("versions/a.yaml", HEAD + TABLE);
    if (path.endsWith(".sql")) {
      project.file("versions/b.yaml", use("execute: {file: sql/x.sql}"));
    } else if (path.startsWith("data/")) {
      project.file("versions/b.yaml", use("bulk_insert: {table: t, file: " + path + "}"));
    }
    sparse(project, path, 1L << 30);
    refused(project);
  }

  private static String use(String operation) {
    return "format: 1\nrevision: b\ndown_revision: a\nmessage: m\nupgrade:\n  - "
        + operation
        + "\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,v\n1,aaaa", "id,v\n1,\"aaaa", ",,,,", "\"", "id,v\n1,é€"})
  void an_endless_line_of_csv(String start) throws IOException {
    TestProject project = project().file("versions/a.yaml", HEAD + TABLE);
    project.file("versions/b.yaml", use("bulk_insert: {table: t, file: data/x.csv}"));
    repeated(project, "data/x.csv", start, start.substring(start.length() - 1), 200 * MIB);
    refused(project);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"id\": \"|a",
        "[{\"id\": |[",
        "[{\"id\": [|1,",
        "[{\"|a",
        "|[",
        "[{\"id\": 1|0"
      })
  void endless_json(String text) throws IOException {
    TestProject project = project().file("versions/a.yaml", HEAD + TABLE);
    project.file("versions/b.yaml", use("bulk_insert: {table: t, file: data/x.json}"));
    int bar = text.indexOf('|');
    repeated(project, "data/x.json", text.substring(0, bar), text.substring(bar + 1), 200 * MIB);
    refused(project);
  }

  @Test
  void very_many_keys_of_a_row() throws IOException {
    TestProject project = project().file("versions/a.yaml", HEAD + TABLE);
    project.file("versions/b.yaml", use("bulk_insert: {table: t, file: data/x.json}"));
    StringBuilder json = new StringBuilder("[{");
    for (int i = 0; i < 400_000; i++) {
      json.append("\"k").append(i).append("\":1,");
    }
    project.file("data/x.json", json.append("\"id\":1}]").toString());
    refused(project);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "{a: ", "- ", "? ", "a:\n", "[a, ", "\"a", "'", "|\n", "&a ", "*", "!"})
  void deep_or_long_yaml(String repeated) throws IOException {
    refused(project().file("versions/a.yaml", repeated.repeat(7 * MIB / repeated.length())));
    refused(project().file("versions/a.yaml", HEAD + "  - " + repeated.repeat(100_000)));
  }

  /** Each key is another, and an emoji makes the parser count otherwise than everything else. */
  @ParameterizedTest
  @ValueSource(strings = {"", "# \ud83d\ude00\n"})
  void very_many_different_keys(String start) throws IOException {
    for (String path : List.of("versions/a.yaml", "model/a.yaml", "schema.yaml")) {
      for (int keys : List.of(190_000, 600_000)) {
        StringBuilder text = new StringBuilder(start);
        for (int i = 0; i < keys; i++) {
          text.append('k').append(i).append(":\n");
        }
        assertThat(text.length()).isLessThan(8 * MIB);
        String said =
            run(project().file("versions/a.yaml", HEAD + TABLE).file(path, text.toString()));
        assertThat(said)
            .startsWith("refused: ")
            .contains(keys < 400_000 / 2 ? "k1" : "more than 400000 keys and values");
      }
      project().file(path, "format: 1\n");
    }
  }

  @Test
  void a_bomb_of_aliases() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String ten = ("*a" + (i - 1) + ", ").repeat(10);
      bomb.append("a").append(i).append(": &a").append(i).append(" [").append(ten).append("]\n");
    }
    refused(project().file("versions/a.yaml", bomb.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "'", "/*", "BEGIN ", "CASE ", "SELECT ", "--\n", ";", "a,", "$$", "\""})
  void sql_without_an_end(String repeated) throws IOException {
    TestProject project = project().file("versions/a.yaml", HEAD + TABLE);
    project.file("versions/b.yaml", use("execute: {file: sql/x.sql}"));
    project.file("sql/x.sql", "CREATE TABLE q (id INTEGER " + repeated.repeat(200_000));
    refused(project);
    project.file("sql/x.sql", "UPDATE t SET v = 'x' WHERE " + repeated.repeat(200_000));
    run(project);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"integer", "bigint", "numeric(10,2)", "double", "text", "boolean", "date"})
  void numbers_of_a_billion_digits(String type) throws IOException {
    for (String number :
        List.of("1e999999999", "1e-999999999", "-1E2147483647", "9".repeat(1_000_000))) {
      TestProject project = project();
      project.file(
          "versions/a.yaml",
          HEAD
              + "  - create_table: {name: t, columns: [{name: v, type: \"%s\", default: %s}]}\n"
                  .formatted(type, number)
              + "  - bulk_insert: {table: t, rows: [{v: "
              + number
              + "}]}\n");
      String said = run(project);
      assertThat(said).matches("(?s)(refused|accepted).*");
    }
  }

  // Paths

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x.sql",
        "sql/../../x.sql",
        "/etc/passwd",
        "C:/x.sql",
        "C:x.sql",
        "\\\\\\\\host\\\\x.sql",
        "//host/x.sql",
        "file:///etc/passwd",
        "file:x.sql",
        "/dev/zero",
        "sql/link.sql",
        "sql/zero.sql",
        "sql/out/x.sql",
        "sql/fifo.sql",
        "sql/folder.sql",
        "~/x.sql",
        "http://localhost/x.sql"
      })
  void a_path_out_of_the_project(String path) throws IOException {
    Files.writeString(folder.resolve("x.sql"), "INSERT INTO t (id) VALUES (1)");
    TestProject project = project().file("versions/a.yaml", HEAD + TABLE);
    links(project, "sql", "sql");
    links(project, "data", "csv");
    project.file("versions/b.yaml", use("execute: {file: \"" + path + "\"}"));
    refused(project);
    String csv = path.replace("sql", "csv").replace("csv/", "data/").replace("passwd", "x.csv");
    project.file("versions/b.yaml", use("bulk_insert: {table: t, file: \"" + csv + "\"}"));
    refused(project);
  }

  private void links(TestProject project, String in, String ending) throws IOException {
    Path there = project.directory().resolve(in);
    if (Files.exists(there)) {
      return;
    }
    Files.writeString(folder.resolve("x." + ending), "id,v\n1,a\n");
    Files.createDirectories(there);
    Files.createSymbolicLink(there.resolve("link." + ending), folder.resolve("x." + ending));
    Files.createSymbolicLink(there.resolve("zero." + ending), Path.of("/dev/zero"));
    Files.createSymbolicLink(there.resolve("out"), folder);
    Files.createDirectories(there.resolve("folder." + ending));
    fifo(project, in + "/fifo." + ending);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"versions/x.yaml", "versions/out", "schema.yaml", "model/x.yaml", "model/out"})
  void a_link_out_of_the_project_in_a_folder(String path) throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("x.yaml"), "format: 1\nsecret\n");
    TestProject project = project().file("versions/a.yaml", HEAD + TABLE);
    Path link = project.directory().resolve(path);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, path.endsWith(".yaml") ? outside.resolve("x.yaml") : outside);
    assertThat(run(project)).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model: ../../outside",
        "sql: ../../outside/x.sql",
        "sql: sql/link",
        "sql: /etc",
        "sql: C:/x",
        "sql: sql/fifo.sql",
        "model: ../../../../../../../../../../etc"
      })
  void a_target_out_of_the_project(String target) throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("x.yaml"), "format: 1\nsecret: x\n");
    Files.writeString(outside.resolve("x.sql"), "CREATE TABLE secret (id INTEGER);");
    TestProject project = project().file("versions/a.yaml", HEAD + TABLE);
    project.file("schema.yaml", "format: 1\ntarget: [{" + target + "}]\n");
    project.file("sql/y.sql", "CREATE TABLE t (id INTEGER, v CLOB);");
    Files.createSymbolicLink(project.directory().resolve("sql/link"), outside);
    fifo(project, "sql/fifo.sql");
    assertThat(refused(project)).doesNotContain("secret");
  }

  @Test
  void a_target_beside_the_schema_folder() throws IOException {
    TestProject project = project().file("versions/a.yaml", HEAD + TABLE);
    project.file("schema.yaml", "format: 1\ntarget: [{sql: ../beside.sql}]\n");
    project.file("../beside.sql", "CREATE TABLE t (id INTEGER, v CLOB);");
    assertThat(run(project)).startsWith("accepted");
  }

  private static void repeated(
      TestProject project, String path, String start, String repeated, int size)
      throws IOException {
    project.file(path, start);
    byte[] piece = repeated.repeat(MIB / repeated.length()).getBytes(StandardCharsets.UTF_8);
    try (RandomAccessFile file =
        new RandomAccessFile(project.directory().resolve(path).toFile(), "rw")) {
      file.seek(file.length());
      for (long written = 0; written < size; written += piece.length) {
        file.write(piece);
      }
    }
  }
}
