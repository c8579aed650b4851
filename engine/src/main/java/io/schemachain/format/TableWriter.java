package io.schemachain.format;

import io.schemachain.format.OptionCatalogue.Place;
import io.schemachain.format.Written.Keys;
import io.schemachain.format.Written.Text;
import io.schemachain.format.Written.Word;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.Constraint;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Deferral;
import io.schemachain.model.Exclusion;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.NullsOrder;
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
    keys.put("unique_constraints", all(table.uniqueConstraints(), u -> unique(new Keys(), u)))
        .put("foreign_keys", all(table.foreignKeys(), f -> foreignKey(new Keys(), f)))
        .put("check_constraints", all(table.checks(), c -> check(new Keys(), c)))
        .put("exclude_constraints", all(table.exclusions(), e -> exclusion(new Keys(), e)))
        .put("indexes", all(table.indexes(), i -> index(new Keys(), i)))
        .put("comment", table.comment());
    return PartitionWriter.put(OptionWriter.put(keys, table.options(), Place.TABLE), table);
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
      Keys keys = new Keys().put("name", enumeration.name());
      return new Keys()
          .put(
              "enum",
              enumeration.isReference()
                  ? keys
                  : keys.put("values", (Written) Written.texts(enumeration.values())));
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
    keys.put("name", key.name()).put("columns", (Written) Written.texts(key.columns()));
    return OptionWriter.put(deferral(keys, key), key.options(), Place.KEY);
  }

  static Keys unique(Keys keys, UniqueConstraint unique) {
    keys.put("name", unique.name()).put("columns", (Written) Written.texts(unique.columns()));
    deferral(keys, unique).putTrue("nulls_not_distinct", unique.nullsNotDistinct());
    return OptionWriter.put(keys, unique.options(), Place.KEY);
  }

  private static Keys deferral(Keys keys, Constraint constraint) {
    Deferral deferral = constraint.deferral();
    return keys.putTrue("deferrable", deferral != Deferral.NONE)
        .put("initially", deferral == Deferral.INITIALLY_DEFERRED ? deferral.word() : null);
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
    return deferral(keys, key)
        .put("match", key.matchFull() ? "full" : null)
        .putTrue("not_valid", !key.validated());
  }

  private static void action(Keys keys, String key, @Nullable ReferentialAction action) {
    if (action != null && action != ReferentialAction.NO_ACTION) {
      keys.put(key, action.word());
    }
  }

  static Keys check(Keys keys, Check check) {
    return keys.put("name", check.name())
        .put("sql", check.sql())
        .putTrue("not_valid", !check.validated());
  }

  static Keys exclusion(Keys keys, Exclusion exclusion) {
    keys.put("name", exclusion.name())
        .put("elements", all(exclusion.elements(), TableWriter::element))
        .put("using", exclusion.using())
        .put("where", exclusion.where());
    return deferral(keys, exclusion);
  }

  private static Written element(Exclusion.Element element) {
    return partKeys(element.part()).put("operator", element.operator());
  }

  static Keys index(Keys keys, Index index) {
    keys.put("name", index.name())
        .put("columns", all(index.parts(), TableWriter::part))
        .putTrue("unique", index.unique())
        .put("where", index.where())
        .put("using", index.using())
        .put("include", Written.texts(index.include()).items())
        .putTrue("nulls_not_distinct", index.nullsNotDistinct());
    return OptionWriter.put(keys, index.options(), Place.INDEX);
  }

  private static Written part(IndexPart part) {
    return part instanceof IndexPart.ColumnPart column
            && column.length() == null
            && part.options().isDefault()
        ? new Text(column.column())
        : partKeys(part);
  }

  private static Keys partKeys(IndexPart part) {
    Keys keys = new Keys();
    if (part instanceof IndexPart.ColumnPart column) {
      keys.put("name", column.column())
          .put("length", column.length() == null ? null : Long.valueOf(column.length()));
    } else {
      keys.put("sql", ((IndexPart.ExpressionPart) part).sql());
    }
    IndexPart.Options options = part.options();
    NullsOrder nulls = options.nulls();
    return keys.put("order", options.descending() ? "desc" : null)
        .put("nulls", nulls == null ? null : nulls.word())
        .put("collation", options.collation())
        .put("operator_class", options.operatorClass());
  }

  static <T> List<Written> all(List<T> values, Function<T, Written> writer) {
    List<Written> written = new ArrayList<>(values.size());
    for (T value : values) {
      written.add(writer.apply(value));
    }
    return written;
  }
}
