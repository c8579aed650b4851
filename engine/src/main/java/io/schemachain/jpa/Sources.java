package io.schemachain.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a project, by the names that classes have for them. Only Java has its packages as
 * folders; so a file of the right name is asked for its package.
 */
final class Sources {
  private static final Pattern SOURCE = Pattern.compile("[\\w$-]+\\.(java|kt|groovy|scala)");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package\\s+([\\w.`]+)");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
  private static final Pattern MAPPED =
      Pattern.compile("@\\s*(?:[\\w.]+\\.)?(Entity|Embeddable|MappedSuperclass|Converter)\\b");
  private static final Pattern API = Pattern.compile("\\b(jakarta|javax)\\.persistence\\b");

  /** By the name of the file without its ending. */
  private final Map<String, List<Path>> files = new TreeMap<>();

  Sources(List<Path> folders) {
    for (Path folder : folders) {
      add(folder);
    }
  }

  private void add(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> below = Files.walk(folder)) {
      below
          .filter(file -> SOURCE.matcher(name(file)).matches())
          .sorted()
          .forEach(file -> files.computeIfAbsent(stem(file), stem -> new ArrayList<>()).add(file));
    } catch (IOException | UncheckedIOException e) {
      throw new JpaException(
          ClassFolder.shown(folder) + " cannot be read: " + e.getMessage(), null, e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String stem(Path file) {
    String name = name(file);
    return name.substring(0, name.lastIndexOf('.'));
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  /**
   * Whether a file of that name would be here, if it was anywhere: other languages than Java may
   * have their sources in folders that nobody told us.
   */
  boolean shouldHave(@Nullable String sourceFile) {
    if (sourceFile == null) {
      return false;
    }
    String ending = sourceFile.substring(sourceFile.lastIndexOf('.') + 1);
    return ending.equals("java")
        || files.values().stream()
            .flatMap(List::stream)
            .anyMatch(file -> name(file).endsWith("." + ending));
  }

  /** The sources that a class may have been compiled from; more than one where folders overlap. */
  List<Path> of(ClassFacts facts) {
    return files.getOrDefault(facts.sourceStem(), List.of()).stream()
        .filter(file -> facts.sourceFile() == null || name(file).equals(facts.sourceFile()))
        .filter(file -> packageOf(code(file)).equals(facts.packageName()))
        .distinct()
        .toList();
  }

  /** Whether the source was written after that. */
  static boolean isNewer(Path source, Path than) {
    try {
      return Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(than)) > 0;
    } catch (IOException e) {
      throw new JpaException(ClassFolder.shown(source) + " cannot be read: " + e, null, e);
    }
  }

  /**
   * The sources in these packages that declare something mapped, and have no class among these.
   *
   * @param compiled {@code package/name of the source without its ending}
   */
  List<Path> uncompiled(PackageNames packages, Set<String> compiled) {
    return files.values().stream()
        .flatMap(List::stream)
        .filter(file -> isUncompiled(file, packages, compiled))
        .distinct()
        .sorted(Comparator.comparing(Path::toString))
        .toList();
  }

  private static boolean isUncompiled(Path file, PackageNames packages, Set<String> compiled) {
    String text = code(file);
    String packageName = packageOf(text);
    return packages.has(packageName)
        && !compiled.contains(packageName + "/" + stem(file))
        && API.matcher(text).find()
        && MAPPED.matcher(text).find();
  }

  private static String packageOf(String text) {
    Matcher matcher = PACKAGE.matcher(text);
    return matcher.find() ? matcher.group(1).replace("`", "") : "";
  }

  /** Without comments. What is looked for is ASCII, whatever the rest is written in. */
  private static String code(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return COMMENT.matcher(text).replaceAll(" ");
    } catch (IOException e) {
      throw new JpaException(ClassFolder.shown(file) + " cannot be read: " + e, null, e);
    }
  }
}
