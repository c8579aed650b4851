package io.schemachain.jpa;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says of itself, as far as entities go.
 *
 * @param name as {@code Class.getName} has it
 * @param isEntity whether it has a table of its own, or shares one
 * @param isMapped whether a provider has to be told of it: an entity, an embeddable, a mapped
 *     superclass, a converter, or a package with annotations of a provider
 * @param apis of its annotations: {@code jakarta.persistence}, {@code javax.persistence}
 * @param sourceFile name of the file that it was compiled from, if it says
 * @param javaRelease the Java that it needs at least
 * @param references classes in its declaration and its annotations, as {@code Class.getName} has
 *     them
 */
record ClassFacts(
    String name,
    boolean isEntity,
    boolean isMapped,
    Set<String> apis,
    @Nullable String sourceFile,
    int javaRelease,
    Set<String> references) {

  String packageName() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** The name of its source without the ending; a class without that word is taken as Java's. */
  String sourceStem() {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    String file = sourceFile == null ? simple : sourceFile;
    int end = file.indexOf(sourceFile == null ? '$' : '.');
    return end <= 0 ? file : file.substring(0, end);
  }
}
