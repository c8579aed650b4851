package io.schemachain.format;

import io.schemachain.format.Written.Keys;
import io.schemachain.format.Written.Text;
import io.schemachain.format.Written.Word;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of a table as a document; see {@link OperationWriter}. */
final class TableWriter {
  private TableWriter() {}

  static Keys table(String key, TableName table) {
    return new Keys().put(key, table.name()).put("schema", table.schema());
  }

  static Keys table(Table table) {
    List<String> key = table.primaryKeyColumns();
    Keys keys =
        table("name", table.name())
            .put("columns", all(table.columns(), c -> column(c, key.contains(c.name()))));
    if (table.primaryKey() != null) {
      keys.put("primary_key", primaryKey(new Keys(), table.primaryKey()));
    }
    return keys.put(
            "unique_constraints", all(table.uniqueConstraints(), u -> unique(new Keys(), u)))
        .put("foreign_keys", all(table.foreignKeys(), f -> foreignKey(new Keys(), f)))
        .put("check_constraints", all(table.checks(), c -> check(new Keys(), c)))
        .put("indexes", all(table.indexes(), i -> index(new Keys(), i)))
        .put("comment", table.comment());
  }

  static Keys column(Column column, boolean inPrimaryKey) {
    Keys keys = new Keys().put("name", column.name()).put("type", type(column.type()));
    if (!inPrimaryKey) {
      keys.putFalse("nullable", column.nullable());
    }
    if (column.defaultValue() != null) {
      keys.put("default", defaultValue(column.defaultValue()));
    }
    if (column.identity() != null) {
      keys.put("identity", identity(column.identity()));
    }
    if (column.computed() != null) {
      keys.put("computed", computed(column.computed()));
    }
    return keys.put("comment", column.comment()).put("collation", column.collation());
  }

  static Written type(DataType type) {
    if (type instanceof DataType.Enumeration enumeration) {
      return new Keys()
          .put(
              "enum",
              new Keys()
                  .put("name", enumeration.name())
                  .put("values", (Written) Written.texts(enumeration.values())));
    }
    if (type instanceof DataType.Array array) {
      return new Keys().put("array", type(array.element()));
    }
    if (type instanceof DataType.Native nativeType) {
      return new Keys().put("native", nativeType.text());
    }
    return new Text(type.toString());
  }

  static Written defaultValue(DefaultValue value) {
    return value instanceof DefaultValue.Expression expression
        ? new Keys().put("sql", expression.sql())
        : new Text(((DefaultValue.Constant) value).text());
  }

  static Written identity(Identity identity) {
    Keys keys =
        new Keys()
            .putTrue("always", identity.always())
            .put("start", notOne(identity.start()))
            .put("increment", notOne(identity.increment()));
    return keys.entries().isEmpty() ? new Word("true") : keys;
  }

  private static @Nullable Long notOne(@Nullable Long number) {
    return number == null || number == 1 ? null : number;
  }

  static Written computed(Computed computed) {
    return computed.stored()
        ? new Text(computed.sql())
        : new Keys().put("sql", computed.sql()).putFalse("stored", false);
  }

  static Keys primaryKey(Keys keys, PrimaryKey key) {
    return keys.put("name", key.name()).put("columns", (Written) Written.texts(key.columns()));
  }

  static Keys unique(Keys keys, UniqueConstraint unique) {
    return keys.put("name", unique.name())
        .put("columns", (Written) Written.texts(unique.columns()));
  }

  static Keys foreignKey(Keys keys, ForeignKey key) {
    TableName referred = key.referredTable();
    Keys references = table("table", referred);
    if (!key.referredColumns().isEmpty()) {
      references.put("columns", (Written) Written.texts(key.referredColumns()));
    }
    keys.put("name", key.name())
        .put("columns", (Written) Written.texts(key.columns()))
        .put("references", references);
    action(keys, "on_delete", key.onDelete());
    action(keys, "on_update", key.onUpdate());
    return keys;
  }

  private static void action(Keys keys, String key, @Nullable ReferentialAction action) {
    if (action != null && action != ReferentialAction.NO_ACTION) {
      keys.put(key, action.word());
    }
  }

  static Keys check(Keys keys, Check check) {
    return keys.put("name", check.name()).put("sql", check.sql());
  }

  static Keys index(Keys keys, Index index) {
    return keys.put("name", index.name())
        .put("columns", all(index.parts(), TableWriter::part))
        .putTrue("unique", index.unique())
        .put("where", index.where());
  }

  private static Written part(IndexPart part) {
    if (part instanceof IndexPart.ColumnPart column && !part.descending()) {
      return new Text(column.column());
    }
    Keys keys =
        part instanceof IndexPart.ColumnPart column
            ? new Keys().put("name", column.column())
            : new Keys().put("sql", ((IndexPart.ExpressionPart) part).sql());
    return part.descending() ? keys.put("order", "desc") : keys;
  }

  static <T> List<Written> all(List<T> values, Function<T, Written> writer) {
    List<Written> written = new ArrayList<>(values.size());
    for (T value : values) {
      written.add(writer.apply(value));
    }
    return written;
  }
}
