package io.schemachain.format;

import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Routine;
import io.schemachain.model.TableName;
import io.schemachain.model.Trigger;
import io.schemachain.model.View;
import io.schemachain.operation.CreateFunction;
import io.schemachain.operation.CreateMaterializedView;
import io.schemachain.operation.CreateProcedure;
import io.schemachain.operation.CreateTrigger;
import io.schemachain.operation.CreateView;
import io.schemachain.operation.DropFunction;
import io.schemachain.operation.DropMaterializedView;
import io.schemachain.operation.DropProcedure;
import io.schemachain.operation.DropTrigger;
import io.schemachain.operation.DropView;
import io.schemachain.operation.Operation;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads views, routines and triggers: what has a text of its own. */
final class ObjectReader {
  /** Behind comments. */
  private static final Pattern CREATES =
      Pattern.compile("(?is)\\A(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*+(?:create|alter)\\b.*");

  private static final Pattern NAMES_TABLE = Pattern.compile("(?i)\\bon\\b");

  private ObjectReader() {}

  // Views

  static List<Operation> createView(Fields fields, boolean materialized) {
    int before = fields.reading().errors();
    TableName name = fields.table("name");
    List<String> columns = fields.names("columns");
    String options = notBlank(fields, "options");
    String sql = body(fields, materialized ? "MATERIALIZED VIEW … AS" : "VIEW … AS");
    String comment = fields.textByDialect("comment");
    boolean replace = fields.flag("replace", false);
    fields.finish();
    if (name == null || sql == null || fields.reading().errors() != before) {
      return List.of();
    }
    View view =
        new View(name, materialized, columns == null ? List.of() : columns, options, sql, comment);
    return List.of(
        materialized ? new CreateMaterializedView(view, replace) : new CreateView(view, replace));
  }

  static List<Operation> dropView(Fields fields, boolean materialized) {
    TableName name = fields.table("name");
    boolean ifExists = fields.flag("if_exists", false);
    fields.finish();
    if (name == null) {
      return List.of();
    }
    return List.of(
        materialized ? new DropMaterializedView(name, ifExists) : new DropView(name, ifExists));
  }

  // Routines

  static List<Operation> createRoutine(Fields fields, ObjectKind kind) {
    int before = fields.reading().errors();
    TableName name = fields.table("name");
    String arguments = fields.textByDialect("arguments");
    String sql = body(fields, kind == ObjectKind.FUNCTION ? "FUNCTION …(…)" : "PROCEDURE …(…)");
    boolean replace = fields.flag("replace", false);
    fields.finish();
    if (name == null || sql == null || fields.reading().errors() != before) {
      return List.of();
    }
    Routine routine = new Routine(kind, name, arguments == null ? "" : arguments.strip(), sql);
    return List.of(
        kind == ObjectKind.FUNCTION
            ? new CreateFunction(routine, replace)
            : new CreateProcedure(routine, replace));
  }

  static List<Operation> dropRoutine(Fields fields, ObjectKind kind) {
    TableName name = fields.table("name");
    String arguments = fields.textByDialect("arguments");
    boolean ifExists = fields.flag("if_exists", false);
    fields.finish();
    if (name == null) {
      return List.of();
    }
    return List.of(
        kind == ObjectKind.FUNCTION
            ? new DropFunction(name, arguments, ifExists)
            : new DropProcedure(name, arguments, ifExists));
  }

  // Triggers

  static List<Operation> createTrigger(Fields fields) {
    int before = fields.reading().errors();
    TableName table = fields.table("table");
    String name = fields.requiredName("name");
    String event = event(fields);
    String sql = body(fields, "TRIGGER … ON …");
    boolean replace = fields.flag("replace", false);
    fields.finish();
    if (table == null
        || name == null
        || event == null
        || sql == null
        || fields.reading().errors() != before) {
      return List.of();
    }
    return List.of(new CreateTrigger(new Trigger(name, table, event.strip(), sql), replace));
  }

  private static @Nullable String event(Fields fields) {
    String event = fields.requiredSql("event");
    if (event == null || !NAMES_TABLE.matcher(event).find()) {
      return event;
    }
    YamlNode node = fields.node("event");
    fields
        .reading()
        .error(
            node == null ? fields.source() : node,
            "The event names the table, which is written behind it.",
            "Leave out ON and what follows.");
    return null;
  }

  static List<Operation> dropTrigger(Fields fields) {
    TableName table = fields.table("table");
    String name = fields.requiredName("name");
    boolean ifExists = fields.flag("if_exists", false);
    fields.finish();
    return table == null || name == null
        ? List.of()
        : List.of(new DropTrigger(table, name, ifExists));
  }

  /**
   * @param before what of the statement is not part of it
   */
  private static @Nullable String body(Fields fields, String before) {
    YamlNode node = fields.required("sql");
    String sql = node == null ? null : fields.sqlOf(node, "sql");
    if (node != null && sql != null && CREATES.matcher(sql).matches()) {
      fields
          .reading()
          .error(
              node,
              "The SQL begins with CREATE, which is written for it.",
              "Leave out everything up to " + before + ".");
      return null;
    }
    return sql;
  }

  private static @Nullable String notBlank(Fields fields, String key) {
    String text = fields.textByDialect(key);
    if (text != null && text.isBlank()) {
      YamlNode node = fields.node(key);
      fields
          .reading()
          .error(
              node instanceof Scalar ? node : fields.source(),
              "'" + key + "' is blank.",
              "Write null for a database that takes none.");
    }
    return text;
  }
}
