package io.schemachain.command;

import io.schemachain.apply.Lender;
import io.schemachain.diagnostic.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What commands ask of whoever calls them. */
public interface FrontEnd {
  /**
   * Finds the classes of a JDBC driver. Called at most once, and only by commands that connect. The
   * caller owns the loader and closes it after the command.
   *
   * @param driver what the engine would take by itself
   * @return a loader whose services include a {@code java.sql.Driver} for the URL
   * @throws io.schemachain.diagnostic.SchemaException if it cannot be had
   */
  ClassLoader driverClasses(DriverRequest driver);

  /**
   * Whose connections are used, for an application that has its own. They are given back as they
   * were.
   *
   * @return nothing where the driver makes them
   */
  default Optional<Lender> lender() {
    return Optional.empty();
  }

  /**
   * The classes of the project, for a target that is its entities. Called at most once, and by such
   * goals alone.
   *
   * @throws io.schemachain.diagnostic.SchemaException if there is no project, or its dependencies
   *     cannot be resolved
   */
  default ProjectClasses projectClasses() {
    throw CommandException.of(
        Status.INVALID,
        "A target `jpa` is the entities of a Maven project, and there is no project here.\n\n"
            + "Run it where the POM of the entities is: "
            + commandLine("check"));
  }

  /**
   * User name and password kept under an id outside the project, such as in Maven's settings.xml.
   *
   * @return nothing if there is no such id
   * @throws io.schemachain.diagnostic.SchemaException if they cannot be decrypted
   */
  Optional<Credentials> credentials(String server);

  /** The value of an environment variable of the process, if it is set. */
  Optional<String> environmentVariable(String name);

  /** Where progress is shown. */
  Progress progress();

  /** How a person runs another command, such as {@code mvn schema:validate}. */
  String commandLine(String goal, String... options);

  /**
   * How a person runs the same command again behind phases of the build: of {@code compile} it
   * makes {@code mvn compile schema:check}.
   */
  default String againAfter(String phases) {
    return "mvn " + phases;
  }

  /**
   * A driver by its coordinates.
   *
   * @param urlPrefix such as {@code jdbc:postgresql:}
   */
  record DriverRequest(
      String urlPrefix, String groupId, String artifactId, String version, String className) {}

  /**
   * What a project compiles and what it needs to run.
   *
   * @param own folders of classes and resources that the project compiles; they need not exist
   * @param libraries jars, and folders of classes of other modules, in the order of the class path
   * @param sources folders of sources, generated ones as well; they need not exist
   * @param isCompiled whether this build has compiled the sources, whatever the times of files say
   */
  record ProjectClasses(
      List<Path> own, List<Path> libraries, List<Path> sources, boolean isCompiled) {
    public ProjectClasses {
      own = List.copyOf(own);
      libraries = List.copyOf(libraries);
      sources = List.copyOf(sources);
    }
  }

  /** A user name and a password; either may be absent. */
  record Credentials(@Nullable String username, @Nullable String password) {
    /** Never the password. */
    @Override
    public String toString() {
      return "Credentials[" + username + "]";
    }
  }
}
