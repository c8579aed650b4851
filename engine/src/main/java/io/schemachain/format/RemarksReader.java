package io.schemachain.format;

import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.revision.Remarks;
import io.schemachain.revision.Strategy;
import io.schemachain.revision.Suppression;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what an operation, or a revision, says beside what it does. */
final class RemarksReader {
  private final Reading reading;

  RemarksReader(Reading reading) {
    this.reading = reading;
  }

  /** Those of an operation; its strategy may differ by dialect. */
  Remarks of(Fields fields) {
    List<Suppression> suppressions = suppressions(fields);
    Strategy strategy = strategy(fields);
    return new Remarks(strategy, suppressions);
  }

  private @Nullable Strategy strategy(Fields fields) {
    String word = fields.textByDialect("strategy");
    if (word == null) {
      return null;
    }
    return Strategy.of(word)
        .orElseGet(
            () -> {
              YamlNode node = fields.node("strategy");
              reading.error(
                  node == null ? fields.source() : node,
                  "'" + word + "' is not a strategy.",
                  "Write fast, for one statement, or online, for steps that let others work.");
              return null;
            });
  }

  /** The findings that are accepted, by slug, with a reason. */
  List<Suppression> suppressions(Fields fields) {
    List<YamlNode> nodes = fields.list("suppress");
    List<Suppression> suppressions = new ArrayList<>();
    for (YamlNode node : nodes == null ? List.<YamlNode>of() : nodes) {
      Fields written =
          Fields.of(
              reading,
              node,
              "a suppression",
              "Write {rule: drop-column, reason: nobody reads it since May}.");
      if (written != null) {
        Suppression suppression = suppression(written);
        if (suppression != null) {
          suppressions.add(suppression);
        }
      }
    }
    return suppressions;
  }

  private @Nullable Suppression suppression(Fields fields) {
    YamlNode rule = fields.required("rule");
    String slug = fields.text("rule");
    String reason = fields.requiredText("reason");
    int before = reading.errors();
    LocalDate until = until(fields);
    fields.finish();
    if (rule == null || slug == null || reason == null || reading.errors() > before) {
      return null;
    }
    if (reason.isBlank()) {
      reading.error(rule, "The suppression of " + slug + " needs a reason.", "Say for people why.");
      return null;
    }
    return new Suppression(slug, reason, until, rule.location());
  }

  private @Nullable LocalDate until(Fields fields) {
    YamlNode node = fields.node("until");
    String text = fields.text("until");
    if (text == null || node == null || (node instanceof Scalar scalar && scalar.isNull())) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      reading.error(node, "'" + text + "' is not a day.", "Write it like 2027-01-31.");
      return null;
    }
  }
}
