package io.schemachain.format;

import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.Suggestions;
import io.schemachain.format.Selection.Rule;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Sequence;
import io.schemachain.model.ObjectKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the settings say of comparisons: where the target is, and what is looked at. */
final class TargetReader {
  private static final Map<String, ObjectKind> KINDS = kinds();

  private TargetReader() {}

  private static Map<String, ObjectKind> kinds() {
    Map<String, ObjectKind> kinds = new LinkedHashMap<>();
    for (ObjectKind kind :
        List.of(
            ObjectKind.TABLE,
            ObjectKind.SEQUENCE,
            ObjectKind.TYPE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.TRIGGER,
            ObjectKind.SCHEMA,
            ObjectKind.EXTENSION)) {
      kinds.put(kind.words().replace(' ', '_'), kind);
    }
    return kinds;
  }

  /** {@code target}: a list of maps with one key each. */
  static List<TargetPlace> places(Fields settings) {
    List<TargetPlace> places = new ArrayList<>();
    Set<String> environments = environments(settings);
    YamlNode node = settings.node("target");
    if (node instanceof Sequence list && list.items().isEmpty()) {
      settings
          .reading()
          .error(
              node,
              "'target' of the settings is an empty list.",
              "Name a place, or remove the key: then it is the folder `model`.");
    }
    for (YamlNode item : items(settings, "target")) {
      TargetPlace place = place(settings.reading(), item, environments);
      if (place == null) {
        continue;
      }
      if (places.stream().map(TargetPlace::words).anyMatch(place.words()::equals)) {
        settings
            .reading()
            .error(place.location(), "'target' has " + place.words() + " twice.", null);
      } else {
        places.add(place);
      }
    }
    return places;
  }

  private static @Nullable TargetPlace place(
      Reading reading, YamlNode item, Set<String> environments) {
    if (!(item instanceof Mapping mapping) || mapping.entries().size() != 1) {
      reading.error(
          item,
          "A target is a map with one key: " + String.join(", ", TargetPlace.WORDS) + ".",
          "Write for example `- sql: sql/schema.sql`.");
      return null;
    }
    Entry entry = mapping.entries().get(0);
    String word = entry.key().text();
    Fields fields = new Fields(reading, mapping, "a target");
    SourceLocation location = entry.value().location();
    return switch (word) {
      case TargetPlace.MODEL -> {
        String path = path(fields, word, location);
        yield path == null ? null : new TargetPlace.Model(path, location);
      }
      case TargetPlace.SQL -> {
        String path = path(fields, word, location);
        yield path == null ? null : new TargetPlace.Sql(path, location);
      }
      case TargetPlace.DATABASE -> {
        String environment = environment(fields, word, location, environments);
        yield environment == null ? null : new TargetPlace.Database(environment, location);
      }
      case TargetPlace.JPA -> {
        EntityModel model = EntityModelReader.read(reading, entry.value());
        yield model == null ? null : new TargetPlace.Jpa(model, location);
      }
      default -> {
        reading.error(
            entry.key(),
            "There is no target '" + word + "'.",
            Suggestions.didYouMean(word, TargetPlace.WORDS)
                .orElse("There is " + String.join(", ", TargetPlace.WORDS) + "."));
        yield null;
      }
    };
  }

  private static Set<String> environments(Fields settings) {
    Set<String> names = new LinkedHashSet<>();
    if (settings.node("environments") instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> names.add(entry.key().text()));
    }
    return names;
  }

  private static @Nullable String path(Fields fields, String word, SourceLocation location) {
    String text = fields.requiredText(word);
    if (text != null && !isPath(text)) {
      fields
          .reading()
          .error(
              location,
              "'" + text + "' is not a path from the schema folder.",
              "Write it with forward slashes, none at its ends: sql/schema.sql");
      return null;
    }
    return text;
  }

  private static @Nullable String environment(
      Fields fields, String word, SourceLocation location, Set<String> environments) {
    String text = fields.requiredText(word);
    if (text != null && !environments.contains(text)) {
      fields
          .reading()
          .error(
              location,
              "There is no environment '" + text + "'.",
              Suggestions.didYouMean(text, environments)
                  .orElse("Add it under `environments`, with its URL."));
      return null;
    }
    return text;
  }

  /** Relative and the same on every machine; it may lead out of the schema folder. */
  private static boolean isPath(String path) {
    return !path.isBlank()
        && path.indexOf('\\') < 0
        && path.indexOf(':') < 0
        && path.indexOf('$') < 0
        && Arrays.stream(path.split("/", -1)).noneMatch(part -> part.isEmpty() || part.equals("."));
  }

  /** {@code include} and {@code exclude}: lists of rules. */
  static Selection selection(Fields settings) {
    return new Selection(rules(settings, "include"), rules(settings, "exclude"));
  }

  private static List<Rule> rules(Fields settings, String key) {
    Reading reading = settings.reading();
    List<Rule> rules = new ArrayList<>();
    for (YamlNode item : items(settings, key)) {
      Fields fields =
          Fields.of(reading, item, "a rule of '" + key + "'", "Write for example {name: 'tmp_*'}.");
      if (fields == null) {
        continue;
      }
      int before = reading.errors();
      YamlNode kindNode = fields.node("kind");
      String kind = fields.text("kind");
      String schema = fields.name("schema");
      String name = fields.name("name");
      fields.finish();
      if (reading.errors() != before) {
        continue;
      }
      if (kind != null && kindNode != null && !KINDS.containsKey(kind)) {
        reading.error(
            kindNode,
            "There is no kind '" + kind + "'.",
            Suggestions.didYouMean(kind, KINDS.keySet())
                .orElse("The kinds are " + String.join(", ", KINDS.keySet()) + "."));
      } else if (kind == null && schema == null && name == null) {
        reading.error(
            item,
            "This rule of '" + key + "' says nothing.",
            "Give it 'kind', 'schema' or 'name', such as {name: 'tmp_*'}.");
      } else {
        rules.add(new Rule(kind == null ? null : KINDS.get(kind), schema, name));
      }
    }
    return rules;
  }

  private static List<YamlNode> items(Fields settings, String key) {
    YamlNode node = settings.node(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof Sequence list) {
      return list.items();
    }
    settings
        .reading()
        .error(
            node,
            "'" + key + "' of the settings is a list, not " + node.words() + ".",
            node.isNullScalar()
                ? "Give it a value, or remove the key."
                : "Begin each of its items with '- '.");
    return List.of();
  }
}
