package io.schemachain.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The class paths of the projects under src/providers, as Maven resolves them. */
public final class ProviderClassPaths {
  private static final Path CLASS_PATHS = Path.of(Maven.property("it.target"), "providers");

  private static boolean resolved;

  private ProviderClassPaths() {}

  /**
   * The jars of one.
   *
   * @param project a folder of src/providers
   */
  public static synchronized List<Path> of(String project) {
    if (!resolved) {
      resolve();
      resolved = true;
    }
    try {
      String classPath = Files.readString(CLASS_PATHS.resolve(project + ".txt"), UTF_8);
      return Stream.of(classPath.strip().split(File.pathSeparator)).map(Path::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void resolve() {
    Path projects = Projects.copy(Path.of("src/providers"), "providers");
    Maven.ofThisBuild()
        // That of the outer build, so that nothing is downloaded twice.
        .withRepository(Path.of(Maven.property("it.outer")))
        .run(
            projects,
            Map.of(),
            List.of(
                "dependency:build-classpath",
                "-Dmdep.outputFile=" + CLASS_PATHS + File.separator + "${project.artifactId}.txt"))
        .succeeded();
  }
}
