package io.schemachain.command;

import io.schemachain.diagnostic.SchemaException;
import java.nio.file.Path;

/** Validates a project in a JVM of its own, with little memory. */
final class HostileFilesRun {
  private HostileFilesRun() {}

  /** The first argument is the folder, the second a dialect. */
  public static void main(String[] arguments) {
    TestProject project = new TestProject(Path.of(arguments[0]));
    try {
      Workspace workspace = project.offline(arguments[1]);
      new Validate(workspace).run(new Validate.Request());
      new Upgrade(workspace).run(new Upgrade.Request("base:head", true));
      new Check(workspace).run(new Check.Request(Against.CHAIN));
      System.out.println("accepted");
    } catch (SchemaException e) {
      System.out.println("refused: " + e.getMessage());
    }
  }
}
