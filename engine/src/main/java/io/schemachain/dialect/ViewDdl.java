package io.schemachain.dialect;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import io.schemachain.model.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Views, materialized or not, in portable SQL. */
public class ViewDdl extends ObjectDdl {
  public ViewDdl(StandardDdl ddl) {
    super(ddl);
  }

  /**
   * @throws UnsupportedFeatureException if the database has no such views
   */
  protected void require(View view) {}

  /** Whether one statement puts the view in the place of one that may be there. */
  protected boolean replacesInPlace(View view) {
    return !view.materialized();
  }

  /** Whether what belongs to a view stays when another is put in its place. */
  protected boolean keepsTriggers() {
    return true;
  }

  final List<SqlStatement> create(View view, boolean replace) {
    require(view);
    View old = (View) before().find(view.kind(), view.name()).orElse(null);
    if (!replace) {
      return ofAuthor(createNew(view, false));
    }
    return ofAuthor(old == null ? createOrReplace(view) : replace(old, view));
  }

  /** In the place of a view that no revision made, if there is one. */
  private List<SqlStatement> createOrReplace(View view) {
    if (replacesInPlace(view)) {
      return createNew(view, true);
    }
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(dropIfExists(view.kind(), sql("$N", view.name())));
    statements.addAll(createNew(view, false));
    return statements;
  }

  /** In the place of a view that a revision made. */
  protected List<SqlStatement> replace(View old, View view) {
    List<SqlStatement> statements = new ArrayList<>();
    if (replacesInPlace(view)) {
      statements.add(createView(view, true));
      if (!Objects.equals(old.comment(), view.comment())) {
        statements.addAll(comment(view, view.comment(), old.comment()));
      }
      if (!keepsTriggers()) {
        statements.addAll(objectsOn(view.name()));
      }
    } else {
      statements.addAll(dropView(old.kind(), old.name(), false));
      statements.addAll(createNew(view, false));
      statements.addAll(objectsOn(view.name()));
    }
    return statements;
  }

  /** With its comment. */
  protected final List<SqlStatement> createNew(View view, boolean inPlace) {
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(createView(view, inPlace));
    if (view.comment() != null) {
      statements.addAll(comment(view, view.comment(), null));
    }
    return statements;
  }

  protected SqlStatement createView(View view, boolean inPlace) {
    return statement(
        sql(
            "$L $L $N$L$L AS\n",
            create(inPlace),
            keyword(view.kind()),
            view.name(),
            columns(view),
            view.options() == null ? "" : " " + written(view.options().strip())),
        view,
        view.sql());
  }

  /** The names of its columns, with a space before them. */
  protected final String columns(View view) {
    return view.columns().isEmpty() ? "" : sql(" ($N)", view.columns());
  }

  /** Null takes a comment away. */
  protected List<SqlStatement> comment(View view, @Nullable String comment, @Nullable String old) {
    return List.of(
        ddl(
            "COMMENT ON $L $N IS $L",
            keyword(view.kind()),
            view.name(),
            comment == null ? "NULL" : dialect().literals().string(comment)));
  }

  protected final UnsupportedFeatureException noComments() {
    return dialect()
        .unsupported(
            "comments on views",
            "Leave it out there: `comment: {default: …, " + dialect().name() + ": null}`.");
  }

  protected final UnsupportedFeatureException noOptions() {
    return dialect()
        .unsupported(
            "options between a view and its query",
            "Leave them out there: `options: {default: …, " + dialect().name() + ": null}`.");
  }

  protected List<SqlStatement> dropView(ObjectKind kind, TableName name, boolean ifExists) {
    return List.of(drop(kind, sql("$N", name), ifExists));
  }
}
