package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.SqlLexis.Trait;
import io.schemachain.model.Names;
import io.schemachain.model.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the statements of a text have in common. */
final class DefinitionContext {
  private final Dialect dialect;
  private final SqlDefinitions.Rules rules;
  private final SqlNames names;
  private final Map<OfTable, Integer> checks = new HashMap<>();
  private final Map<TableName, List<String>> tables = new HashMap<>();
  private final String defaultSchema;

  private record OfTable(TableName table, List<String> columns) {}

  DefinitionContext(Dialect dialect, SqlDefinitions.Rules rules) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.rules = requireNonNull(rules, "rules");
    this.names = new SqlNames(dialect);
    String given = dialect.identifiers().defaultSchema();
    this.defaultSchema = given == null ? usualSchema() : given;
  }

  Dialect dialect() {
    return dialect;
  }

  SqlDefinitions.Rules rules() {
    return rules;
  }

  /**
   * A name in the model.
   *
   * @param written with its quotation marks, if it has some
   */
  String name(@Nullable String written) {
    String name = names.name(written);
    boolean isFolded =
        dialect.ddlSemantics().bareNames() == DdlSemantics.BareNames.UPPER_CASE
            && name.equals(name.toUpperCase(Locale.ROOT));
    return isFolded ? dialect.nameOf(name).orElse(name) : name; // "USERS" is users.
  }

  /** MySQL and MariaDB, whose tables are written with their indexes and options. */
  boolean isMysql() {
    return dialect.lexis().has(Trait.DOUBLE_QUOTE_IS_STRING);
  }

  /** H2 and Oracle. */
  boolean isFolded() {
    return dialect.ddlSemantics().bareNames() == DdlSemantics.BareNames.UPPER_CASE;
  }

  boolean isPostgresql() {
    return dialect.ddlSemantics().grammar() == DdlSemantics.Grammar.POSTGRESQL;
  }

  boolean isTransactSql() {
    return dialect.ddlSemantics().grammar() == DdlSemantics.Grammar.TRANSACT_SQL;
  }

  boolean isEnumType(String name) {
    return rules.types().contains(Names.fold(name));
  }

  /** Where objects are that are written without a schema; empty where there is no such name. */
  private String usualSchema() {
    return switch (dialect.ddlSemantics().grammar()) {
      case POSTGRESQL -> "public";
      case TRANSACT_SQL -> "dbo";
      case COMMON ->
          switch (dialect.ddlSemantics().bareNames()) {
            case UPPER_CASE, LOWER_CASE -> "public";
            case AS_WRITTEN -> isMysql() ? "" : "main";
          };
    };
  }

  boolean isDefaultSchema(@Nullable String schema) {
    return schema != null && Names.fold(schema).equals(Names.fold(defaultSchema));
  }

  /** A name that comes next, without the default schema. */
  TableName name(SqlWords words) {
    TableName name = written(words);
    return isDefaultSchema(name.schema()) ? TableName.of(name.name()) : name;
  }

  /** The same with it. */
  TableName written(SqlWords words) {
    String first = simpleName(words);
    return words.takeIf(".") ? new TableName(first, simpleName(words)) : TableName.of(first);
  }

  /** One name that comes next, and stays next where it is not understood. */
  String simpleName(SqlWords words) {
    String name = name(words.peekOne());
    words.takeOne();
    return name;
  }

  /**
   * SQL without the default schema in front of names: what names it and what does not is the same
   * here.
   */
  String text(String sql) {
    if (defaultSchema.isEmpty()) {
      return sql;
    }
    List<SqlToken> tokens = SqlScanner.code(sql, dialect.lexis());
    StringBuilder out = new StringBuilder();
    int copied = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      boolean behindPoint = i > 0 && tokens.get(i - 1).isSymbol(".");
      boolean isName = token.isWord() || token.kind() == SqlToken.Kind.NAME;
      if (isName && !behindPoint && tokens.get(i + 1).isSymbol(".") && isDefault(token, sql)) {
        out.append(sql, copied, token.start());
        copied = tokens.get(i + 1).end();
      }
    }
    return withoutSchemaInStrings(out.append(sql, copied, sql.length()).toString());
  }

  private boolean isDefault(SqlToken token, String sql) {
    String written = sql.substring(token.start(), token.end());
    boolean quoted = token.kind() == SqlToken.Kind.NAME;
    return isDefaultSchema(quoted ? written.substring(1, written.length() - 1) : written);
  }

  /** {@code nextval('public.numbers'::regclass)}. */
  private String withoutSchemaInStrings(String sql) {
    return isPostgresql()
        ? sql.replaceAll("'" + defaultSchema + "\\.([^']+'::regclass)", "'$1")
        : sql;
  }

  /** The number of a check among those of its table, or of the column that it stands in. */
  int nextCheck(TableName table, List<String> columns) {
    return checks.merge(new OfTable(table, columns), 1, Integer::sum);
  }

  void defines(TableName table, List<String> columns) {
    tables.put(table, List.copyOf(columns));
  }

  boolean isDefined(TableName table) {
    return tables.containsKey(table);
  }

  /**
   * A column as its table spells it, where the database takes both spellings for one.
   *
   * @param name in the model
   */
  String column(TableName table, String name) {
    if (isPostgresql()) {
      return name;
    }
    for (String column : columns(table)) {
      if (Names.same(column, name)) {
        return column;
      }
    }
    return name;
  }

  /** Empty for a table that no statement before has defined. */
  List<String> columns(TableName table) {
    return tables.getOrDefault(table, List.of());
  }
}
