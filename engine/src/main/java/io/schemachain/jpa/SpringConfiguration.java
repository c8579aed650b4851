package io.schemachain.jpa;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.Located;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a Spring Boot application would find in its own files: profiles, precedence, keys in any of
 * the spellings that Spring takes, and placeholders.
 */
final class SpringConfiguration {
  private static final List<String> ON_PROFILE =
      List.of("spring.config.activate.on-profile", "spring.profiles");
  private static final String INCLUDE = "spring.profiles.include";
  private static final int DEEPEST = 20;

  private final UnaryOperator<@Nullable String> environment;
  private final Diagnostics diagnostics;

  /** By the key in its one spelling. */
  private final Map<String, Said> said = new LinkedHashMap<>();

  private SpringConfiguration(
      UnaryOperator<@Nullable String> environment, Diagnostics diagnostics) {
    this.environment = environment;
    this.diagnostics = diagnostics;
  }

  /** A key as it was written, and its value with its placeholders. */
  private record Said(String key, Located<String> value) {}

  /**
   * @param environment the variables of the environment
   * @param diagnostics takes files that cannot be read, and placeholders without a value
   */
  static SpringConfiguration read(
      ClassPath classPath, UnaryOperator<@Nullable String> environment, Diagnostics diagnostics) {
    List<Map<String, Located<String>>> common = SpringFiles.read(classPath, "", diagnostics);
    SpringConfiguration always = new SpringConfiguration(environment, diagnostics);
    Set<String> included = new LinkedHashSet<>();
    for (Map<String, Located<String>> document : common) {
      if (onProfile(document).isEmpty()) {
        always.add(document);
        always.list(INCLUDE).forEach(profile -> included.add(profile.value()));
      }
    }
    List<String> profiles = always.activeProfiles(included);

    SpringConfiguration all = new SpringConfiguration(environment, diagnostics);
    common.stream().filter(document -> all.isActive(document, profiles)).forEach(all::add);
    for (String profile : profiles) {
      SpringFiles.read(classPath, "-" + profile, diagnostics).stream()
          .filter(document -> all.isActive(document, profiles))
          .forEach(all::add);
    }
    return all;
  }

  /** What a Quarkus application finds, which has its profiles in the keys: those without one. */
  static SpringConfiguration ofQuarkus(
      ClassPath classPath, UnaryOperator<@Nullable String> environment, Diagnostics diagnostics) {
    SpringConfiguration all = new SpringConfiguration(environment, diagnostics);
    all.add(SpringFiles.ofQuarkus(classPath, diagnostics));
    return all;
  }

  private void add(Map<String, Located<String>> document) {
    document.forEach((key, value) -> said.put(spelled(key), new Said(key, value)));
  }

  /** Dashes, underscores and the case of letters make no other key. */
  private static String spelled(String key) {
    return key.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(".[", "[");
  }

  // Profiles

  /** Those that are included come first, and are weaker. */
  private List<String> activeProfiles(Set<String> included) {
    Set<String> profiles = new LinkedHashSet<>(included);
    list("spring.profiles.active").forEach(profile -> profiles.add(profile.value()));
    return profiles.isEmpty() ? List.of("default") : List.copyOf(profiles);
  }

  private static Optional<Located<String>> onProfile(Map<String, Located<String>> document) {
    return document.entrySet().stream()
        .filter(
            entry ->
                ON_PROFILE.stream()
                    .map(SpringConfiguration::spelled)
                    .anyMatch(spelled(entry.getKey().replaceFirst("\\[\\d+]$", ""))::equals))
        .map(Map.Entry::getValue)
        .reduce((one, other) -> new Located<>(one.value() + "," + other.value(), one.location()));
  }

  /**
   * {@code prod, !dev & cloud | local}: any of a list, of alternatives, of which all parts hold.
   */
  private boolean isActive(Map<String, Located<String>> document, List<String> profiles) {
    Optional<Located<String>> condition = onProfile(document);
    if (condition.isEmpty()) {
      return true;
    }
    String text = condition.get().value();
    if (text.indexOf('(') >= 0) {
      if (document.keySet().stream().anyMatch(key -> spelled(key).startsWith("spring.jpa."))) {
        diagnostics.error(
            condition.get().location(),
            "Schemachain does not read conditions with brackets: " + text,
            "Say in the target which naming strategies it has, under `naming`.");
      }
      return false;
    }
    return Stream.of(text.split("[,|]"))
        .anyMatch(
            all ->
                Stream.of(all.split("&"))
                    .map(String::strip)
                    .allMatch(
                        one ->
                            one.startsWith("!")
                                ? !profiles.contains(one.substring(1).strip())
                                : profiles.contains(one)));
  }

  // Values

  /** The value of a key, its placeholders replaced; nothing if it is absent or empty. */
  Optional<Located<String>> get(String key) {
    return inEnvironment(key)
        .or(() -> Optional.ofNullable(said.get(spelled(key))).map(Said::value))
        .map(this::resolved)
        .filter(value -> !value.value().isBlank());
  }

  /** Of a dash in a key the name of a variable has nothing, or an underscore. */
  private Optional<Located<String>> inEnvironment(String key) {
    return Stream.of(variable(key), variable(key.replace('-', '_')))
        .distinct()
        .flatMap(
            name ->
                Stream.ofNullable(environment.apply(name))
                    .filter(value -> !value.isBlank())
                    .map(value -> new Located<>(value, placeOf(name, value))))
        .findFirst();
  }

  private static SourceLocation placeOf(String variable, String value) {
    return SourceLocation.ofFile(new SourceText("environment variable " + variable, value));
  }

  /** A list, written as one or with commas between. */
  List<Located<String>> list(String key) {
    List<Located<String>> items = new ArrayList<>();
    boolean isInFiles = inEnvironment(key).isEmpty();
    for (int i = 0; isInFiles && said.containsKey(spelled(key + "[" + i + "]")); i++) {
      get(key + "[" + i + "]").ifPresent(items::add);
    }
    if (items.isEmpty()) {
      get(key)
          .ifPresent(
              value ->
                  words(value.value())
                      .forEach(word -> items.add(new Located<>(word, value.location()))));
    }
    return items;
  }

  private static List<String> words(String list) {
    return Stream.of(list.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
  }

  /** The keys below another as they were written, without it. */
  Map<String, Located<String>> below(String key) {
    Map<String, Located<String>> below = new LinkedHashMap<>();
    int parts = key.split("\\.").length;
    said.forEach(
        (spelled, found) -> {
          if (spelled.startsWith(spelled(key) + ".") || spelled.startsWith(spelled(key) + "[")) {
            below.put(rest(found.key(), parts), found.value());
          }
        });
    return below;
  }

  private static String rest(String key, int parts) {
    int at = 0;
    for (int part = 0; part < parts; part++) {
      int dot = key.indexOf('.', at);
      int bracket = key.indexOf('[', at);
      at = dot >= 0 && (bracket < 0 || dot < bracket) ? dot + 1 : bracket;
    }
    String rest = key.substring(at);
    return rest.startsWith("[") && rest.endsWith("]") ? rest.substring(1, rest.length() - 1) : rest;
  }

  /** With {@code ${name:otherwise}} replaced; empty after an error. */
  Located<String> resolved(Located<String> value) {
    int before = diagnostics.all().size();
    String text = resolved(value.value(), value, 0);
    return new Located<>(diagnostics.all().size() == before ? text : "", value.location());
  }

  private String resolved(String text, Located<String> origin, int depth) {
    int start = text.indexOf("${");
    int end = start < 0 ? -1 : end(text, start + 2);
    if (end < 0) {
      return text;
    }
    String inside = resolved(text.substring(start + 2, end), origin, depth + 1);
    int colon = inside.indexOf(':');
    String name = colon < 0 ? inside : inside.substring(0, colon);
    String found = depth > DEEPEST ? null : value(name);
    if (found == null && colon < 0) {
      diagnostics.error(
          origin.location(),
          "Nothing says what ${" + name + "} is.",
          "Set the environment variable "
              + variable(name)
              + ", or say in the target what this is for, under `naming` or `properties`.");
    }
    String put =
        found != null
            ? resolved(found, origin, depth + 1)
            : colon < 0 ? "" : inside.substring(colon + 1);
    return text.substring(0, start) + put + resolved(text.substring(end + 1), origin, depth);
  }

  /** Where the bracket is that closes one; those of placeholders within are theirs. */
  private static int end(String text, int from) {
    int open = 1;
    for (int i = from; i < text.length(); i++) {
      if (text.startsWith("${", i)) {
        open++;
      } else if (text.charAt(i) == '}' && --open == 0) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable String value(String name) {
    String exact = environment.apply(name);
    String upper = exact == null ? environment.apply(variable(name)) : exact;
    if (upper != null) {
      return upper;
    }
    Said found = said.get(spelled(name));
    return found == null ? null : found.value().value();
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
  }
}
