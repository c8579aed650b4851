package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.operation.CreateFunction;
import io.schemachain.operation.CreateProcedure;
import java.util.List;
import java.util.regex.Pattern;

/** A function has the rights of its owner, and looks for names where the caller says. */
public final class SecurityDefinerRule extends Rule {
  private static final Pattern DEFINER = Pattern.compile("(?is)\\bsecurity\\s+definer\\b");
  private static final Pattern PATH = Pattern.compile("(?is)\\bset\\s+search_path\\b");

  public SecurityDefinerRule() {
    super(
        "security-definer",
        RuleGroup.COMPATIBILITY,
        Level.WARNING,
        "A caller who can create a table or a function in a schema of the search path runs its own"
            + " code with the rights of the owner.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!site.dialect().name().equals("postgresql")) {
      return;
    }
    for (String sql : texts(site)) {
      if (DEFINER.matcher(sql).find() && !PATH.matcher(sql).find()) {
        report
            .at(site, "SECURITY DEFINER without a search path of its own.")
            .fix("Add `SET search_path = pg_catalog, pg_temp` and the schema that it is for.");
      }
    }
  }

  private static List<String> texts(OperationSite site) {
    if (site.operation() instanceof CreateFunction create) {
      return List.of(create.function().sql());
    }
    if (site.operation() instanceof CreateProcedure create) {
      return List.of(create.procedure().sql());
    }
    return site.rawStatements().stream()
        .filter(sql -> sql.matches("(?s)(?:create|alter) .*"))
        .toList();
  }
}
