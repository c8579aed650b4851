package io.schemachain.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Sources that are compiled into folders and jars of a test, beside annotations like those of JPA.
 */
final class TestClasses {
  private static final FileTime WRITTEN = FileTime.from(Instant.parse("2026-01-01T10:00:00Z"));

  private final Path root;
  private final List<Path> classPath = new ArrayList<>();

  TestClasses(Path root) throws IOException {
    this.root = root;
    for (String api : List.of("jakarta", "javax")) {
      for (String name : List.of("Entity", "Embeddable", "MappedSuperclass", "Converter")) {
        source("api", api + ".persistence", "public @interface " + name + " {}");
      }
      source(
          "api",
          api + ".persistence",
          "public @interface Convert { Class<?> converter() default Object.class; }");
      source("api", api + ".persistence", "public @interface Id {}");
    }
    source("api", "org.hibernate.annotations", "public @interface FilterDef {}");
    source("api", "org.example.other", "public @interface Marked {}");
    classPath.add(compile("api"));
  }

  /** Of a project that nobody has compiled just now. */
  static ClassPath classPath(List<Path> own, List<Path> libraries, List<Path> sources) {
    return new ClassPath(own, libraries, sources, false, phases -> "mvn " + phases);
  }

  /** The source of a class in a folder, which is written at one and the same time always. */
  Path source(String folder, String packageName, String declaration) throws IOException {
    String name =
        Stream.of(declaration.split("[^\\w-]+"))
            .dropWhile(
                word ->
                    !List.of("class", "@interface", "interface", "record", "enum").contains(word))
            .skip(1)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(declaration));
    return file(
        folder,
        packageName.replace('.', '/') + "/" + name + ".java",
        "package " + packageName + ";\n" + declaration + "\n");
  }

  Path file(String folder, String path, String text) throws IOException {
    Path file = root.resolve(folder).resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, WRITTEN);
    return file;
  }

  /** Compiles a folder of sources; the classes are as old as the sources. */
  Path compile(String folder) throws IOException {
    Path classes = root.resolve(folder + "-classes");
    Files.createDirectories(classes);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> below = Files.walk(root.resolve(folder))) {
      List<Path> sources = below.filter(file -> file.toString().endsWith(".java")).toList();
      String path =
          Stream.concat(classPath.stream(), Stream.of(classes))
              .map(Path::toString)
              .collect(Collectors.joining(File.pathSeparator));
      boolean isCompiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-d", classes.toString(), "-cp", path, "-proc:none", "-g"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(isCompiled).as(said.toString()).isTrue();
    }
    try (Stream<Path> below = Files.walk(classes)) {
      for (Path file : below.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, WRITTEN);
      }
    }
    return classes;
  }

  /** Compiles a folder of sources, and what they need to be compiled is known to later ones. */
  Path library(String folder) throws IOException {
    Path classes = compile(folder);
    classPath.add(classes);
    return classes;
  }

  /** A jar of such files: path to the file that is copied. */
  Path jar(String name, Map<String, Path> content) throws IOException {
    Path jar = root.resolve(name);
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      for (Map.Entry<String, Path> entry : content.entrySet()) {
        Path target = files.getPath("/", entry.getKey());
        Files.createDirectories(target.getParent());
        try (OutputStream out = Files.newOutputStream(target)) {
          Files.copy(entry.getValue(), out);
        }
      }
    }
    return jar;
  }

  /** All files of a folder, for {@link #jar}. */
  static Map<String, Path> content(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      return below
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(
                  file -> folder.relativize(file).toString().replace('\\', '/'), file -> file));
    }
  }

  static void changed(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(WRITTEN.toInstant().plusMillis(1)));
  }
}
