package io.schemachain.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.FileSet;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;

/**
 * The modules of the build that this run does not compile: the class path has what was installed of
 * them, which may be older than their sources.
 */
final class InstalledModules {
  private final List<MavenProject> modules;

  /**
   * @param all the projects of the build, with those that this run leaves out
   */
  InstalledModules(List<MavenProject> all) {
    this.modules = all.stream().filter(module -> !module.hasLifecyclePhase("compile")).toList();
  }

  /** A module, and its source that was written after what the class path has of the module. */
  record Changed(MavenProject module, Path source) {}

  /** Those whose sources changed. */
  List<Changed> changed(List<Artifact> classPath) {
    return classPath.stream()
        .flatMap(artifact -> modules.stream().flatMap(module -> changed(module, artifact).stream()))
        .toList();
  }

  private static Optional<Changed> changed(MavenProject module, Artifact artifact) {
    boolean isOf =
        module.getGroupId().equals(artifact.getGroupId())
            && module.getArtifactId().equals(artifact.getArtifactId())
            && module.getVersion().equals(artifact.getVersion())
            && artifact.getClassifier().isEmpty();
    if (!isOf) {
      return Optional.empty();
    }
    FileTime written =
        files(artifact.getFile().toPath())
            .map(InstalledModules::time)
            .max(Comparator.naturalOrder())
            .orElse(FileTime.fromMillis(0));
    return Stream.concat(
            module.getCompileSourceRoots().stream(),
            module.getResources().stream().map(FileSet::getDirectory))
        .map(Path::of)
        .flatMap(InstalledModules::files)
        .filter(source -> time(source).compareTo(written) > 0)
        .min(Comparator.naturalOrder())
        .map(source -> new Changed(module, source));
  }

  private static Stream<Path> files(Path place) {
    if (!Files.exists(place)) {
      return Stream.empty();
    }
    try (Stream<Path> below = Files.walk(place)) {
      return below.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
