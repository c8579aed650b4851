package io.schemachain.jpa;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.ConfigurationYaml;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The files with which a Spring Boot application is configured, as far as the project compiles them
 * itself: application.properties, .yml and .yaml at the root of its classes and in config/.
 */
final class SpringFiles {
  private static final List<String> FOLDERS = List.of("", "config/");

  /** What comes later is stronger. */
  private static final List<String> ENDINGS = List.of("yaml", "yml", "properties");

  private SpringFiles() {}

  /**
   * What they say, document by document, the weakest first.
   *
   * @param suffix nothing, or {@code -dev} for the files of a profile
   */
  static List<Map<String, Located<String>>> read(
      ClassPath classPath, String suffix, Diagnostics diagnostics) {
    List<Map<String, Located<String>>> documents = new ArrayList<>();
    for (String folder : FOLDERS) {
      for (String ending : ENDINGS) {
        String name = folder + "application" + suffix + "." + ending;
        classPath.own().stream()
            .map(own -> own.resolve(name))
            .filter(Files::isRegularFile)
            .findFirst()
            .ifPresent(
                file ->
                    documents.addAll(
                        ending.equals("properties")
                            ? properties(
                                text(classPath, name, file, StandardCharsets.ISO_8859_1),
                                diagnostics)
                            : ConfigurationYaml.read(
                                text(classPath, name, file, StandardCharsets.UTF_8), diagnostics)));
      }
    }
    return documents;
  }

  /** What a Quarkus application reads of itself: one file, in which nothing parts documents. */
  static Map<String, Located<String>> ofQuarkus(ClassPath classPath, Diagnostics diagnostics) {
    Map<String, Located<String>> all = new LinkedHashMap<>();
    String name = "application.properties";
    classPath.own().stream()
        .map(own -> own.resolve(name))
        .filter(Files::isRegularFile)
        .findFirst()
        .ifPresent(
            file ->
                properties(text(classPath, name, file, StandardCharsets.UTF_8), diagnostics)
                    .forEach(all::putAll));
    return all;
  }

  /** What was compiled, and for people the file to correct, where there is one. */
  private static SourceText text(ClassPath classPath, String name, Path file, Charset charset) {
    Path source =
        classPath.sources().stream()
            .map(folder -> folder.resolve(name))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElse(file);
    try {
      return new SourceText(ClassFolder.shown(source), Files.readString(file, charset));
    } catch (CharacterCodingException e) {
      throw new JpaException(
          ClassFolder.shown(file) + " is not written in " + charset + ".",
          "Save its source as " + charset + ", and compile the project.",
          e);
    } catch (IOException e) {
      throw new JpaException(ClassFolder.shown(file) + " cannot be read: " + e, null, e);
    }
  }

  /** Documents of a file of properties have {@code #---} or {@code !---} between them. */
  private static List<Map<String, Located<String>>> properties(
      SourceText source, Diagnostics diagnostics) {
    List<Map<String, Located<String>>> documents = new ArrayList<>();
    String[] lines = source.content().split("\n", -1);
    int start = 0;
    for (int i = 0; i <= lines.length; i++) {
      if (i == lines.length || lines[i].matches("[#!]---\\s*")) {
        documents.add(document(source, lines, start, i, diagnostics));
        start = i + 1;
      }
    }
    return documents;
  }

  private static Map<String, Located<String>> document(
      SourceText source, String[] lines, int start, int end, Diagnostics diagnostics) {
    Map<String, Located<String>> document = new LinkedHashMap<>();
    StringBuilder entry = new StringBuilder();
    int first = start;
    for (int i = start; i < end; i++) {
      if (entry.isEmpty()) {
        first = i;
      }
      entry.append(lines[i]).append('\n');
      if (!continues(lines[i]) || i + 1 == end) {
        SourceLocation location = new SourceLocation(source, first + 1, 0);
        load(entry.toString(), location, diagnostics)
            .forEach(
                (key, value) ->
                    document.put(
                        String.valueOf(key), new Located<>(String.valueOf(value), location)));
        entry.setLength(0);
      }
    }
    return document;
  }

  /** Whether the next line belongs to it: it ends in an odd number of backslashes. */
  private static boolean continues(String line) {
    String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    boolean comment = text.strip().startsWith("#") || text.strip().startsWith("!");
    int at = text.length();
    while (at > 0 && text.charAt(at - 1) == '\\') {
      at--;
    }
    return !comment && (text.length() - at) % 2 == 1;
  }

  private static Properties load(String text, SourceLocation location, Diagnostics diagnostics) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IllegalArgumentException e) {
      diagnostics.error(
          location,
          "The line cannot be read: " + e.getMessage(),
          "Write a backslash twice, or take a slash.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
