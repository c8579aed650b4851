package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.RawText;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Raw SQL waits for locks without end, or for long. */
public final class LockTimeoutOffRule extends Rule {
  private static final Map<String, Pattern> WAITS =
      Map.of(
          "postgresql",
              Pattern.compile(
                  "^(?:set (?:session |local )?|reset )lock_timeout(?: (?:=|to) ('[^']*'|\\S+))?"),
          "mysql", Pattern.compile("^set\\b.*\\b(?:innodb_)?lock_wait_timeout = (\\S+)"),
          "mariadb", Pattern.compile("^set\\b.*\\b(?:innodb_)?lock_wait_timeout = (\\S+)"),
          "oracle", Pattern.compile("^alter session set ddl_lock_timeout = (\\S+)"),
          "sqlserver", Pattern.compile("^set lock_timeout (- ?\\d+|\\d+)"));
  private static final Pattern DURATION = Pattern.compile("'?(\\d+) ?(us|ms|s|min|h|d)?'?");
  private static final long LONG_SECONDS = 60;

  public LockTimeoutOffRule() {
    super(
        "lock-timeout-off",
        RuleGroup.TRANSACTIONS,
        Level.WARNING,
        "A statement that waits for a lock on a table keeps all waiting that come behind it, those"
            + " that only read as well.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Pattern waits = WAITS.get(site.dialect().name());
    if (waits == null) {
      return;
    }
    RawText.find(site, waits)
        .filter(found -> isLong(found.group(1), site.dialect().name()))
        .ifPresent(
            found ->
                report
                    .at(site, "`" + found.group() + "` lets what follows wait for locks for long.")
                    .fix(
                        "Leave it out: `lockTimeout` in the settings gives up soon, and tries"
                            + " again."));
  }

  private static boolean isLong(@Nullable String value, String dialect) {
    Matcher duration = DURATION.matcher(value == null ? "" : value);
    if (!duration.matches()) {
      return true; // DEFAULT, RESET and -1 are without end.
    }
    long number = Long.parseLong(duration.group(1));
    boolean inMillis = dialect.equals("postgresql") || dialect.equals("sqlserver");
    String unit = duration.group(2) == null ? inMillis ? "ms" : "s" : duration.group(2);
    if (number == 0) {
      return dialect.equals("postgresql");
    }
    return switch (unit) {
      case "us" -> number > LONG_SECONDS * 1_000_000;
      case "ms" -> number > LONG_SECONDS * 1000;
      case "s" -> number > LONG_SECONDS;
      case "min" -> number * 60 > LONG_SECONDS;
      default -> true;
    };
  }
}
