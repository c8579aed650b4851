package io.schemachain.maven;

import io.schemachain.command.Setting;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The build in which a goal runs, with or without a POM. */
record MavenContext(MavenSession session, MavenProject project, MojoExecution execution) {
  /** What every property of ours begins with. */
  static final String PREFIX = "schema.";

  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  /** Whom the user would otherwise have to name again; never a password. */
  private static final List<String> REPEATED =
      List.of("directory", "environment", "dialect", "url", "username", "server");

  /** The goals that read a target, and what they are told of it. */
  private static final List<String> TARGETED = List.of("check", "revision");

  private static final List<String> OF_TARGET = List.of("jpa");

  /** What a goal was asked for, which it must be told again when it is called again. */
  private static final List<String> OWN =
      List.of(
          "target",
          "range",
          "message",
          "revId",
          "head",
          "splice",
          "branchLabel",
          "dependsOn",
          "versionPath",
          "autogenerate",
          "against",
          "renamedFrom",
          "revisions",
          "outOfOrder",
          "purge",
          "accept",
          "action",
          "checkHeads",
          "verbose",
          "sql",
          "format",
          "output");

  /** What was given as {@code -Dschema.<name>}, on the command line or in MAVEN_OPTS. */
  Optional<String> commandLineProperty(String name) {
    String value = session.getUserProperties().getProperty(PREFIX + name);
    return Optional.ofNullable(
        value != null ? value : session.getSystemProperties().getProperty(PREFIX + name));
  }

  /**
   * A value and where it came from: {@code -D}, then the environment variable, then the POM. An
   * empty one counts as absent.
   *
   * @param configured what Maven found: in the POM, or in a profile of settings.xml
   */
  @Nullable Setting setting(
      String name, @Nullable String environmentVariable, @Nullable String configured) {
    Optional<String> given = commandLineProperty(name).filter(value -> !value.isEmpty());
    if (given.isPresent()) {
      return new Setting(given.get(), "-D" + PREFIX + name);
    }
    String inEnvironment = environmentVariable == null ? null : System.getenv(environmentVariable);
    if (environmentVariable != null && inEnvironment != null && !inEnvironment.isEmpty()) {
      return new Setting(inEnvironment, environmentVariable);
    }
    return configured == null || configured.isEmpty()
        ? null
        : new Setting(configured, configuration());
  }

  /** Where the value of a parameter comes from that Maven found: for people. */
  private String configuration() {
    return hasPom() ? "the POM" : "settings.xml";
  }

  /** Who said what a parameter says for which there is no environment variable: for people. */
  String sourceOf(String name) {
    return commandLineProperty(name).isPresent() ? "-D" + PREFIX + name : configuration();
  }

  /** The entries of a map: from the POM, and over them {@code -Dschema.<name>.<key>=<value>}. */
  Map<String, String> entries(String name, @Nullable Map<String, String> configured) {
    Map<String, String> entries = new TreeMap<>();
    if (configured != null) {
      configured.forEach((key, value) -> entries.put(key, value == null ? "" : value));
    }
    String prefix = PREFIX + name + ".";
    for (Properties source : List.of(session.getSystemProperties(), session.getUserProperties())) {
      for (String key : source.stringPropertyNames()) {
        if (key.startsWith(prefix) && key.length() > prefix.length()) {
          entries.put(key.substring(prefix.length()), source.getProperty(key));
        }
      }
    }
    return entries;
  }

  boolean hasPom() {
    return project.getFile() != null;
  }

  boolean isOnlyProject() {
    return session.getProjects().size() == 1;
  }

  /** Whether the POM where the user stands has further projects, also if -pl leaves them out. */
  private boolean isOneOfMany() {
    return !isOnlyProject() || session.getAllProjects().size() > 1;
  }

  /**
   * Whether Maven calls the goal for each project. Not so on a command line: Maven runs a goal that
   * needs no POM once, for the first project.
   */
  boolean isOneOfManyInTheLifeCycle() {
    return !isOnlyProject() && execution.getSource() == MojoExecution.Source.LIFECYCLE;
  }

  /** The projects of this build that have such a folder. */
  List<MavenProject> projectsWith(String folder) {
    return session.getProjects().stream()
        .filter(p -> p.getBasedir() != null && new File(p.getBasedir(), folder).isDirectory())
        .toList();
  }

  /** The folder of the POM; the current folder without one. */
  Path baseDirectory() {
    return hasPom() && project.getBasedir() != null
        ? project.getBasedir().toPath().toAbsolutePath().normalize()
        : currentDirectory();
  }

  /** A path as the user wrote it. */
  Path resolve(String path) {
    return baseDirectory().resolve(path).normalize();
  }

  /** A path as the user would write it. */
  String shown(Path path) {
    return displayBase(path).relativize(path).toString();
  }

  /** The folder to which a path is shown relative: where the user stands, if that is above it. */
  Path displayBase(Path path) {
    return path.startsWith(currentDirectory()) ? currentDirectory() : baseDirectory();
  }

  private static Path currentDirectory() {
    return Path.of("").toAbsolutePath().normalize();
  }

  /**
   * How a person runs another goal, against the same folder and database.
   *
   * @param options {@code target=head}, or anything that begins with a hyphen
   */
  String commandLine(String goal, String... options) {
    return commandLineFor(project, goal, options);
  }

  /** The same, in another project of this build. */
  String commandLineFor(MavenProject where, String goal, String... options) {
    List<String> words = new ArrayList<>(List.of("mvn", pluginName() + ":" + goal));
    if (isOneOfMany()) {
      words.add("-pl :" + where.getArtifactId());
    }
    List<String> repeated = new ArrayList<>(goal.equals("help") ? List.of() : REPEATED);
    if (TARGETED.contains(goal)) {
      repeated.addAll(OF_TARGET);
    }
    if (goal.equals(execution.getGoal())) {
      repeated.addAll(OWN);
    }
    for (String name : repeated) {
      commandLineProperty(name)
          .filter(value -> !Setting.hasSecret(value))
          .filter(value -> Arrays.stream(options).noneMatch(o -> isOf(name, o)))
          .ifPresent(value -> words.add(property(name + "=" + value)));
    }
    for (String option : options) {
      words.add(option.startsWith("-") ? quoted(option) : property(option));
    }
    return String.join(" ", words);
  }

  /** Whether a goal reads the target, for which entities have to be compiled. */
  static boolean readsTarget(String goal) {
    return TARGETED.contains(goal);
  }

  /** How a person runs another goal behind phases of the build. */
  String commandLineAfter(String phases, String goal, String... options) {
    return commandLine(goal, options).replaceFirst("mvn ", "mvn " + phases + " ");
  }

  /**
   * How a person runs this goal again behind phases of the build; where the goal is part of the
   * build, that is the build.
   */
  String againAfter(String phases) {
    String phase = execution.getLifecyclePhase();
    return phase == null
        ? commandLineAfter(phases, execution.getGoal())
        : "mvn " + (phases.contains("clean") ? "clean " : "") + phase;
  }

  private static boolean isOf(String name, String option) {
    return option.contains(name + "=") || option.equals("-D" + PREFIX + name);
  }

  private static String property(String assignment) {
    return quoted("-D" + PREFIX + assignment);
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private String pluginName() {
    Plugin plugin = execution.getPlugin();
    boolean prefixIsKnown =
        session.getPluginGroups().contains(plugin.getGroupId())
            || declares(session.getTopLevelProject().getBuild(), plugin);
    return prefixIsKnown ? "schema" : plugin.getKey() + ":" + plugin.getVersion();
  }

  private static boolean declares(@Nullable Build build, Plugin plugin) {
    return build != null
        && (contains(build, plugin)
            || (build.getPluginManagement() != null
                && contains(build.getPluginManagement(), plugin)));
  }

  private static boolean contains(PluginContainer plugins, Plugin plugin) {
    return plugins.getPlugins().stream().anyMatch(p -> p.getKey().equals(plugin.getKey()));
  }
}
