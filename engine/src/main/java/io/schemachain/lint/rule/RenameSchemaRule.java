package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.RawText;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.regex.Pattern;

/** Raw SQL gives a schema another name. */
public final class RenameSchemaRule extends Rule {
  private static final Pattern RENAMES = Pattern.compile("^alter schema .* rename to\\b");

  public RenameSchemaRule() {
    super(
        "rename-schema",
        RuleGroup.COMPATIBILITY,
        Level.WARNING,
        "Each program that names the old one fails, and so does each revision that names it.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    RawText.find(site, RENAMES)
        .ifPresent(
            found ->
                report
                    .at(site, "A schema gets another name: `" + found.group() + " …`.")
                    .fix(
                        "Create the new schema with views of the tables in it, and move the"
                            + " programs first."));
  }
}
