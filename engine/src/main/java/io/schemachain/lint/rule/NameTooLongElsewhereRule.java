package io.schemachain.lint.rule;

import io.schemachain.dialect.Dialects;
import io.schemachain.lint.DefinedName;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.List;

/** A name that another database would cut or refuse. */
public final class NameTooLongElsewhereRule extends Rule {
  public NameTooLongElsewhereRule() {
    super(
        "name-too-long-elsewhere",
        RuleGroup.NAMING,
        Level.OFF,
        "On the day the project moves there the chain cannot be run.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    for (DefinedName named : DefinedName.of(site)) {
      List<String> others =
          Dialects.ALL.stream()
              .filter(dialect -> dialect.identifiers().isTooLong(named.name()))
              .map(dialect -> dialect.displayName() + " (" + dialect.identifiers().limit() + ")")
              .toList();
      if (!others.isEmpty()) {
        report
            .at(site, "The " + named + " is too long for " + String.join(", ", others) + ".")
            .fix("Shorten it.");
      }
    }
  }
}
