package io.schemachain.maven;

import io.schemachain.command.FrontEnd.ProjectClasses;
import io.schemachain.maven.InstalledModules.Changed;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactProperties;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/**
 * The classes of the project and of what it needs to run. No goal asks Maven for them beforehand:
 * only a target that is entities needs them, and the other goals run where they cannot be had.
 */
final class ProjectClassPath {
  /** Languages beside Java whose plugins keep their sources in a folder of their own. */
  private static final List<String> LANGUAGES = List.of("kotlin", "groovy", "scala");

  private final MavenContext maven;
  private final MavenProject project;
  private final ProjectDependenciesResolver resolver;

  ProjectClassPath(MavenContext maven, ProjectDependenciesResolver resolver) {
    this.maven = maven;
    this.project = maven.project();
    this.resolver = resolver;
  }

  /**
   * @throws GoalException if there is no project with classes, or its dependencies cannot be had
   */
  ProjectClasses resolve() {
    String goal = maven.execution().getGoal();
    if (!maven.hasPom()) {
      throw GoalException.wrongInput(
          "A target `jpa` is the entities of a Maven project, and there is no POM here.\n\n"
              + "Run it in the folder of the POM, or name that: mvn -f <folder> schema:"
              + goal);
    }
    if (project.getPackaging().equals("pom")) {
      throw GoalException.wrongInput(
          ("A target `jpa` is the entities of a project, and %s has none: its packaging is pom.\n\n"
                  + "Configure it in the module that has the entities on its class path, and keep"
                  + " the schema folder there.")
              .formatted(project.getArtifactId()));
    }
    return new ProjectClasses(
        List.of(path(project.getBuild().getOutputDirectory())),
        libraries(),
        sources(),
        project.hasLifecyclePhase("compile"));
  }

  private static Path path(String folder) {
    return Path.of(folder).toAbsolutePath().normalize();
  }

  private List<Path> libraries() {
    DependencyResolutionRequest request =
        new DefaultDependencyResolutionRequest(project, maven.session().getRepositorySession());
    request.setResolutionFilter((node, parents) -> isNeeded(node));
    try {
      List<Artifact> artifacts =
          resolver.resolve(request).getDependencies().stream()
              .map(Dependency::getArtifact)
              .filter(ProjectClassPath::isOfClassPath)
              .toList();
      requireCurrent(artifacts);
      return artifacts.stream()
          .map(Artifact::getFile)
          .map(File::toPath)
          .map(Path::toAbsolutePath)
          .distinct()
          .toList();
    } catch (DependencyResolutionException e) {
      throw GoalException.cannotRun(said(e), e);
    }
  }

  private void requireCurrent(List<Artifact> artifacts) {
    List<Changed> changed =
        new InstalledModules(maven.session().getAllProjects()).changed(artifacts);
    if (!changed.isEmpty()) {
      throw GoalException.wrongInput(
          "What is installed of a module is older than its sources:\n  "
              + String.join(
                  "\n  ",
                  changed.stream()
                      .map(
                          each -> each.module().getArtifactId() + ": " + maven.shown(each.source()))
                      .toList())
              + "\n\n"
              + next(
                  changed.stream()
                      .map(each -> each.module().getArtifactId())
                      .collect(Collectors.toCollection(LinkedHashSet::new))));
    }
  }

  private static boolean isNeeded(DependencyNode node) {
    Dependency dependency = node.getDependency();
    return dependency == null || !dependency.getScope().equals("test");
  }

  /** Not so a ZIP, or a POM that stands for its dependencies. */
  private static boolean isOfClassPath(Artifact artifact) {
    return Boolean.parseBoolean(
        artifact.getProperty(ArtifactProperties.CONSTITUTES_BUILD_PATH, "true"));
  }

  private String said(DependencyResolutionException e) {
    DependencyResolutionResult result = e.getResult();
    Set<String> lines = new LinkedHashSet<>();
    Set<String> modules = new LinkedHashSet<>();
    for (Dependency missing : result.getUnresolvedDependencies()) {
      List<Exception> reasons = result.getResolutionErrors(missing);
      lines.add(
          missing.getArtifact() + (reasons.isEmpty() ? "" : ": " + firstLine(reasons.get(0))));
      module(missing.getArtifact()).ifPresent(modules::add);
    }
    for (Exception error : result.getCollectionErrors()) {
      lines.add(firstLine(error));
    }
    if (lines.isEmpty()) {
      lines.add(firstLine(e));
    }
    return "The target `jpa` needs the class path of "
        + project.getArtifactId()
        + ", and Maven cannot resolve it:\n  "
        + String.join("\n  ", lines)
        + "\n\n"
        + next(modules);
  }

  private static String next(Set<String> modules) {
    if (modules.isEmpty()) {
      return "To see what asks for it: mvn dependency:tree";
    }
    boolean one = modules.size() == 1;
    return String.join(", ", modules)
        + (one ? " is a module" : " are modules")
        + " of this build and not compiled in this run. Install "
        + (one ? "it" : "them")
        + " first: mvn install -DskipTests -am -pl "
        + String.join(",", modules.stream().map(module -> ":" + module).toList());
  }

  private Optional<String> module(Artifact artifact) {
    return Stream.concat(
            maven.session().getAllProjects().stream(), maven.session().getProjects().stream())
        .filter(p -> p.getGroupId().equals(artifact.getGroupId()))
        .map(MavenProject::getArtifactId)
        .filter(artifact.getArtifactId()::equals)
        .findFirst();
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** Also those that only other plugins know of: a goal alone runs none of them. */
  private List<Path> sources() {
    Set<Path> folders = new LinkedHashSet<>();
    project.getCompileSourceRoots().forEach(folder -> folders.add(path(folder)));
    Build build = project.getBuild();
    Path source = path(build.getSourceDirectory());
    LANGUAGES.forEach(language -> folders.add(source.resolveSibling(language)));
    folders.add(path(build.getDirectory()).resolve("generated-sources"));
    build.getResources().forEach(resource -> folders.add(path(resource.getDirectory())));
    return folders.stream().filter(Files::isDirectory).toList();
  }
}
