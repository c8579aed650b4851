package io.schemachain.dialect.oracle;

import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.dialect.ViewDdl;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views of Oracle: "INSTEAD OF triggers are dropped when a view is re-created." */
final class OracleViews extends ViewDdl {
  private final OracleDialect oracle;

  OracleViews(OracleDialect oracle, StandardDdl ddl) {
    super(ddl);
    this.oracle = oracle;
  }

  @Override
  protected boolean keepsTriggers() {
    return false;
  }

  @Override
  protected List<SqlStatement> replace(View old, View view) {
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(view.materialized() ? noRights(old) : noOtherTriggers(old));
    statements.addAll(super.replace(old, view));
    return statements;
  }

  /** A materialized view is dropped and created again, without the rights that others have. */
  private SqlStatement noRights(View view) {
    return SqlStatement.check(
        PlSql.failIf(
            "SELECT GRANTEE AS found FROM ALL_TAB_PRIVS WHERE TABLE_SCHEMA = "
                + oracle.schemaOf(view.name())
                + " AND TABLE_NAME = "
                + oracle.literals().string(oracle.catalogName(view.name().name())),
            "Rights on the materialized view "
                + view.name()
                + " would be lost. Revoke them before and grant them again after: ",
            oracle.literals()));
  }

  private SqlStatement noOtherTriggers(View view) {
    List<String> known = new ArrayList<>();
    for (SchemaObject object : before().objectsOn(view.name())) {
      known.add(oracle.literals().string(oracle.catalogName(object.name().name())));
    }
    return SqlStatement.check(
        PlSql.failIf(
            "SELECT TRIGGER_NAME AS found FROM ALL_TRIGGERS WHERE TABLE_OWNER = "
                + oracle.schemaOf(view.name())
                + " AND TABLE_NAME = "
                + oracle.literals().string(oracle.catalogName(view.name().name()))
                + (known.isEmpty()
                    ? ""
                    : " AND TRIGGER_NAME NOT IN (" + String.join(", ", known) + ")"),
            "No revision made the trigger on the view "
                + view.name()
                + ". Drop it before and create it again after: ",
            oracle.literals()));
  }

  /** COMMENT ON TABLE is for views as well; an empty text takes a comment away. */
  @Override
  protected List<SqlStatement> comment(View view, @Nullable String comment, @Nullable String old) {
    return List.of(
        ddl(
            "COMMENT ON $L $N IS $L",
            view.materialized() ? "MATERIALIZED VIEW" : "TABLE",
            view.name(),
            comment == null ? "''" : oracle.literals().string(comment)));
  }

  @Override
  protected SqlStatement dropIfExists(ObjectKind kind, String name) {
    return PlSql.dropIfExists(kind, keyword(kind), name, oracle);
  }
}
