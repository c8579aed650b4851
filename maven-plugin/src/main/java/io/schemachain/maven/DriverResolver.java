package io.schemachain.maven;

import io.schemachain.command.DriverLoader;
import io.schemachain.command.FrontEnd.DriverRequest;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;

/**
 * Finds a JDBC driver as Maven finds any artifact; the dependencies of the project are not asked
 * for.
 */
final class DriverResolver {
  private static final String RUNTIME = "runtime";

  private final MavenContext maven;
  private final RepositorySystem repositories;

  DriverResolver(MavenContext maven, RepositorySystem repositories) {
    this.maven = maven;
    this.repositories = repositories;
  }

  /**
   * @param coordinates {@code group:artifact:version} each, the driver and what it needs besides
   *     its own dependencies; empty for what the engine asks for
   */
  DriverLoader load(DriverRequest request, List<String> coordinates) {
    List<Artifact> wanted =
        coordinates.isEmpty()
            ? List.of(byTable(request))
            : coordinates.stream().map(this::asWritten).toList();
    CollectRequest collection = new CollectRequest();
    wanted.forEach(
        artifact ->
            collection.addDependency(new org.eclipse.aether.graph.Dependency(artifact, RUNTIME)));
    collection.setRepositories(maven.project().getRemoteProjectRepositories());
    try {
      List<URL> jars = new ArrayList<>();
      DependencyRequest resolution = new DependencyRequest(collection, null);
      for (ArtifactResult result :
          repositories
              .resolveDependencies(maven.session().getRepositorySession(), resolution)
              .getArtifactResults()) {
        jars.add(url(result.getArtifact().getFile()));
      }
      return new DriverLoader(jars);
    } catch (RepositoryException e) {
      throw GoalException.cannotRun(
          """
          No driver for %s could be had. Tried: %s. %s
          Another one is taken with -Dschema.driver=%s:%s:<version>"""
              .formatted(
                  request.urlPrefix(),
                  String.join(", ", wanted.stream().map(Artifact::toString).toList()),
                  e.getMessage(),
                  request.groupId(),
                  request.artifactId()),
          e);
    }
  }

  private Artifact byTable(DriverRequest request) {
    String version =
        declaredVersion(request.groupId(), request.artifactId()).orElse(request.version());
    return new DefaultArtifact(request.groupId(), request.artifactId(), "jar", version);
  }

  /** A version may be left out where the POM has it. */
  private Artifact asWritten(String coordinates) {
    String[] parts = coordinates.split(":", -1);
    if (parts.length == 2) {
      return declaredVersion(parts[0], parts[1])
          .map(version -> new DefaultArtifact(parts[0], parts[1], "jar", version))
          .orElseThrow(
              () ->
                  GoalException.wrongInput(
                      "schema.driver %s has no version, and the POM declares none. Write %s:<version>."
                          .formatted(coordinates, coordinates)));
    }
    try {
      return new DefaultArtifact(coordinates);
    } catch (IllegalArgumentException e) {
      throw GoalException.wrongInput(
          "schema.driver is group:artifact:version, not '" + coordinates + "'.");
    }
  }

  private Optional<String> declaredVersion(String groupId, String artifactId) {
    DependencyManagement managed = maven.project().getDependencyManagement();
    return Stream.of(
            maven.execution().getPlugin().getDependencies(),
            maven.project().getDependencies(),
            managed == null ? List.<Dependency>of() : managed.getDependencies())
        .flatMap(List::stream)
        .filter(d -> d.getGroupId().equals(groupId) && d.getArtifactId().equals(artifactId))
        .map(Dependency::getVersion)
        .filter(version -> version != null && !version.isEmpty())
        .findFirst();
  }

  private static URL url(File file) {
    try {
      return file.toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
