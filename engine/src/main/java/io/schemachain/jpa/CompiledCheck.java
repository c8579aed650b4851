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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses classes that are not what their sources say: who changed an entity and did not compile it
 * would have a revision without the change.
 */
final class CompiledCheck {
  /** What we or a provider read beside classes. */
  private static final Pattern SETTINGS =
      Pattern.compile("application.*\\.(properties|ya?ml)|(orm|persistence)\\.xml");

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
   * @param all classes of the packages; what they name is looked at as well, such as an enum
   * @param mapped those of them that a provider reads
   * @return whether nothing is to be compiled
   */
  boolean check(PackageNames packages, List<ScannedClass> all, List<ScannedClass> mapped) {
    // After compiling nothing is left to do: a class without a source may be one that is unpacked.
    if (sources.isEmpty() || classPath.isCompiled()) {
      return true;
    }
    List<String> stale = Stream.concat(staleClasses(all), staleSettings()).toList();
    List<String> missing =
        sources.uncompiled(packages, compiled(all)).stream().map(ClassFolder::shown).toList();
    List<String> gone =
        withReferences(mapped).stream()
            .filter(scanned -> sources.of(scanned.facts()).isEmpty())
            .filter(scanned -> sources.shouldHave(scanned.facts().sourceFile()))
            .map(scanned -> ClassFolder.shown(scanned.file()))
            .toList();
    report("A source is newer than its class: ", stale, "compile");
    report("An entity is not compiled: there is no class of ", missing, "compile");
    report("A class has no source any more: ", gone, "clean compile");
    return stale.isEmpty() && missing.isEmpty() && gone.isEmpty();
  }

  /** Any of the packages: a constant of a class stands in another one, which does not name it. */
  private Stream<String> staleClasses(List<ScannedClass> all) {
    return withReferences(all).stream()
        .flatMap(
            scanned ->
                sources.of(scanned.facts()).stream()
                    .filter(source -> Sources.isNewer(source, scanned.file()))
                    .limit(1)
                    .map(source -> stale(source, scanned.file())));
  }

  private Stream<String> staleSettings() {
    return classPath.sources().stream()
        .flatMap(folder -> Stream.of("", "config", "META-INF").map(folder::resolve))
        .filter(Files::isDirectory)
        .flatMap(CompiledCheck::files)
        .filter(source -> SETTINGS.matcher(String.valueOf(source.getFileName())).matches())
        .flatMap(this::staleCopies);
  }

  private Stream<String> staleCopies(Path source) {
    return classPath.sources().stream()
        .filter(source::startsWith)
        .map(folder -> folder.relativize(source).toString().replace('\\', '/'))
        .flatMap(path -> own.stream().flatMap(folder -> Stream.ofNullable(folder.file(path))))
        .filter(copy -> Sources.isNewer(source, copy))
        .map(copy -> stale(source, copy));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new JpaException(ClassFolder.shown(folder) + " cannot be read: " + e, null, e);
    }
  }

  private static String stale(Path source, Path than) {
    return ClassFolder.shown(source) + " is newer than " + ClassFolder.shown(than);
  }

  private static Set<String> compiled(List<ScannedClass> all) {
    return all.stream()
        .filter(scanned -> scanned.folder().isOwn())
        .map(scanned -> scanned.facts().packageName() + "/" + scanned.facts().sourceStem())
        .collect(Collectors.toSet());
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
  private Collection<ScannedClass> withReferences(List<ScannedClass> classes) {
    List<ScannedClass> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<ScannedClass> open = new ArrayDeque<>();
    classes.stream()
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
