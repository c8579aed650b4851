package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.WrittenSql;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression calls a function that the database does not have. */
public final class FunctionOfAnotherDatabaseRule extends Rule {
  private static final Map<String, Set<String>> MISSING =
      Map.of(
          "postgresql",
          words(
              "getdate getutcdate sysdatetime newid ifnull nvl isnull sysdate sys_guid uuid"
                  + " utc_timestamp unix_timestamp datetime strftime curdate date_format charindex"
                  + " len dateadd datediff"),
          "mysql",
          words(
              "gen_random_uuid uuid_generate_v4 getdate getutcdate sysdatetime newid nvl sys_guid"
                  + " strftime datetime to_char to_date date_trunc clock_timestamp len charindex"
                  + " dateadd"),
          "mariadb",
          words(
              "gen_random_uuid uuid_generate_v4 getdate getutcdate sysdatetime newid strftime"
                  + " datetime date_trunc clock_timestamp len charindex dateadd"),
          "sqlite",
          words(
              "now getdate getutcdate sysdatetime newid nvl uuid gen_random_uuid uuid_generate_v4"
                  + " sys_guid to_char to_date date_trunc clock_timestamp curdate date_format"
                  + " utc_timestamp unix_timestamp len charindex dateadd datediff left right"),
          "h2",
          words(
              "getutcdate sysdatetime newid uuid_generate_v4 sys_guid strftime clock_timestamp"
                  + " utc_timestamp date_format len"),
          "oracle",
          words(
              "now gen_random_uuid uuid_generate_v4 getdate getutcdate sysdatetime newid ifnull"
                  + " isnull utc_timestamp unix_timestamp curdate strftime datetime date_trunc"
                  + " date_format clock_timestamp len charindex dateadd datediff left right"),
          "sqlserver",
          words(
              "now gen_random_uuid uuid_generate_v4 ifnull nvl sysdate sys_guid uuid utc_timestamp"
                  + " unix_timestamp curdate strftime datetime date_trunc date_format to_char"
                  + " to_date clock_timestamp length char_length"));
  private static final Pattern CALL = Pattern.compile("(?<![\\w.$\"`\\]])([A-Za-z_]\\w*)\\s*\\(");

  public FunctionOfAnotherDatabaseRule() {
    super(
        "function-of-another-database",
        RuleGroup.PORTABILITY,
        Level.WARNING,
        "The revision fails there, or the first row that uses the expression does.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    Set<String> missing = MISSING.getOrDefault(site.dialect().name(), Set.of());
    for (String sql : WrittenSql.withoutStrings(site)) {
      Matcher call = CALL.matcher(sql);
      while (call.find()) {
        String function = call.group(1).toLowerCase(Locale.ROOT);
        if (missing.contains(function) && !isMade(site, function)) {
          report
              .at(site, "There is no function " + function + ".")
              .fix(
                  "Write a map by dialect, `{sql: {default: …, mysql: …}}`, with what each has in"
                      + " its place.");
        }
      }
    }
  }

  private static Set<String> words(String names) {
    return Set.of(names.split(" "));
  }

  /** Whether a revision has created one of that name. */
  private static boolean isMade(OperationSite site, String function) {
    return !site.before().routines(ObjectKind.FUNCTION, TableName.of(function)).isEmpty();
  }
}
