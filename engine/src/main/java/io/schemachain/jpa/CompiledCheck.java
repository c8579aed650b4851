package io.schemachain.jpa;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Refuses classes that are not what their sources say: who changed an entity and did not compile it
 * would have a revision without the change.
 */
final class CompiledCheck {
  private final ClassPath classPath;
  private final List<ClassFolder> own;
  private final Sources sources;
  private final SourceLocation asked;
  private final Diagnostics diagnostics;

  CompiledCheck(
      ClassPath classPath,
      List<ClassFolder> folders,
      SourceLocation asked,
      Diagnostics diagnostics) {
    this.classPath = classPath;
    this.own = folders.stream().filter(ClassFolder::isOwn).toList();
    this.sources = new Sources(classPath.sources());
    this.asked = asked;
    this.diagnostics = diagnostics;
  }

  /**
   * @param all classes of the packages
   * @param mapped those of them that a provider reads; what they name is looked at as well, such as
   *     an enum
   * @return whether nothing is to be compiled
   */
  boolean check(PackageNames packages, List<ScannedClass> all, List<ScannedClass> mapped) {
    if (sources.isEmpty()) {
      return true;
    }
    List<String> stale = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (ScannedClass scanned : withReferences(mapped)) {
      List<Path> found = sources.of(scanned.facts());
      // After compiling there is nothing more to do about it: the build may unpack classes.
      if (!classPath.isCompiled()
          && found.isEmpty()
          && sources.shouldHave(scanned.facts().sourceFile())) {
        gone.add(ClassFolder.shown(scanned.file()));
      }
      found.stream()
          .filter(source -> !classPath.isCompiled() && Sources.isNewer(source, scanned.file()))
          .findFirst()
          .ifPresent(
              source ->
                  stale.add(
                      ClassFolder.shown(source)
                          + " is newer than "
                          + ClassFolder.shown(scanned.file())));
    }
    Set<String> compiled =
        all.stream()
            .filter(scanned -> scanned.folder().isOwn())
            .map(scanned -> scanned.facts().packageName() + "/" + scanned.facts().sourceStem())
            .collect(Collectors.toSet());
    List<String> missing =
        classPath.isCompiled()
            ? List.of()
            : sources.uncompiled(packages, compiled).stream().map(ClassFolder::shown).toList();
    report("A source is newer than its class: ", stale, "compile");
    report("An entity is not compiled: there is no class of ", missing, "compile");
    report("A class has no source any more: ", gone, "clean compile");
    return stale.isEmpty() && missing.isEmpty() && gone.isEmpty();
  }

  private void report(String message, List<String> what, String phases) {
    if (!what.isEmpty()) {
      diagnostics.error(
          asked,
          message + Words.some(what) + ".",
          "Compile the project: " + classPath.again().apply(phases));
    }
  }

  /** With the classes of the project that they name, and those that these name. */
  private Collection<ScannedClass> withReferences(List<ScannedClass> mapped) {
    List<ScannedClass> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<ScannedClass> open = new ArrayDeque<>();
    mapped.stream()
        .filter(scanned -> scanned.folder().isOwn())
        .filter(scanned -> seen.add(scanned.facts().name()))
        .forEach(open::add);
    while (!open.isEmpty()) {
      ScannedClass scanned = open.remove();
      all.add(scanned);
      for (String name : scanned.facts().references()) {
        if (seen.add(name)) {
          ScannedClass referred = find(name);
          if (referred != null) {
            open.add(referred);
          }
        }
      }
    }
    return all;
  }

  private @Nullable ScannedClass find(String name) {
    for (ClassFolder folder : own) {
      Path file = folder.classFile(name);
      if (file != null) {
        try {
          return new ScannedClass(ClassFileReader.read(Files.readAllBytes(file)), folder, file);
        } catch (ClassFileReader.UnreadableClassException | IOException e) {
          throw new JpaException(
              ClassFolder.shown(file) + " cannot be read: " + e.getMessage(), null, e);
        }
      }
    }
    return null;
  }
}
