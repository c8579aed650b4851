package io.schemachain.dialect;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.TableName;
import io.schemachain.model.Trigger;
import io.schemachain.model.View;
import io.schemachain.model.ViewIndex;
import java.util.ArrayList;
import java.util.List;

/** What has a text of its own, in the words of the author. */
public abstract class ObjectDdl {
  private final StandardDdl ddl;

  protected ObjectDdl(StandardDdl ddl) {
    this.ddl = ddl;
  }

  protected final Dialect dialect() {
    return ddl.dialect();
  }

  protected final Schema before() {
    return ddl.before();
  }

  protected final Schema after() {
    return ddl.after();
  }

  protected final String sql(String pattern, Object... arguments) {
    return ddl.sql(pattern, arguments);
  }

  protected final SqlStatement ddl(String pattern, Object... arguments) {
    return ddl.ddl(pattern, arguments);
  }

  /** As {@link StandardFragments#written}. */
  protected final String written(String text) {
    return ddl.written(text);
  }

  /** For messages: {@code the view active_users}. */
  protected static String title(SchemaObject object) {
    return "the " + object.kind().words() + " " + object.name();
  }

  /**
   * A statement that ends with the words of the author, of which it keeps every byte but for
   * comments, white space and a semicolon behind the last.
   *
   * @throws UnsupportedFeatureException if the text goes on behind the statement, or is not closed
   */
  protected final SqlStatement statement(String beginning, SchemaObject object, String text) {
    List<SqlSplitter.Part> parts;
    try {
      parts = dialect().split(beginning + text);
    } catch (SqlSyntaxException e) {
      String hint = e.hint() == null ? "" : " " + e.hint();
      throw dialect().unsupported("the SQL of " + title(object), e.getMessage() + hint);
    }
    if (parts.size() != 1) {
      throw dialect()
          .unsupported(
              "the SQL of " + title(object) + ", which is " + parts.size() + " statements",
              "End it before `"
                  + firstLine(parts.get(1).text())
                  + "`, which is an operation of its own.");
    }
    return parts.get(0).toStatement();
  }

  /** What stands around statements with the words of the author in them. */
  protected List<SqlStatement> ofAuthor(List<SqlStatement> statements) {
    return statements;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text);
  }

  /** What belongs to a table or a view that was made again: its triggers and indexes. */
  protected final List<SqlStatement> objectsOn(TableName owner) {
    List<SqlStatement> statements = new ArrayList<>();
    for (SchemaObject object : after().objectsOn(owner)) {
      if (object instanceof Trigger trigger) {
        statements.addAll(ddl.routines().create(trigger, false));
      } else if (object instanceof ViewIndex index) {
        statements.add(SqlStatement.ddl(ddl.createIndex(index.table(), index.index())));
      }
    }
    return statements;
  }

  /** The keywords with which a new text takes the place of an old one. */
  protected String replaceVerb() {
    return "CREATE OR REPLACE";
  }

  protected final String create(boolean inPlace) {
    return inPlace ? replaceVerb() : "CREATE";
  }

  /** DROP, where there may be nothing to drop. */
  protected SqlStatement dropIfExists(ObjectKind kind, String name) {
    return ddl("DROP $L IF EXISTS $L", keyword(kind), name);
  }

  protected final SqlStatement drop(ObjectKind kind, String name, boolean ifExists) {
    return ifExists ? dropIfExists(kind, name) : ddl("DROP $L $L", keyword(kind), name);
  }

  /** The kind in SQL. */
  protected String keyword(ObjectKind kind) {
    return switch (kind) {
      case VIEW -> "VIEW";
      case MATERIALIZED_VIEW -> "MATERIALIZED VIEW";
      case FUNCTION -> "FUNCTION";
      case PROCEDURE -> "PROCEDURE";
      case TRIGGER -> "TRIGGER";
      default -> throw new IllegalArgumentException(kind.words());
    };
  }

  /** For a database that has none of a kind. */
  protected final UnsupportedFeatureException none(View view, String hint) {
    return dialect().unsupported(view.kind().words() + "s", hint);
  }
}
