package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.WrittenSql;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A condition on Oracle that compares with the empty text. */
public final class EmptyTextIsNullRule extends Rule {
  private static final Pattern COMPARES =
      Pattern.compile("(?:<>|!=|\\^=|=|<|>)\\s*''(?!')|(?<!')''\\s*(?:<>|!=|\\^=|=|<|>)");

  public EmptyTextIsNullRule() {
    super(
        "empty-text-is-null",
        RuleGroup.PORTABILITY,
        Level.WARNING,
        "The empty text is NULL there, so that the condition is never true, nor false.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!site.dialect().name().equals("oracle")) {
      return;
    }
    List<String> texts = new ArrayList<>(WrittenSql.withoutStrings(site));
    for (String sql : site.rawStatements()) {
      texts.add(
          sql.substring(
              sql.contains(" where ")
                  ? sql.indexOf(" where ")
                  : sql.length())); // In front of it = sets a column.
    }
    if (texts.stream().anyMatch(sql -> COMPARES.matcher(sql).find())) {
      report
          .at(site, "A comparison with '' is neither true nor false on Oracle.")
          .fix("Write `IS NULL` or `IS NOT NULL` for Oracle, in a map by dialect.");
    }
  }
}
