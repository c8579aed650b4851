package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays out the schema folder: settings, a first example, the JSON Schemas for editors. */
public final class Init {
  private static final List<String> SCHEMAS =
      List.of("revision-1.json", "model-1.json", "settings-1.json");
  private static final String EXAMPLE = "versions/1975ea83b712_create_users.yaml";

  private final Workspace workspace;

  /** What is asked for. */
  public record Request() {}

  public Init(Workspace workspace) {
    this.workspace = requireNonNull(workspace, "workspace");
  }

  /** Overwrites nothing; the JSON Schemas alone are brought up to date. */
  public CommandResult run(Request request) {
    requireNonNull(request, "request");
    Path directory = workspace.options().directory();
    List<String> messages = new ArrayList<>();
    boolean fresh = !Files.exists(directory.resolve("versions"));
    writeNew(directory.resolve(SchemaFolder.SETTINGS), template("schema.yaml"), messages);
    if (fresh) {
      writeNew(directory.resolve(EXAMPLE), template("first_revision.yaml"), messages);
    }
    for (String schema : SCHEMAS) {
      write(
          directory.resolve(".schemas").resolve(schema),
          resource("/io/schemachain/format/" + schema));
    }
    messages.add(
        "Try it: "
            + workspace.frontEnd().commandLine("upgrade", "-Dschema.url=jdbc:h2:./target/dev"));
    messages.add(
        "Read it first: "
            + workspace
                .frontEnd()
                .commandLine("upgrade", "-Dschema.sql", "-Dschema.dialect=postgresql"));
    return new CommandResult(
        Status.OK, null, messages, Map.of("directory", workspace.folder().shown(directory)));
  }

  private void writeNew(Path file, String text, List<String> messages) {
    if (Files.exists(file)) {
      messages.add("Left as it is: " + workspace.folder().shown(file));
      return;
    }
    write(file, text);
    messages.add("Wrote " + workspace.folder().shown(file));
  }

  private void write(Path file, String text) {
    try {
      WholeFile.replace(file, out -> out.append(text));
    } catch (IOException e) {
      throw CommandException.environmental(
          "The file " + workspace.folder().shown(file) + " cannot be written: " + e, e);
    }
  }

  private static String template(String name) {
    return resource("/io/schemachain/command/init/" + name);
  }

  private static String resource(String path) {
    try (InputStream in = Init.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("Missing from the build: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + path, e);
    }
  }
}
