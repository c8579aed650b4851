package io.schemachain.maven;

import static io.schemachain.maven.MavenContext.PREFIX;

import io.schemachain.diagnostic.Suggestions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The properties that the goals have, and what to do with one that none has. */
final class PropertyNames {
  /** Maps: any name may follow. */
  private static final List<String> MAPS = List.of("jdbc", "var");

  /** So that {@code schema.user} and {@code schema.dir} are slips, and {@code schema.x} is not. */
  private static final int SHORTEST_ABBREVIATION = 3;

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{schema\\.([^}]+)}");

  private PropertyNames() {}

  /** The parameters of a goal that have a property: field name to name after {@code schema.}. */
  static Map<String, String> of(MojoDescriptor goal) {
    Map<String, String> names = new LinkedHashMap<>();
    PlexusConfiguration configuration = goal.getMojoConfiguration();
    for (PlexusConfiguration parameter : configuration.getChildren()) {
      Matcher matcher = EXPRESSION.matcher(String.valueOf(parameter.getValue(null)));
      if (matcher.matches()) {
        names.put(parameter.getName(), matcher.group(1));
      }
    }
    return names;
  }

  /** Refuses a property that looks like a slip; of any other unknown one it warns, once a build. */
  static void check(MavenContext maven, Log log) {
    Set<String> known = new TreeSet<>();
    maven
        .execution()
        .getMojoDescriptor()
        .getPluginDescriptor()
        .getMojos()
        .forEach(goal -> known.addAll(of(goal).values()));
    Set<String> given = new TreeSet<>();
    for (String name : maven.session().getUserProperties().stringPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        given.add(name.substring(PREFIX.length()));
      }
    }
    for (String name : given) {
      if (isKnown(name, known)) {
        continue;
      }
      Optional<String> meant = resembled(name, known);
      if (meant.isPresent()) {
        throw GoalException.wrongInput(
            "There is no property %s%s. Did you mean -D%s%s?"
                .formatted(PREFIX, name, PREFIX, meant.get()));
      }
      String key = PropertyNames.class.getName() + "/" + name;
      if (maven.session().getRepositorySession().getData().set(key, null, true)) {
        log.warn("No goal of this plugin has a property " + PREFIX + name + ".");
      }
    }
  }

  private static boolean isKnown(String name, Set<String> known) {
    return known.contains(name)
        || MAPS.stream().anyMatch(m -> name.startsWith(m + ".") && name.length() > m.length() + 1);
  }

  static Optional<String> resembled(String name, Collection<String> known) {
    int dot = name.indexOf('.');
    if (dot > 0) {
      return Suggestions.nearest(name.substring(0, dot), MAPS).map(m -> m + name.substring(dot));
    }
    if (MAPS.contains(name)) {
      return Optional.of(name + ".<name>");
    }
    Optional<String> nearest = Suggestions.nearest(name, known);
    return nearest.isPresent() || name.length() < SHORTEST_ABBREVIATION
        ? nearest
        : known.stream().filter(candidate -> candidate.startsWith(name)).findFirst();
  }
}
