package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.Settings.Environment;
import io.schemachain.format.Settings.VersionTable;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.operation.Omittable;
import io.schemachain.revision.Strategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads schema.yaml. */
public final class SettingsReader {
  private final Reading reading;
  private final Fields fields;

  private SettingsReader(Fields fields) {
    this.fields = fields;
    this.reading = fields.reading();
  }

  /**
   * @return the settings, as far as they could be understood; whatever is wrong is in {@code
   *     diagnostics}
   */
  public static Settings read(SourceText source, Diagnostics diagnostics) {
    Optional<YamlNode> root = YamlTree.parse(source, diagnostics);
    Reading reading = Reading.plain(diagnostics);
    Fields fields = root.isEmpty() ? null : Fields.of(reading, root.get(), "the settings");
    return fields == null
        ? Settings.DEFAULT
        : new SettingsReader(fields).settings(SourceLocation.ofFile(source));
  }

  private Settings settings(SourceLocation location) {
    HeaderReader.format(fields, "settings file");
    Settings settings =
        new Settings(
            dialects(),
            versions(),
            versionTable(),
            defaultSchema(),
            onConnect(),
            transactionPerRun(),
            strategy(),
            TimeoutsReader.read(fields),
            NamingReader.read(fields),
            variables(),
            omit(),
            environments(),
            TargetReader.places(fields),
            TargetReader.selection(fields),
            RenameHintReader.read(fields),
            LintReader.read(fields),
            location);
    fields.finish();
    return settings;
  }

  private List<String> dialects() {
    List<String> dialects = new ArrayList<>();
    for (Scalar scalar : texts("dialects")) {
      String text = scalar.text();
      int colon = text.indexOf(':');
      String name = colon < 0 ? text : text.substring(0, colon);
      if (!Narrowing.DIALECTS.contains(name)) {
        reading.error(scalar, "'" + name + "' is not a dialect.", DialectWords.hint(name));
      } else if (colon >= 0 && !isVersion(text.substring(colon + 1))) {
        reading.error(
            scalar,
            "'" + text.substring(colon + 1) + "' is not a version.",
            "Write a dialect with its version like postgresql:14.");
      } else if (dialects.contains(text)) {
        reading.error(scalar, "'dialects' has " + text + " twice.", null);
      } else {
        dialects.add(text);
      }
    }
    return dialects;
  }

  /** Numbers with dots between them. */
  private static boolean isVersion(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')
        && !text.startsWith(".")
        && !text.endsWith(".")
        && !text.contains("..");
  }

  private List<String> versions() {
    if (fields.node("versions") == null) {
      return Settings.DEFAULT.versions();
    }
    List<String> folders = VersionFolders.read(texts("versions"), reading);
    return folders.isEmpty() ? Settings.DEFAULT.versions() : folders;
  }

  private VersionTable versionTable() {
    YamlNode node = fields.node("version_table");
    Fields table = node == null ? null : Fields.of(reading, node, "version_table");
    if (table == null) {
      return VersionTable.DEFAULT;
    }
    String name = table.name("name");
    String journal = table.name("journal");
    YamlNode schemaNode = table.node("schema");
    String schema = schemaNode == null || schemaNode.isNullScalar() ? null : table.name("schema");
    table.finish();
    VersionTable written =
        new VersionTable(
            name == null ? VersionTable.DEFAULT.name() : name,
            journal == null ? VersionTable.DEFAULT.journal() : journal,
            schema);
    if (written.name().equalsIgnoreCase(written.journal())) {
      reading.error(table.source(), "'name' and 'journal' of version_table are the same.", null);
    }
    return written;
  }

  private @Nullable String defaultSchema() {
    YamlNode node = fields.node("default_schema");
    return node == null || node.isNullScalar() ? null : fields.name("default_schema");
  }

  private List<String> onConnect() {
    List<String> statements = new ArrayList<>();
    for (Scalar scalar : texts("on_connect")) {
      if (scalar.text().isBlank()) {
        reading.error(scalar, "'on_connect' has a blank statement.", null);
      }
      statements.add(scalar.text());
    }
    return statements;
  }

  private boolean transactionPerRun() {
    YamlNode node = fields.node("transactions");
    if (node == null || (node instanceof Scalar scalar && scalar.text().equals("revision"))) {
      return false;
    }
    if (node instanceof Scalar scalar && scalar.text().equals("run")) {
      return true;
    }
    reading.error(
        node,
        "'transactions' of the settings is revision or run.",
        "revision: one transaction for each; run: one over all.");
    return false;
  }

  private Strategy strategy() {
    YamlNode node = fields.node("strategy");
    if (node == null) {
      return Settings.DEFAULT.strategy();
    }
    Optional<Strategy> strategy =
        node instanceof Scalar scalar ? Strategy.of(scalar.text()) : Optional.empty();
    if (strategy.isEmpty()) {
      reading.error(
          node,
          "'strategy' of the settings is fast or online.",
          "online: in steps that let others work, wherever the database has such; fast: as it is"
              + " written.");
    }
    return strategy.orElse(Settings.DEFAULT.strategy());
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (Entry entry : entries("variables", "a map from names to texts")) {
      String name = entry.key().text();
      if (!Variables.isName(name) || name.startsWith(EnvironmentVariables.PREFIX)) {
        reading.error(
            entry.key(),
            "'" + name + "' cannot be the name of a variable.",
            "Use letters, digits, '_', '.' and '-', a letter first, and not 'env.'.");
      } else if (entry.value() instanceof Scalar scalar && !scalar.isNull()) {
        refuseEnvironmentVariables(scalar);
        variables.put(name, scalar.text());
      } else {
        reading.error(
            entry.value(),
            "The variable '" + name + "' needs a text as its default.",
            "Write '' for an empty one.");
      }
    }
    return Collections.unmodifiableMap(variables);
  }

  private void refuseEnvironmentVariables(Scalar scalar) {
    if (scalar.text().contains("${" + EnvironmentVariables.PREFIX)) {
      reading.error(
          scalar,
          "'${env.…}' stands in the values of an environment only.",
          "Set the variable with -Dschema.var.<name>=….");
    }
  }

  private Set<Omittable> omit() {
    Map<String, Omittable> features = new LinkedHashMap<>();
    for (Omittable feature : Omittable.values()) {
      features.put(feature.word(), feature);
    }
    Set<Omittable> omit = EnumSet.noneOf(Omittable.class);
    for (Scalar scalar : texts("omit")) {
      Omittable feature = features.get(scalar.text());
      if (feature == null) {
        reading.error(
            scalar,
            "'" + scalar.text() + "' cannot be left out.",
            "What can is " + String.join(", ", features.keySet()) + ".");
      } else if (!omit.add(feature)) {
        reading.error(scalar, "'omit' has " + scalar.text() + " twice.", null);
      }
    }
    return omit;
  }

  private Map<String, Environment> environments() {
    Map<String, Environment> environments = new LinkedHashMap<>();
    for (Entry entry : entries("environments", "a map from names to environments")) {
      Fields environment = Fields.of(reading, entry.value(), "an environment");
      if (environment != null) {
        environments.put(
            entry.key().text(),
            new Environment(
                value(environment, "url"),
                value(environment, "username"),
                value(environment, "password"),
                value(environment, "server"),
                environment.flag("protected", false),
                entry.key().location()));
        environment.finish();
      }
    }
    return Collections.unmodifiableMap(environments);
  }

  private @Nullable String value(Fields environment, String key) {
    String text = environment.text(key);
    YamlNode node = environment.node(key);
    if (text != null && node != null) {
      Variables.replace(
          text,
          name -> name.startsWith(EnvironmentVariables.PREFIX) ? "" : null,
          (name, at) ->
              reading.error(
                  node,
                  "'${" + name + "}' is not possible here.",
                  "An environment takes ${env." + name + "}, a variable of the shell."));
    }
    return text;
  }

  private List<Scalar> texts(String key) {
    List<Scalar> texts = fields.texts(key);
    return texts == null ? List.of() : texts;
  }

  private List<Entry> entries(String key, String expected) {
    YamlNode node = fields.node(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof Mapping mapping) {
      return mapping.entries();
    }
    fields.wrongType(node, key, expected);
    return List.of();
  }
}
