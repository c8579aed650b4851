package io.schemachain.jpa;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the mapped classes of packages without loading them. */
final class EntityScan implements AutoCloseable {
  private static final String ORM = "META-INF/orm.xml";

  private final ClassPath classPath;
  private final SourceLocation asked;
  private final Diagnostics diagnostics;
  private final List<ClassFolder> folders = new ArrayList<>();

  private EntityScan(ClassPath classPath, SourceLocation asked, Diagnostics diagnostics) {
    this.classPath = classPath;
    this.asked = asked;
    this.diagnostics = diagnostics;
  }

  /**
   * What was found.
   *
   * @param classes entities, embeddables, mapped superclasses and converters, and packages with
   *     annotations of their own as {@code com.example.package-info}; sorted; for a unit, which
   *     names its own, all in folders, for what messages say
   * @param api {@code jakarta.persistence} or {@code javax.persistence}
   */
  record Found(List<String> classes, String api) {}

  /**
   * Finds those of packages.
   *
   * @param asked where the packages are written
   * @param diagnostics takes what is wrong: no entities, two versions of the API, a class that is
   *     older than its source
   */
  static Found find(
      List<String> packages, ClassPath classPath, SourceLocation asked, Diagnostics diagnostics) {
    try (EntityScan scan = open(classPath, asked, diagnostics)) {
      return scan.ofPackages(new PackageNames(packages));
    }
  }

  /**
   * Finds what is to be known of a persistence unit: whether it is there, and its API.
   *
   * @param asked where the unit is written
   */
  static Found ofUnit(
      String unit, ClassPath classPath, SourceLocation asked, Diagnostics diagnostics) {
    try (EntityScan scan = open(classPath, asked, diagnostics)) {
      return scan.ofUnit(unit);
    }
  }

  /** What was looked at, and where there are entities: a hint where none were found. */
  static String whereElse(ClassPath classPath, SourceLocation asked) {
    try (EntityScan scan = open(classPath, asked, new Diagnostics())) {
      return scan.whereElse();
    }
  }

  private static EntityScan open(
      ClassPath classPath, SourceLocation asked, Diagnostics diagnostics) {
    EntityScan scan = new EntityScan(classPath, asked, diagnostics);
    try {
      classPath.own().forEach(path -> scan.add(path, true));
      classPath.libraries().forEach(path -> scan.add(path, false));
      return scan;
    } catch (RuntimeException e) {
      scan.close();
      throw e;
    }
  }

  /** Maven names the folder of a module also where the module has no classes. */
  private void add(Path path, boolean isOwn) {
    if (Files.exists(path)) {
      folders.add(new ClassFolder(path, isOwn));
    }
  }

  @Override
  public void close() {
    for (ClassFolder folder : folders) {
      try {
        folder.close();
      } catch (IOException e) {
        throw new JpaException(
            folder.shown() + " cannot be closed: " + e,
            "It is on the class path. Run the goal again.",
            e);
      }
    }
  }

  private Found ofPackages(PackageNames packages) {
    List<ScannedClass> all = read(packages, folders);
    List<ScannedClass> mapped = mapped(all);
    boolean isCurrent =
        new CompiledCheck(classPath, folders, asked, diagnostics).check(packages, all, mapped);
    if (isCurrent && !diagnostics.hasErrors()) {
      requireEntities(packages, all);
    }
    requireOnce(mapped);
    requireLoadable(mapped);
    return found(mapped);
  }

  private Found found(List<ScannedClass> mapped) {
    return new Found(
        mapped.stream().map(scanned -> scanned.facts().name()).sorted().distinct().toList(),
        api(mapped));
  }

  private Found ofUnit(String unit) {
    new PersistenceUnits(folders).require(unit, asked, diagnostics);
    List<ClassFolder> built = folders.stream().filter(folder -> !folder.isJar()).toList();
    List<ScannedClass> all = read(PackageNames.ALL, built);
    List<ScannedClass> mapped = mapped(all);
    new CompiledCheck(classPath, folders, asked, diagnostics).check(PackageNames.ALL, all, mapped);
    requireLoadable(mapped);
    return found(mapped);
  }

  private static List<ScannedClass> mapped(List<ScannedClass> all) {
    return all.stream().filter(scanned -> scanned.facts().isMapped()).toList();
  }

  private List<ScannedClass> read(PackageNames packages, List<ClassFolder> places) {
    List<ScannedClass> all = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (ClassFolder folder : places) {
      for (String name : packages.names()) {
        for (Path file : folder.classFiles(name)) {
          if (seen.add(file.toUri().toString())) {
            read(file, folder, all);
          }
        }
      }
    }
    return all;
  }

  private void read(Path file, ClassFolder folder, List<ScannedClass> all) {
    try {
      all.add(new ScannedClass(ClassFileReader.read(Files.readAllBytes(file)), folder, file));
    } catch (ClassFileReader.UnreadableClassException e) {
      diagnostics.error(
          asked,
          "The class file %s in %s cannot be read: %s."
              .formatted(shown(file, folder), folder.shown(), e.getMessage()),
          e.hint());
    } catch (IOException e) {
      throw new JpaException(
          shown(file, folder) + " in " + folder.shown() + " cannot be read: " + e,
          "Let the user who runs Maven read it, or build it again.",
          e);
    }
  }

  private static String shown(Path file, ClassFolder folder) {
    return folder.isJar() ? file.toString().substring(1) : ClassFolder.shown(file);
  }

  // No entities

  /**
   * What a mapping file makes an entity has no annotation. Where there is one, packages have to be
   * there, and whether they have entities tells what the provider makes of them.
   */
  private void requireEntities(PackageNames packages, List<ScannedClass> all) {
    boolean isMappedByFile = folders.stream().anyMatch(folder -> folder.file(ORM) != null);
    for (String name : packages.names()) {
      List<ScannedClass> there =
          all.stream()
              .filter(scanned -> PackageNames.isIn(scanned.facts().packageName(), name))
              .toList();
      if (there.isEmpty() || (mapped(there).isEmpty() && !isMappedByFile)) {
        diagnostics.error(
            asked,
            there.isEmpty()
                ? "There is no package " + name + " on the class path."
                : "There are no entities in the package " + name + " and below.",
            whereElse());
      }
    }
    boolean none = all.stream().noneMatch(scanned -> scanned.facts().isEntity());
    if (none && !isMappedByFile && !diagnostics.hasErrors()) {
      diagnostics.error(
          asked, "There is no @Entity in " + packages.words() + " and below.", whereElse());
    }
  }

  private String whereElse() {
    List<ClassFolder> built = folders.stream().filter(folder -> !folder.isJar()).toList();
    if (built.stream().noneMatch(f -> f.isOwn() && !f.classFiles("").isEmpty())) {
      String own = String.join(", ", classPath.own().stream().map(ClassFolder::shown).toList());
      return own + " has no classes. Compile the project: " + classPath.again().apply("compile");
    }
    Set<String> elsewhere = packagesOfEntities(built);
    if (elsewhere.isEmpty()) {
      elsewhere = packagesOfEntities(folders.stream().filter(ClassFolder::isJar).toList());
    }
    if (elsewhere.isEmpty()) {
      return "Looked at: " + lookedAt() + ". No class there is an entity.";
    }
    return "There are entities in " + Words.some(elsewhere) + ". Looked at: " + lookedAt() + ".";
  }

  private Set<String> packagesOfEntities(List<ClassFolder> places) {
    return new EntityScan(classPath, asked, new Diagnostics())
        .read(PackageNames.ALL, places).stream()
            .filter(scanned -> scanned.facts().isEntity())
            .map(scanned -> scanned.facts().packageName())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private String lookedAt() {
    return Words.some(folders.stream().map(ClassFolder::shown).toList());
  }

  // What a provider would trip over

  /** Of two classes with one name the class path takes either, and nobody knows which. */
  private void requireOnce(List<ScannedClass> mapped) {
    Map<String, ScannedClass> first = new HashMap<>();
    for (ScannedClass scanned : mapped) {
      ScannedClass other = first.putIfAbsent(scanned.facts().name(), scanned);
      if (other != null) {
        diagnostics.error(
            asked,
            "The class %s is on the class path twice: in %s and in %s."
                .formatted(
                    scanned.facts().name(), other.folder().shown(), scanned.folder().shown()),
            "Leave one of them out, with an <exclusion> in the POM. What brings them: mvn"
                + " dependency:tree");
      }
    }
  }

  private void requireLoadable(List<ScannedClass> mapped) {
    int here = Runtime.version().feature();
    mapped.stream()
        .filter(scanned -> scanned.facts().javaRelease() > here)
        .findFirst()
        .ifPresent(
            scanned ->
                diagnostics.error(
                    asked,
                    "%s is compiled for Java %d, and this Maven runs on Java %d."
                        .formatted(scanned.shown(), scanned.facts().javaRelease(), here),
                    "Run Maven on Java %d or newer: set JAVA_HOME. mvn -version tells which it is."
                        .formatted(scanned.facts().javaRelease())));
  }

  // The API

  /** The one of all mapped classes, for which there has to be a provider. */
  private String api(List<ScannedClass> mapped) {
    Map<String, ScannedClass> examples = new HashMap<>();
    for (ScannedClass scanned : mapped) {
      scanned.facts().apis().forEach(api -> examples.putIfAbsent(api, scanned));
    }
    ScannedClass jakarta = examples.get(PersistenceApi.JAKARTA);
    ScannedClass javax = examples.get(PersistenceApi.JAVAX);
    if (jakarta != null && javax != null) {
      diagnostics.error(
          asked,
          jakarta.equals(javax)
              ? jakarta.shown()
                  + " has annotations of both versions of the API: jakarta.persistence and"
                  + " javax.persistence."
              : "Two versions of the API: %s has annotations of jakarta.persistence, and %s of javax.persistence."
                  .formatted(jakarta.shown(), javax.shown()),
          "A provider reads one of them. Replace javax.persistence by jakarta.persistence in the"
              + " sources, and take the version of the library that has done so.");
      return PersistenceApi.JAKARTA;
    }
    @Nullable String used =
        jakarta != null ? PersistenceApi.JAKARTA : javax != null ? PersistenceApi.JAVAX : null;
    return new PersistenceApi(folders).require(used, asked, diagnostics);
  }
}
