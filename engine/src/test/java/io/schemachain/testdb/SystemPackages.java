package io.schemachain.testdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Programs and libraries of the operating system: the installed ones, else Debian's packages,
 * unpacked under the cache and not installed.
 */
final class SystemPackages {
  private static final Pattern NOT_FOUND = Pattern.compile("(?m)^\\s*(\\S+) => not found");
  private static final Pattern SONAME = Pattern.compile("(lib.+)\\.so\\.(\\d+)");
  private static final List<Path> LIBRARY_DIRECTORIES =
      List.of(Path.of("/usr/lib/x86_64-linux-gnu"), Path.of("/usr/lib64"), Path.of("/usr/lib"));
  private static final int MAX_ROUNDS = 10;

  private SystemPackages() {}

  static Executable psql() {
    Optional<Path> installed = newestPsql(Path.of("/usr/lib/postgresql"));
    if (installed.isEmpty()) {
      installed = Commands.onPath("psql");
    }
    if (installed.isPresent()) {
      return new Executable(installed.get());
    }
    String hint = "sudo apt-get install -y postgresql-client";
    String client =
        Apt.search("^postgresql-client-[0-9]+$").stream()
            .max(Comparator.comparingInt(SystemPackages::version))
            .orElseThrow(() -> missing("psql is not on the PATH", hint));
    Path unpacked = unpack(List.of(client), "psql is not on the PATH", hint);
    Path psql =
        newestPsql(unpacked.resolve("usr/lib/postgresql"))
            .orElseThrow(() -> missing(client + " holds no psql", hint));
    return withLibraries(psql);
  }

  static Executable sqlite3() {
    Optional<Path> installed = Commands.onPath("sqlite3");
    if (installed.isPresent()) {
      return new Executable(installed.get());
    }
    Path unpacked =
        unpack(List.of("sqlite3"), "sqlite3 is not on the PATH", "sudo apt-get install -y sqlite3");
    return withLibraries(unpacked.resolve("usr/bin/sqlite3"));
  }

  /** The program with directories of those libraries that the system does not have. */
  static Executable withLibraries(Path program) {
    Executable executable = new Executable(program);
    Set<Path> libraries = new LinkedHashSet<>();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Set<String> missing = missingLibraries(executable);
      if (missing.isEmpty()) {
        return executable;
      }
      for (String library : missing) {
        libraries.addAll(library(program, library));
      }
      executable = new Executable(program, List.of(), List.copyOf(libraries));
    }
    throw missing(
        program + " lacks " + missingLibraries(executable) + " in spite of " + libraries,
        "ldd " + program);
  }

  private static Set<String> missingLibraries(Executable executable) {
    ProcessBuilder ldd = executable.builder(List.of("ldd", executable.file().toString()));
    Matcher matcher = NOT_FOUND.matcher(Commands.run(ldd, null).stdout());
    Set<String> missing = new LinkedHashSet<>();
    while (matcher.find()) {
      missing.add(matcher.group(1));
    }
    return missing;
  }

  /** The directories that hold a library, after fetching its package. */
  private static Set<Path> library(Path program, String soname) {
    // Since the 64-bit time_t change libaio1t64 names its file libaio.so.1t64; on amd64 it is the
    // same library.
    String renamed = soname + "t64";
    for (Path directory : LIBRARY_DIRECTORIES) {
      if (Files.exists(directory.resolve(renamed))) {
        return Set.of(alias(soname, directory.resolve(renamed)));
      }
    }
    List<String> packages = packagesOf(soname);
    Path unpacked =
        unpack(
            packages,
            program + " needs " + soname + ", which the system lacks",
            "sudo apt-get install -y " + packages.get(0));
    try (Stream<Path> walk = Files.walk(unpacked)) {
      Set<Path> directories = new LinkedHashSet<>();
      for (Path file : walk.sorted().toList()) {
        if (file.getFileName().toString().equals(soname)) {
          directories.add(file.getParent());
        } else if (file.getFileName().toString().equals(renamed)) {
          directories.add(alias(soname, file));
        }
      }
      return directories;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path alias(String soname, Path library) {
    return Cache.directory(
        Directories.cache(),
        "alias-" + soname,
        directory -> Files.createSymbolicLink(directory.resolve(soname), library.toAbsolutePath()));
  }

  /**
   * Debian derives a library's package name from its soname: libpq.so.5 is in libpq5, libkrb5.so.3
   * in libkrb5-3.
   */
  private static List<String> packagesOf(String soname) {
    Matcher matcher = SONAME.matcher(soname.replace("libcrypto.so", "libssl.so"));
    if (!matcher.matches()) {
      throw missing("no package known for " + soname, "apt-file search " + soname);
    }
    String library = matcher.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
    String separator = Character.isDigit(library.charAt(library.length() - 1)) ? "-" : "";
    String name = library + separator + matcher.group(2);
    return List.of(name, name + "t64");
  }

  /** Unpacks the first of the packages that Debian has. */
  private static Path unpack(List<String> packages, String problem, String hint) {
    return Cache.directory(
        Directories.cache(),
        "deb-" + packages.get(0),
        directory -> {
          StringBuilder tried = new StringBuilder();
          for (String name : packages) {
            Optional<Path> deb = Apt.download(name, directory, tried);
            if (deb.isPresent()) {
              Commands.require(
                  new ProcessBuilder("dpkg-deb", "-x", deb.get().toString(), directory.toString()));
              Files.delete(deb.get());
              return;
            }
          }
          throw missing(problem + ", and Debian's package could not be fetched: " + tried, hint);
        });
  }

  private static Optional<Path> newestPsql(Path versions) {
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> list = Files.list(versions)) {
      return list.filter(version -> Files.isExecutable(version.resolve("bin/psql")))
          .max(Comparator.comparingInt(path -> version(path.getFileName().toString())))
          .map(version -> version.resolve("bin/psql"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int version(String name) {
    String digits = name.substring(name.lastIndexOf('-') + 1);
    return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
  }

  private static TestDatabaseException missing(String problem, String line) {
    return new TestDatabaseException(problem + "; type: " + line);
  }

  /**
   * apt-get as any user: it reads the system's package lists or, where these are missing, fetches
   * its own.
   */
  private static final class Apt {
    private static final Lazy<Path> OWN_LISTS = new Lazy<>(Apt::update);

    static Optional<Path> download(String name, Path directory, StringBuilder tried) {
      if (Commands.onPath("apt-get").isEmpty() || Commands.onPath("dpkg-deb").isEmpty()) {
        tried.append("there is no apt-get");
        return Optional.empty();
      }
      Optional<Path> deb = download(name, directory, List.of(), tried);
      return deb.isPresent() ? deb : download(name, directory, ownLists(), tried);
    }

    static List<String> search(String pattern) {
      if (Commands.onPath("apt-cache").isEmpty()) {
        return List.of();
      }
      List<String> found = search(pattern, List.of());
      return found.isEmpty() ? search(pattern, ownLists()) : found;
    }

    private static Optional<Path> download(
        String name, Path directory, List<String> options, StringBuilder tried) {
      List<String> command = new ArrayList<>(List.of("apt-get"));
      command.addAll(options);
      // Root would hand the download to the user _apt, who may not write here.
      command.addAll(List.of("-q", "-o", "APT::Sandbox::User=root", "download", name));
      ClientResult result =
          Commands.run(new ProcessBuilder(command).directory(directory.toFile()), null);
      try (Stream<Path> list = Files.list(directory)) {
        Optional<Path> deb = list.filter(file -> file.toString().endsWith(".deb")).findFirst();
        if (deb.isEmpty()) {
          tried.append(System.lineSeparator()).append(String.join(" ", command));
          tried.append(System.lineSeparator()).append(result.stdout()).append(result.stderr());
        }
        return deb;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static List<String> search(String pattern, List<String> options) {
      List<String> command = new ArrayList<>(List.of("apt-cache"));
      command.addAll(options);
      command.addAll(List.of("search", "--names-only", pattern));
      return Commands.run(new ProcessBuilder(command), null)
          .stdout()
          .lines()
          .map(line -> line.split(" ", 2)[0])
          .toList();
    }

    private static List<String> ownLists() {
      return options(OWN_LISTS.get());
    }

    private static List<String> options(Path directory) {
      return List.of(
          "-o", "Dir::State::lists=" + directory.resolve("lists"),
          "-o", "Dir::Cache=" + directory.resolve("cache"),
          "-o", "APT::Sandbox::User=root");
    }

    /** Not cached: lists grow old, and a failure must not last. */
    private static Path update() {
      Path directory = Directories.run().resolve("apt");
      Directories.create(directory.resolve("lists/partial"));
      Directories.create(directory.resolve("cache/archives/partial"));
      List<String> command = new ArrayList<>(List.of("apt-get"));
      command.addAll(options(directory));
      command.addAll(List.of("-q", "update"));
      // One source that cannot be reached must not matter: the download will tell.
      Commands.run(new ProcessBuilder(command), null);
      return directory;
    }
  }
}
