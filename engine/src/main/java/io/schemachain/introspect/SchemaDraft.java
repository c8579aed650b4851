package io.schemachain.introspect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.NameScopes;
import io.schemachain.model.NameTakenException;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what catalog rows say, and what of it the model cannot hold. */
public final class SchemaDraft {
  private final NameScopes scopes;
  private final Map<TableName, TableDraft> tables = new LinkedHashMap<>();
  private final List<SchemaObject> objects = new ArrayList<>();
  private final Set<MadeUpName> madeUp = new HashSet<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  public SchemaDraft(NameScopes scopes) {
    this.scopes = requireNonNull(scopes, "scopes");
  }

  /** Begins a table. */
  public TableDraft add(TableName name) {
    TableDraft draft = new TableDraft(name);
    tables.put(name, draft);
    return draft;
  }

  /** The table begun under that name; null where there is none, for it was left out. */
  public @Nullable TableDraft find(TableName name) {
    return tables.get(name);
  }

  public void add(SchemaObject object) {
    objects.add(object);
  }

  /** A constraint or index of a table has a name that the server made up. */
  public void madeUp(TableName table, ObjectKind kind, String name) {
    madeUp.add(new MadeUpName(table, kind, name));
  }

  /** Something that the model does not hold. */
  public void leaveOut(String kind, String name, String reason) {
    leftOut.add(new LeftOut(kind, name, reason));
  }

  /** All that was gathered. What takes a name that something else has is left out. */
  public Introspected finish() {
    Schema schema = Schema.empty(scopes);
    for (TableDraft draft : tables.values()) {
      try {
        schema = schema.plus(draft.table());
      } catch (NameTakenException | IllegalArgumentException e) {
        leaveOut("table", draft.name().toString(), reason(e));
      }
    }
    for (SchemaObject object : objects) {
      try {
        schema = schema.plus(object);
      } catch (NameTakenException e) {
        leaveOut(object.kind().words(), object.name().toString(), reason(e));
      }
    }
    return new Introspected(schema, madeUp, leftOut);
  }

  private static String reason(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
