package io.schemachain.command;

import static java.util.Objects.requireNonNull;

import io.schemachain.apply.Urls;
import io.schemachain.command.FrontEnd.Credentials;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Status;
import io.schemachain.diagnostic.Suggestions;
import io.schemachain.format.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which database, and as whom: what was given, else what the chosen environment says. */
final class Access {
  private final Options options;
  private final FrontEnd frontEnd;
  private final Supplier<Settings> settings;
  private Settings.@Nullable Environment environment;
  private boolean warned;

  /**
   * @param settings asked only when an environment is
   */
  Access(Options options, FrontEnd frontEnd, Supplier<Settings> settings) {
    this.options = requireNonNull(options, "options");
    this.frontEnd = requireNonNull(frontEnd, "frontEnd");
    this.settings = requireNonNull(settings, "settings");
  }

  /** The chosen environment; nothing when none was chosen, none is the default. */
  private Optional<Settings.Environment> environment() {
    Setting chosen = options.environment();
    if (chosen == null) {
      return Optional.empty();
    }
    if (environment == null) {
      Map<String, Settings.Environment> known = settings.get().environments();
      Settings.Environment found = known.get(chosen.value());
      if (found == null) {
        throw unknown(chosen.value(), known.keySet());
      }
      Diagnostics diagnostics = new Diagnostics();
      Settings.Environment resolved =
          found.resolve(name -> frontEnd.environmentVariable(name).orElse(null), diagnostics);
      if (diagnostics.hasErrors()) {
        throw new UnsetVariablesException(diagnostics.all());
      }
      environment = resolved;
    }
    return Optional.of(environment);
  }

  private static CommandException unknown(String name, Set<String> known) {
    String there =
        known.isEmpty() ? "There is none at all." : "There is " + String.join(", ", known) + ".";
    return CommandException.of(
        Status.INVALID,
        "There is no environment %s in schema.yaml. %s"
            .formatted(name, Suggestions.didYouMean(name, known).orElse(there)));
  }

  /** Refuses what destroys something on a protected environment, unless its name is said again. */
  void requireConfirmed(String goal, @Nullable String target, String... given) {
    Setting chosen = options.environment();
    boolean isProtected = environment().filter(Settings.Environment::isProtected).isPresent();
    if (chosen != null && isProtected && !chosen.value().equals(options.confirm())) {
      List<String> words = new ArrayList<>(Arrays.asList(given));
      words.add("-Dschema.environment=" + chosen.value());
      if (target != null) {
        words.add("-Dschema.target=" + target);
      }
      words.add("-Dschema.confirm=" + chosen.value());
      throw CommandException.of(
          Status.INVALID,
          "The environment "
              + chosen.value()
              + " is protected, and "
              + goal
              + " may lose data.\n\nWhen that is meant: "
              + frontEnd.commandLine(goal, words.toArray(String[]::new)));
    }
  }

  /** The URL, or a refusal that says what can be given. */
  Setting requireUrl() {
    return url().orElseThrow(this::noDatabase);
  }

  private CommandException noDatabase() {
    String none = "There is no database to connect to";
    String give = "give -Dschema.url or SCHEMA_URL";
    Setting chosen = options.environment();
    if (chosen != null) {
      return CommandException.of(
          Status.INVALID,
          "%s: the environment %s of schema.yaml has no url. Write it there, or %s."
              .formatted(none, chosen.value(), give));
    }
    List<String> names =
        settings.get().environments().entrySet().stream()
            .filter(entry -> entry.getValue().url() != null)
            .map(Map.Entry::getKey)
            .toList();
    if (names.isEmpty()) {
      return CommandException.of(
          Status.INVALID,
          "%s: %s, or write it under `environments` in schema.yaml.".formatted(none, give));
    }
    String others = String.join(", ", names.subList(1, names.size()));
    return CommandException.of(
        Status.INVALID,
        "%s. Choose an environment of schema.yaml: -Dschema.environment=%s%s. Or %s."
            .formatted(none, names.get(0), others.isEmpty() ? "" : " (or " + others + ")", give));
  }

  Optional<Setting> url() {
    Optional<String> ofEnvironment = environment().map(Settings.Environment::url);
    warnOfTwo(ofEnvironment);
    return first(options.url(), ofEnvironment);
  }

  /**
   * A variable or the POM goes before the environment. Whoever chose the environment for this run
   * hardly meant that.
   */
  private void warnOfTwo(Optional<String> ofEnvironment) {
    Setting chosen = options.environment();
    Setting given = options.url();
    if (warned || chosen == null || given == null || ofEnvironment.isEmpty()) {
      return;
    }
    if (chosen.isOfCommandLine()
        && !given.isOfCommandLine()
        && !given.value().equals(ofEnvironment.get())) {
      warned = true;
      frontEnd
          .progress()
          .warn(
              "The environment %s was chosen by %s, and %s gives another database: %s is used, not %s. To use that of the environment, give none in %s."
                  .formatted(
                      chosen.value(),
                      chosen.source(),
                      given.source(),
                      Urls.withoutSecrets(given.value()),
                      Urls.withoutSecrets(ofEnvironment.get()),
                      given.source()));
    }
  }

  Optional<Setting> username() {
    return credential(options.username(), Credentials::username, Settings.Environment::username);
  }

  Optional<Setting> password() {
    return credential(options.password(), Credentials::password, Settings.Environment::password);
  }

  /** What was given; then what is kept under the server's id; then the same of the environment. */
  private Optional<Setting> credential(
      @Nullable Setting given,
      Function<Credentials, @Nullable String> ofServer,
      Function<Settings.Environment, @Nullable String> ofEnvironment) {
    Setting server = options.server();
    return Optional.ofNullable(given)
        .or(() -> Optional.ofNullable(server).flatMap(s -> kept(s, ofServer)))
        .or(() -> first(null, environment().map(ofEnvironment)))
        .or(
            () ->
                first(null, environment().map(Settings.Environment::server))
                    .flatMap(s -> kept(s, ofServer)));
  }

  private Optional<Setting> kept(Setting server, Function<Credentials, @Nullable String> part) {
    Credentials credentials =
        frontEnd
            .credentials(server.value())
            .orElseThrow(
                () ->
                    CommandException.of(
                        Status.INVALID,
                        "There is no server with the id "
                            + server.value()
                            + ", which is from "
                            + server.source()
                            + "."));
    return Optional.of(credentials)
        .map(part)
        .map(value -> new Setting(value, "the server " + server.value()));
  }

  private Optional<Setting> first(@Nullable Setting given, Optional<String> ofEnvironment) {
    if (given != null) {
      return Optional.of(given);
    }
    Setting chosen = options.environment();
    return ofEnvironment.map(
        value -> new Setting(value, "the environment " + (chosen == null ? "" : chosen.value())));
  }
}
