package io.schemachain.jpa;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where the classes of a project are, and how they come there.
 *
 * @param own folders of classes and resources that the project compiles; they need not exist
 * @param libraries jars, and folders of classes of other modules, in the order of the class path
 * @param sources folders of sources, generated ones as well; they need not exist
 * @param isCompiled whether the build has compiled the sources just now, so that no class is older
 *     than its source, whatever their times say
 * @param again the line for people that runs the same command behind phases of the build: of {@code
 *     compile} it makes {@code mvn compile schema:check}
 */
public record ClassPath(
    List<Path> own,
    List<Path> libraries,
    List<Path> sources,
    boolean isCompiled,
    UnaryOperator<String> again) {
  public ClassPath {
    own = List.copyOf(own);
    libraries = List.copyOf(libraries);
    sources = List.copyOf(sources);
    requireNonNull(again, "again");
  }
}
