package io.schemachain.format;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.format.YamlNode.Entry;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.model.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads hints about former names: {@code renamed_from} of the settings, and of a command line. */
public final class RenameHintReader {
  private static final String IN_SETTINGS =
      "A name with a comma or an equals sign is written in schema.yaml, under `renamed_from`.";

  private RenameHintReader() {}

  static List<RenameHint> read(Fields settings) {
    YamlNode node = settings.node(FormerNames.KEY);
    if (node != null && !(node instanceof Mapping)) {
      settings.wrongType(node, FormerNames.KEY, "a map from names to former names");
    }
    List<RenameHint> hints = new ArrayList<>();
    for (Entry entry : node instanceof Mapping map ? map.entries() : List.<Entry>of()) {
      if (entry.value() instanceof Scalar former) {
        add(
            new RenameHint(
                entry.key().text(),
                former.isNull() ? Optional.empty() : Optional.of(former.text()),
                entry.key().location()),
            "null",
            hints,
            settings.reading());
      } else {
        settings
            .reading()
            .error(
                entry.value(),
                "The former name of '"
                    + entry.key().text()
                    + "' is a text, not "
                    + entry.value().words()
                    + ".",
                "Write it like users.phone_number: phone, and null for a part that is new.");
      }
    }
    return hints;
  }

  /**
   * @param property for positions: {@code -Dschema.renamedFrom}
   * @param text such as {@code accounts=users,users.phone=}: nothing behind a sign means new
   */
  public static List<RenameHint> parse(String property, String text, Diagnostics diagnostics) {
    SourceText source = new SourceText(property, text);
    Reading reading = Reading.plain(diagnostics);
    List<RenameHint> hints = new ArrayList<>();
    int start = 0;
    for (String item : text.split(",", -1)) {
      SourceLocation location = new SourceLocation(source, 1, start + 1);
      start += item.length() + 1;
      int sign = item.indexOf('=');
      if (sign < 0) {
        String word = item.strip();
        reading.error(
            location,
            word.isEmpty()
                ? "Nothing stands before or behind this comma."
                : "'" + word + "' does not say what it was called.",
            "Write users.phone_number=phone, and users.phone_number= for a new part. "
                + IN_SETTINGS);
      } else if (sign != item.lastIndexOf('=')) {
        reading.error(location, "'" + item.strip() + "' has two equals signs.", IN_SETTINGS);
      } else {
        String former = item.substring(sign + 1).strip();
        add(
            new RenameHint(
                item.substring(0, sign).strip(),
                former.isEmpty() ? Optional.empty() : Optional.of(former),
                location),
            "nothing",
            hints,
            reading);
      }
    }
    return hints;
  }

  private static void add(
      RenameHint hint, String wordForNew, List<RenameHint> hints, Reading reading) {
    String former = hint.former().orElse(null);
    if (hint.name().isEmpty() || Names.hasControl(hint.name())) {
      reading.error(
          hint.location(),
          hint.name().isEmpty()
              ? "The table or column that was renamed has an empty name."
              : "The name of what was renamed contains a control character.",
          "Name it as it is called now, such as users.phone_number.");
    } else if (former != null && (former.isEmpty() || Names.hasControl(former))) {
      reading.error(
          hint.location(),
          former.isEmpty()
              ? "The former name of '" + hint.name() + "' is empty."
              : "The former name of '" + hint.name() + "' contains a control character.",
          "Write the name that it had, or " + wordForNew + " for a part that is new.");
    } else if (hints.stream().anyMatch(other -> other.name().equals(hint.name()))) {
      reading.error(hint.location(), "'" + hint.name() + "' is named twice.", "Leave one.");
    } else {
      hints.add(hint);
    }
  }
}
