package io.schemachain.lint.rule;

import io.schemachain.lint.DefinedName;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.Map;
import java.util.regex.Pattern;

/** A name that is not as the settings want it. */
public final class NamePatternRule extends Rule {
  public NamePatternRule() {
    super(
        "name-pattern",
        RuleGroup.NAMING,
        Level.WARNING,
        "The team has agreed on how things are called.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Map<String, Pattern> patterns = site.revision().settings().names();
    if (patterns.isEmpty()) {
      return;
    }
    for (DefinedName named : DefinedName.of(site)) {
      Pattern pattern = patterns.get(named.kind());
      if (pattern != null && !pattern.matcher(named.name()).matches()) {
        report
            .at(site, "The " + named + " is not like `" + pattern.pattern() + "`.")
            .fix("Give it another name while nobody knows this one.");
      }
    }
  }
}
