package io.schemachain.jpa;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the classes of a project are.
 *
 * @param own folders of classes and resources that the project compiles; they need not exist
 * @param libraries jars, and folders of classes of other modules, in the order of the class path
 * @param sources folders of sources, generated ones as well; they need not exist
 */
public record ClassPath(List<Path> own, List<Path> libraries, List<Path> sources) {
  public ClassPath {
    own = List.copyOf(own);
    libraries = List.copyOf(libraries);
    sources = List.copyOf(sources);
  }
}
