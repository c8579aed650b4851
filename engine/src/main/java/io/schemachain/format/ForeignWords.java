package io.schemachain.format;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Answers for keys that people bring from Alembic, Liquibase, SQL and elsewhere. */
final class ForeignWords {
  private static final String NOT_NEEDED =
      "Leave it out: the column as it was is known from the revisions before.";

  /** To the key that says the same here; it is offered only where that key is possible. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("server_default", "default"),
          Map.entry("defaultvalue", "default"),
          Map.entry("default_value", "default"),
          Map.entry("type_", "type"),
          Map.entry("datatype", "type"),
          Map.entry("data_type", "type"),
          Map.entry("new_column_name", "new_name"),
          Map.entry("new_table_name", "new_name"),
          Map.entry("newcolumnname", "new_name"),
          Map.entry("newtablename", "new_name"),
          Map.entry("rename", "new_name"),
          Map.entry("to", "new_name"),
          Map.entry("table_name", "table"),
          Map.entry("tablename", "table"),
          Map.entry("source_table", "table"),
          Map.entry("index_name", "name"),
          Map.entry("indexname", "name"),
          Map.entry("constraint_name", "name"),
          Map.entry("constraintname", "name"),
          Map.entry("old_table_name", "name"),
          Map.entry("oldtablename", "name"),
          Map.entry("column_name", "column"),
          Map.entry("columnname", "column"),
          Map.entry("column_names", "columns"),
          Map.entry("columnnames", "columns"),
          Map.entry("local_cols", "columns"),
          Map.entry("fields", "columns"),
          Map.entry("ondelete", "on_delete"),
          Map.entry("onupdate", "on_update"),
          Map.entry("primarykey", "primary_key"),
          Map.entry("pk", "primary_key"),
          Map.entry("postgresql_where", "where"),
          Map.entry("sqlite_where", "where"),
          Map.entry("condition", "sql"),
          Map.entry("expression", "sql"),
          Map.entry("definition", "sql"),
          Map.entry("body", "sql"),
          Map.entry("select_query", "sql"),
          Map.entry("selectquery", "sql"),
          Map.entry("view_name", "name"),
          Map.entry("viewname", "name"),
          Map.entry("procedure_name", "name"),
          Map.entry("procedurename", "name"),
          Map.entry("replace_if_exists", "replace"),
          Map.entry("replaceifexists", "replace"),
          Map.entry("on_entity", "table"),
          Map.entry("parameters", "arguments"),
          Map.entry("args", "arguments"),
          Map.entry("sqltext", "sql"),
          Map.entry("persisted", "stored"),
          Map.entry("foreign_key", "references"),
          Map.entry("foreignkey", "references"),
          Map.entry("referent_table", "references"),
          Map.entry("remote_cols", "references"),
          Map.entry("values", "rows"),
          Map.entry("remarks", "comment"),
          Map.entry("remark", "comment"),
          Map.entry("down", "downgrade"),
          Map.entry("rollback", "downgrade"),
          Map.entry("up", "upgrade"),
          Map.entry("operations", "upgrade"),
          Map.entry("id", "revision"),
          Map.entry("parent", "down_revision"),
          Map.entry("enums", "types"),
          Map.entry("user", "username"));

  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("autoincrement", "Write identity: true."),
          Map.entry("auto_increment", "Write identity: true."),
          Map.entry("serial", "Write identity: true."),
          Map.entry("not_null", "Write nullable: false."),
          Map.entry("notnull", "Write nullable: false."),
          Map.entry("required", "Write nullable: false."),
          Map.entry("null", "Write nullable: true or nullable: false."),
          Map.entry(
              "constraints",
              "nullable, primary_key, unique and references are keys of the column itself."),
          Map.entry("length", "The length is part of the type: string(20)."),
          Map.entry("size", "The length is part of the type: string(20)."),
          Map.entry("precision", "Precision and scale are part of the type: numeric(10,2)."),
          Map.entry("scale", "Precision and scale are part of the type: numeric(10,2)."),
          Map.entry(
              "check",
              "A check is created with its table under check_constraints, or by create_check_constraint."),
          Map.entry("existing_type", NOT_NEEDED),
          Map.entry("existing_nullable", NOT_NEEDED),
          Map.entry("existing_server_default", NOT_NEEDED),
          Map.entry("existing_comment", NOT_NEEDED),
          Map.entry("existing_autoincrement", NOT_NEEDED),
          Map.entry(
              FormerNames.KEY, "Only tables and columns of a model have it, and schema.yaml."),
          Map.entry("<<", "Maps are not merged; an alias stands for a whole value."));

  private ForeignWords() {}

  /** What to write in place of a key that is not among the known ones. */
  static String hint(String key, Set<String> known) {
    if (key.endsWith(")")) {
      return "Within braces a comma ends a text; quote it: 'numeric(10,2)'.";
    }
    String word = key.toLowerCase(Locale.ROOT);
    String answer = ANSWERS.get(word);
    if (answer != null && !(answer.contains("identity") && !known.contains("identity"))) {
      return answer;
    }
    String same = SAME.get(word);
    if (same != null && known.contains(same)) {
      return "It is called " + same + " here.";
    }
    if (ParameterReader.WORDS.contains(key)) {
      return known.contains("upgrade")
          ? "It is an operation: put it into the list `upgrade`."
          : "It is an operation: start it with its own '- ' in the list.";
    }
    String closest = Suggestions.closest(key, known);
    return closest != null
        ? "Did you mean " + closest + "?"
        : "The keys here are " + String.join(", ", known) + ".";
  }
}
