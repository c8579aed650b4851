package io.schemachain.format;

import io.schemachain.format.EntityModel.Naming;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the target {@code jpa} of the settings: a package, or a map. */
final class EntityModelReader {
  private static final String WHAT = "a target jpa";

  private final Reading reading;

  private EntityModelReader(Reading reading) {
    this.reading = reading;
  }

  /** Null after an error. */
  static @Nullable EntityModel read(Reading reading, YamlNode node) {
    EntityModelReader reader = new EntityModelReader(reading);
    if (node instanceof Scalar scalar && !scalar.isNull()) {
      String name = reader.packageName(scalar);
      return name == null ? null : new EntityModel(List.of(name), null, Naming.UNSAID, Map.of());
    }
    if (node instanceof Mapping mapping) {
      return reader.read(new Fields(reading, mapping, WHAT));
    }
    reading.error(
        node,
        "A target jpa is a package or a map, not " + node.words() + ".",
        "Write for example `- jpa: com.example.blog` or `- jpa: {packages: [com.example.blog]}`.");
    return null;
  }

  private @Nullable EntityModel read(Fields fields) {
    int before = reading.errors();
    List<String> packages = packages(fields);
    String unit = unit(fields);
    Naming naming = naming(fields);
    Map<String, String> properties = properties(fields);
    fields.finish();
    if (!fields.has("packages") && !fields.has("unit")) {
      reading.error(
          fields.source(),
          "A target jpa needs 'packages' or 'unit'.",
          "Write for example {packages: [com.example.blog]}.");
    }
    return reading.errors() == before
        ? reading.build(fields.source(), () -> new EntityModel(packages, unit, naming, properties))
        : null;
  }

  private List<String> packages(Fields fields) {
    List<String> packages = new ArrayList<>();
    List<Scalar> texts = fields.texts("packages");
    YamlNode node = fields.node("packages");
    if (texts != null && texts.isEmpty() && node != null) {
      reading.error(node, "'packages' of a target jpa is empty.", "Name at least one.");
    }
    for (Scalar scalar : texts == null ? List.<Scalar>of() : texts) {
      String name = packageName(scalar);
      if (name != null && packages.contains(name)) {
        reading.error(scalar, "'packages' of a target jpa has " + name + " twice.", null);
      } else if (name != null) {
        packages.add(name);
      }
    }
    return packages;
  }

  private @Nullable String packageName(Scalar scalar) {
    return reading.build(scalar, () -> EntityModel.requirePackage(scalar.text()));
  }

  private @Nullable String unit(Fields fields) {
    String unit = fields.text("unit");
    YamlNode node = fields.node("unit");
    if (node != null && fields.has("packages")) {
      reading.error(
          node,
          "A target jpa has 'packages' or 'unit', not both.",
          "A unit lists its classes itself, in META-INF/persistence.xml.");
    } else if (node != null && unit != null && unit.isBlank()) {
      reading.error(node, "'unit' of a target jpa is blank.", null);
    }
    return unit;
  }

  private Naming naming(Fields fields) {
    YamlNode node = fields.node("naming");
    Fields naming =
        node == null
            ? null
            : Fields.of(
                reading, node, "'naming' of a target jpa", "Write {physical: <the class>}.");
    if (naming == null) {
      return Naming.UNSAID;
    }
    String physical = className(naming, "physical");
    String implicit = className(naming, "implicit");
    naming.finish();
    return new Naming(physical, implicit);
  }

  private @Nullable String className(Fields naming, String key) {
    String text = naming.text(key);
    YamlNode node = naming.node(key);
    return text == null || node == null
        ? null
        : reading.build(node, () -> EntityModel.requireClass(text));
  }

  private Map<String, String> properties(Fields fields) {
    YamlNode node = fields.node("properties");
    if (node != null && !(node instanceof Mapping)) {
      fields.wrongType(node, "properties", "a map from names to texts");
    }
    Map<String, String> properties = new LinkedHashMap<>();
    for (Entry entry : node instanceof Mapping map ? map.entries() : List.<Entry>of()) {
      property(entry, properties);
    }
    return properties;
  }

  private void property(Entry entry, Map<String, String> properties) {
    String name = entry.key().text();
    if (!(entry.value() instanceof Scalar value) || value.isNull()) {
      reading.error(
          entry.value(),
          "The property '" + name + "' is a text, not " + entry.value().words() + ".",
          entry.value() instanceof Mapping
              ? "Write its name in one piece, such as hibernate.globally_quoted_identifiers."
              : "Write '' for an empty one.");
      return;
    }
    if (value.text().contains("${")) {
      reading.error(
          value, "'properties' of a target jpa has no variables.", "Write the value itself.");
    }
    reading.build(
        entry.key(),
        () -> {
          EntityModel.requireProperty(name);
          return properties.put(name, value.text());
        });
  }
}
