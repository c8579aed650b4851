package io.schemachain.dialect.postgresql;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.StoredForm;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.EnumType;
import io.schemachain.model.Exclusion;
import io.schemachain.model.Extension;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.NullsOrder;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Options;
import io.schemachain.model.Partition;
import io.schemachain.model.Partitioning;
import io.schemachain.model.Schema;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Sequence;
import io.schemachain.model.Table;
import io.schemachain.model.Value;
import io.schemachain.model.ViewIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the catalog keeps. */
final class PostgresqlStored extends StoredForm {
  /** Few types are of many columns. */
  private final Map<String, String> types = new HashMap<>();

  PostgresqlStored(Dialect dialect) {
    super(dialect);
  }

  // Columns

  @Override
  protected String nativeType(String sql) {
    return types.computeIfAbsent(sql, text -> PostgresqlTypeText.canonical(super.nativeType(text)));
  }

  @Override
  protected @Nullable DefaultValue defaultValue(DefaultValue value, DataType type) {
    String typeText = type(type);
    DataType kept = PostgresqlTypeText.read(typeText);
    if (value instanceof DefaultValue.Constant constant) {
      return constant(kept, constant.text());
    }
    String sql = ((DefaultValue.Expression) value).sql();
    if (sql.strip().equalsIgnoreCase("null")) {
      return null;
    }
    String form = expression(sql);
    String constant = PostgresqlConstants.read(sql, kept, typeText);
    if (constant == null) {
      constant = PostgresqlConstants.read(form, kept, typeText);
    }
    return constant == null ? new DefaultValue.Expression(form) : constant(kept, constant);
  }

  private static DefaultValue constant(DataType type, String text) {
    return new DefaultValue.Constant(PostgresqlConstants.canonical(type, text));
  }

  // Keys and indexes

  @Override
  public Table of(Table table) {
    return super.of(table)
        .withExclusions(each(table.exclusions(), exclusion -> exclusion(exclusion, table)));
  }

  private Exclusion exclusion(Exclusion exclusion, Table table) {
    String method = exclusion.using() == null ? null : method(exclusion.using());
    List<Exclusion.Element> elements = new ArrayList<>();
    for (Exclusion.Element element : exclusion.elements()) {
      elements.add(element.withPart(part(element.part(), table, method)));
    }
    String where = exclusion.where();
    return new Exclusion(
        exclusion.name(),
        method,
        elements,
        where == null ? null : expression(where),
        exclusion.deferral());
  }

  @Override
  protected Index index(Index index, Table table) {
    Index form = super.index(index, table);
    return form.withParts(each(index.parts(), part -> part(part, table, form.using())));
  }

  private IndexPart part(IndexPart part, Table table, @Nullable String method) {
    IndexPart.Options options = part.options();
    boolean descending = options.descending();
    String operatorClass = options.operatorClass();
    IndexPart.Options form =
        new IndexPart.Options(
            descending,
            options.nulls() == (descending ? NullsOrder.FIRST : NullsOrder.LAST)
                ? null
                : options.nulls(),
            options.collation(),
            operatorClass != null && isDefault(operatorClass, part, table, method)
                ? null
                : operatorClass);
    return part instanceof IndexPart.ExpressionPart written
        ? new IndexPart.ExpressionPart(expression(written.sql()), form)
        : part.withOptions(form);
  }

  private boolean isDefault(
      String operatorClass, IndexPart part, Table table, @Nullable String method) {
    return part instanceof IndexPart.ColumnPart named
        && table
            .column(named.column())
            .filter(
                column ->
                    PostgresqlOperatorClasses.isDefault(operatorClass, type(column.type()), method))
            .isPresent();
  }

  // Storage

  @Override
  protected Options options(Options options) {
    if (!options.dialect().equals(dialect().name())) {
      return Options.none();
    }
    Map<String, String> words = new TreeMap<>();
    options
        .words()
        .forEach(
            (word, value) -> {
              boolean parameter = word.startsWith("with.");
              String text = parameter ? value.toLowerCase(Locale.ROOT) : value;
              if (!text.equals(word.equals("using") ? "heap" : "false") || parameter) {
                words.put(word.toLowerCase(Locale.ROOT), text);
              }
            });
    return Options.of(dialect().name(), words);
  }

  @Override
  protected Partitioning partitioning(Partitioning partitioning, Table table) {
    Partitioning form = super.partitioning(partitioning, table);
    List<DataType> types = new ArrayList<>();
    for (String name : partitioning.columns()) {
      Column column = table.column(name).orElseThrow();
      types.add(PostgresqlTypeText.read(type(column.type())));
    }
    List<Partition> partitions = new ArrayList<>();
    for (Partition partition : form.partitions()) {
      partitions.add(Partition.of(partition.name(), bound(partition.bound(), types)));
    }
    partitions.sort(Comparator.comparing(Partition::name));
    return form.withPartitions(partitions);
  }

  private Partition.Bound bound(Partition.Bound bound, List<DataType> types) {
    if (bound instanceof Partition.Range range) {
      List<Value> from = range.from() == null ? List.of() : range.from();
      return new Partition.Range(values(from, types), values(range.to(), types));
    }
    if (bound instanceof Partition.In in) {
      List<Value> values = new ArrayList<>(values(in.values(), types));
      values.sort(Comparator.comparing(Value::toString));
      return new Partition.In(values);
    }
    return bound;
  }

  private List<Value> values(List<Value> values, List<DataType> types) {
    List<Value> canonical = new ArrayList<>();
    for (Value value : values) {
      DataType type =
          types.isEmpty() ? null : types.get(Math.min(canonical.size(), types.size() - 1));
      canonical.add(type == null ? value : value(value, type));
    }
    return canonical;
  }

  /** The server keeps what an expression gives, which is known of a constant alone. */
  private Value value(Value value, DataType type) {
    String text = value instanceof Value.Text written ? written.text() : null;
    if (value instanceof Value.Sql written) {
      text = PostgresqlConstants.read(expression(written.sql()), type, type(type));
    }
    return text == null ? value : Value.text(PostgresqlConstants.canonical(type, text));
  }

  // Objects beside tables

  @Override
  public List<SchemaObject> objects(Schema schema) {
    List<SchemaObject> all = new ArrayList<>(super.objects(schema));
    for (Table table : schema.tables()) {
      for (Column column : table.columns()) {
        DataType type =
            column.type() instanceof DataType.Array array ? array.element() : column.type();
        if (type instanceof DataType.Enumeration enumeration
            && !enumeration.isReference()
            && all.stream()
                .noneMatch(
                    object ->
                        object.kind() == ObjectKind.TYPE
                            && object.name().name().equals(enumeration.name()))) {
          all.add(new EnumType(enumeration));
        }
      }
    }
    return all;
  }

  @Override
  protected SchemaObject of(SchemaObject object) {
    if (object instanceof Extension extension) {
      return new Extension(extension.extension(), null, null);
    }
    if (object instanceof Sequence sequence) {
      return new Sequence(
          sequence.name(),
          sequence.startOrDefault(),
          sequence.increment(),
          sequence.minOrDefault(),
          sequence.maxOrDefault(),
          sequence.cycle(),
          sequence.cache() == null ? 1 : sequence.cache());
    }
    return object instanceof ViewIndex index
        ? new ViewIndex(index.table(), index(index.index(), Table.of(index.table(), List.of())))
        : object;
  }
}
