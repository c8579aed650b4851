package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.EnumType;
import io.schemachain.model.Exclusion;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.Partitioning;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Sequence;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a database keeps of a part of the schema: two that it keeps alike are the same to it,
 * however they were written. The form of what a document says and that of what was read from the
 * catalog are compared; a form is for nothing else, since it may be no valid model: types are
 * texts, expressions are in the {@link ExpressionForm}.
 *
 * <p>The form of a form is itself. A dialect overrides what its catalog does not keep, or keeps
 * differently.
 */
public class StoredForm {
  private final Dialect dialect;
  private final StandardDdl ddl;
  private final ExpressionForm expressions;

  /** Schemas say the same of many columns. */
  private final Map<String, String> known = new HashMap<>();

  protected StoredForm(Dialect dialect) {
    Schema none = Schema.empty(dialect.nameScopes());
    this.dialect = requireNonNull(dialect, "dialect");
    this.ddl = dialect.ddl(none, none);
    this.expressions = dialect.expressionForm();
  }

  protected final Dialect dialect() {
    return dialect;
  }

  /** The form of a table; its parts stay in their order, which says nothing. */
  public Table of(Table table) {
    return new Table(
        table.name(),
        each(table.columns(), column -> column(column, table)),
        table.primaryKey() == null ? null : primaryKey(table.primaryKey()),
        each(table.uniqueConstraints(), this::unique),
        each(table.foreignKeys(), this::foreignKey),
        each(checks(table), this::check),
        each(table.exclusions(), this::exclusion),
        each(table.indexes(), index -> index(index, table)),
        comment(table.comment()),
        options(table.options()),
        table.partitioning() == null ? null : partitioning(table.partitioning(), table));
  }

  /** The forms of all objects beside tables, enum types that are only in columns included. */
  public List<SchemaObject> objects(Schema schema) {
    List<SchemaObject> objects = each(List.copyOf(schema.objects()), this::of);
    Set<String> types = new HashSet<>();
    for (SchemaObject object : objects) {
      if (object.kind() == ObjectKind.TYPE) {
        types.add(object.name().key());
      }
    }
    for (Table table : schema.tables()) {
      for (Column column : table.columns()) {
        DataType type =
            column.type() instanceof DataType.Array array ? array.element() : column.type();
        if (type instanceof DataType.Enumeration enumeration
            && types.add(TableName.of(enumeration.name()).key())) {
          objects.add(of(new EnumType(enumeration)));
        }
      }
    }
    return objects;
  }

  /** The form of something beside tables. */
  protected SchemaObject of(SchemaObject object) {
    return object instanceof Sequence sequence ? sequence(sequence) : object;
  }

  /** With all numbers that it has without saying them, as far as they are the same everywhere. */
  protected Sequence sequence(Sequence sequence) {
    return new Sequence(
        sequence.name(),
        sequence.startOrDefault(),
        sequence.increment(),
        sequence.minOrDefault(),
        sequence.maxOrDefault(),
        sequence.cycle(),
        sequence.cache());
  }

  // Columns

  protected Column column(Column column, Table table) {
    boolean inKey = table.primaryKeyColumns().contains(column.name());
    return new Column(
        column.name(),
        new DataType.Native(type(column.type())),
        column.nullable() && !inKey,
        column.defaultValue() == null ? null : defaultValue(column.defaultValue(), column.type()),
        column.identity() == null ? null : identity(column.identity()),
        column.computed() == null ? null : computed(column.computed()),
        comment(column.comment()),
        collation(column));
  }

  /** A type as a text that is the same for all ways to say it. */
  protected String type(DataType type) {
    return type instanceof DataType.Native text
        ? nativeType(text.text())
        : nativeType(ddl.type(type));
  }

  /** The same for SQL: one blank between words, lower case outside quotation marks. */
  protected String nativeType(String sql) {
    return lowerCase(sql.strip().replaceAll("\\s+", " ").replaceAll(" ?([(),]) ?", "$1"));
  }

  private static String lowerCase(String sql) {
    StringBuilder out = new StringBuilder(sql.length());
    char quote = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (quote == 0) {
        quote = c == '\'' || c == '"' || c == '`' ? c : 0;
        out.append(Character.toLowerCase(c));
      } else {
        quote = c == quote ? 0 : quote;
        out.append(c);
      }
    }
    return out.toString();
  }

  protected @Nullable DefaultValue defaultValue(DefaultValue value, DataType type) {
    return new DefaultValue.Expression(expression(ddl.defaultValue(value, type)));
  }

  protected Identity identity(Identity identity) {
    return new Identity(
        identity.always(), identity.startOrDefault(), identity.incrementOrDefault());
  }

  protected Computed computed(Computed computed) {
    return new Computed(expression(computed.sql()), computed.stored());
  }

  /** Null for the collation that a column has without saying one. */
  protected @Nullable String collation(Column column) {
    return column.collation();
  }

  protected @Nullable String comment(@Nullable String comment) {
    return comment == null || comment.isEmpty() ? null : comment;
  }

  // Constraints

  protected PrimaryKey primaryKey(PrimaryKey key) {
    return new PrimaryKey(key.name(), key.columns(), key.deferral(), options(key.options()));
  }

  protected UniqueConstraint unique(UniqueConstraint key) {
    return key.withOptions(options(key.options()));
  }

  protected ForeignKey foreignKey(ForeignKey key) {
    return new ForeignKey(
        key.name(),
        key.columns(),
        key.referredTable(),
        key.referredColumns(),
        action(key.onDelete()),
        action(key.onUpdate()),
        key.deferral(),
        key.matchFull(),
        key.validated());
  }

  /** Null is NO ACTION. */
  protected @Nullable ReferentialAction action(@Nullable ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION ? null : action;
  }

  /** The checks of a table, those that stand for the type of a column included. */
  private List<Check> checks(Table table) {
    List<Check> checks = new ArrayList<>(table.checks());
    for (Column column : table.columns()) {
      Check implied = impliedCheck(table.name(), column);
      if (implied != null) {
        checks.add(implied);
      }
    }
    return checks;
  }

  /** The check by which a database keeps the type of a column; null where it has the type. */
  public @Nullable Check impliedCheck(TableName table, Column column) {
    return null;
  }

  protected Check check(Check check) {
    return check.withSql(expression(check.sql()));
  }

  protected Exclusion exclusion(Exclusion exclusion) {
    return exclusion;
  }

  // Indexes

  protected Index index(Index index, Table table) {
    return new Index(
        index.name(),
        each(index.parts(), part -> part(part, index)),
        index.unique(),
        index.where() == null ? null : expression(index.where()),
        index.using() == null ? null : method(index.using().toLowerCase(Locale.ROOT)),
        index.include(),
        index.nullsNotDistinct(),
        options(index.options()));
  }

  protected IndexPart part(IndexPart part, Index index) {
    return part instanceof IndexPart.ExpressionPart written
        ? written.withSql(expression(written.sql()))
        : part;
  }

  /** Null for the method that an index has without saying one. */
  protected @Nullable String method(String method) {
    return method.equals("btree") ? null : method;
  }

  // Storage

  /** What the catalog is asked for of options; none unless a dialect says so. */
  protected Options options(Options options) {
    return Options.none();
  }

  protected Partitioning partitioning(Partitioning partitioning, Table table) {
    return partitioning.sql() == null
        ? partitioning
        : partitioning.withSql(expression(partitioning.sql()));
  }

  protected final String expression(String sql) {
    return known.computeIfAbsent(sql, expressions::of);
  }

  protected static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
    List<T> changed = new ArrayList<>(list.size());
    for (T element : list) {
      changed.add(change.apply(element));
    }
    return changed;
  }
}
