package io.schemachain.lint.rule;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.RawText;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.regex.Pattern;

/** Raw SQL gives a right to everybody. */
public final class GrantToPublicRule extends Rule {
  private static final Pattern GRANTS =
      Pattern.compile(
          "^(?:alter default privileges\\b.* )?grant\\b.* to (?:.* , )?(?:public|\\[public\\])(?:"
              + " |$|,)");

  /** MariaDB takes it for an account before. */
  private static final DatabaseVersion ROLE_SINCE = DatabaseVersion.of(10, 11);

  public GrantToPublicRule() {
    super(
        "grant-to-public",
        RuleGroup.COMPATIBILITY,
        Level.WARNING,
        "Each role that can connect has it from now on, also those of other programs and those that"
            + " are made later.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    boolean hasPublic =
        !site.isOn("mysql", "sqlite")
            && (!site.dialect().name().equals("mariadb")
                || site.dialect().version().compareTo(ROLE_SINCE) >= 0);
    RawText.find(site, GRANTS)
        .filter(found -> hasPublic)
        .ifPresent(
            found ->
                report
                    .at(site, "Everybody who can connect gets a right.")
                    .fix("Grant it to the role that needs it."));
  }
}
