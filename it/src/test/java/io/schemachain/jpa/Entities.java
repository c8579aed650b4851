package io.schemachain.jpa;

import io.schemachain.it.ProviderClassPaths;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Entities as source text, compiled against the class path of a provider. */
final class Entities {
  private final String project;
  private final Path folder;
  private final List<String> names = new ArrayList<>();

  /**
   * @param project of src/jpa
   * @param folder for the classes
   */
  Entities(String project, Path folder) {
    this.project = project;
    this.folder = folder;
  }

  /** {@code javax.persistence} or {@code jakarta.persistence}. */
  String api() {
    return project.equals("hibernate-5.6") ? "javax.persistence" : "jakarta.persistence";
  }

  List<String> classes() {
    return names.stream().sorted().toList();
  }

  /** Tells of one class alone. */
  Entities only(String name) {
    names.removeIf(one -> !one.endsWith("." + name));
    return this;
  }

  /** Compiles classes by their names; the text stands behind the package and the imports. */
  Entities compile(Map<String, String> bodies) {
    List<JavaFileObject> units = new ArrayList<>();
    bodies.forEach(
        (name, body) -> {
          names.add("com.example." + name);
          String text =
              "package com.example;\nimport " + api() + ".*;\nimport java.util.*;\n" + body;
          units.add(
              new SimpleJavaFileObject(
                  URI.create("string:///com/example/" + name + ".java"),
                  JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                  return text.replace("jakarta.persistence", api());
                }
              });
        });
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      String classPath =
          String.join(
              System.getProperty("path.separator"),
              Stream.concat(Stream.of(folder), ProviderClassPaths.of(project).stream())
                  .map(Path::toString)
                  .toList());
      List<String> options =
          List.of("-proc:none", "-cp", classPath, "-d", folder.toString(), "--release", "17");
      if (!compiler.getTask(messages, files, null, options, null, units).call()) {
        throw new AssertionError(messages.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Adds a resource. */
  Entities file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  EntityLoader loader() {
    return new EntityLoader(
        Stream.concat(Stream.of(folder), ProviderClassPaths.of(project).stream())
            .map(Entities::url)
            .toList());
  }

  ClassPath classPath() {
    return new ClassPath(
        List.of(folder),
        ProviderClassPaths.of(project),
        List.of(),
        true,
        phases -> "mvn " + phases + " schema:check");
  }

  static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
