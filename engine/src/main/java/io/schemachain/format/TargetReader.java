package io.schemachain.format;

import io.schemachain.diagnostic.Suggestions;
import io.schemachain.format.Selection.Rule;
import io.schemachain.format.Settings.TargetPlace;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Sequence;
import io.schemachain.model.ObjectKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    for (YamlNode item : items(settings, "target")) {
      TargetPlace place = place(settings.reading(), item);
      if (place != null) {
        places.add(place);
      }
    }
    return places;
  }

  private static @Nullable TargetPlace place(Reading reading, YamlNode item) {
    List<String> words = new ArrayList<>();
    for (TargetPlace.Kind kind : TargetPlace.Kind.values()) {
      words.add(kind.word());
    }
    if (!(item instanceof Mapping mapping) || mapping.entries().size() != 1) {
      reading.error(
          item,
          "A target is a map with one key: " + String.join(", ", words) + ".",
          "Write for example `- sql: sql/schema.sql`.");
      return null;
    }
    Entry entry = mapping.entries().get(0);
    String word = entry.key().text();
    int index = words.indexOf(word);
    if (index < 0) {
      reading.error(
          entry.key(),
          "There is no target '" + word + "'.",
          Suggestions.didYouMean(word, words).orElse("There is " + String.join(", ", words) + "."));
      return null;
    }
    Fields fields = new Fields(reading, mapping, "a target");
    String place = fields.requiredText(word);
    return place == null
        ? null
        : new TargetPlace(TargetPlace.Kind.values()[index], place, entry.value().location());
  }

  /** {@code include} and {@code exclude}: lists of rules. */
  static Selection selection(Fields settings) {
    return new Selection(rules(settings, "include"), rules(settings, "exclude"));
  }

  private static List<Rule> rules(Fields settings, String key) {
    Reading reading = settings.reading();
    List<Rule> rules = new ArrayList<>();
    for (YamlNode item : items(settings, key)) {
      Fields fields = Fields.of(reading, item, "a rule of '" + key + "'");
      if (fields == null) {
        continue;
      }
      YamlNode kindNode = fields.node("kind");
      String kind = fields.text("kind");
      String schema = fields.text("schema");
      String name = fields.text("name");
      fields.finish();
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
    settings.wrongType(node, key, "a list");
    return List.of();
  }
}
