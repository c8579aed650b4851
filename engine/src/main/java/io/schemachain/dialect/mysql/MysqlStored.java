package io.schemachain.dialect.mysql;

import io.schemachain.dialect.StoredForm;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.Literal;
import io.schemachain.model.Options;
import io.schemachain.model.Partition;
import io.schemachain.model.Partitioning;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.SchemaObject;
import io.schemachain.model.Table;
import io.schemachain.model.TypeKind;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.Value;
import io.schemachain.model.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the catalog keeps. */
class MysqlStored extends StoredForm {
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d+(?:\\.\\d*)?(?:e[+-]?\\d+)?", Pattern.CASE_INSENSITIVE);

  private final MysqlDialect mysql;

  MysqlStored(MysqlDialect dialect) {
    super(dialect);
    this.mysql = dialect;
  }

  final MysqlDialect mysql() {
    return mysql;
  }

  /** A unique index of whole columns is a unique constraint. */
  @Override
  public Table of(Table table) {
    Table form = super.of(table);
    List<UniqueConstraint> unique = new ArrayList<>(form.uniqueConstraints());
    List<Index> others = new ArrayList<>();
    for (Index index : form.indexes()) {
      if (MysqlCatalogKeys.isConstraint(index)) {
        unique.add(new UniqueConstraint(index.name(), index.columns()));
      } else {
        others.add(index);
      }
    }
    return form.withUniqueConstraints(unique).withIndexes(others);
  }

  /** The catalog prints a whole query in words of its own, so that only the name is compared. */
  @Override
  protected SchemaObject of(SchemaObject object) {
    return object instanceof View view
        ? new View(view.name(), view.materialized(), List.of(), null, "", null)
        : object;
  }

  // Columns

  @Override
  protected Column column(Column column, Table table) {
    Column form = super.column(column, table);
    boolean same =
        column.collation() != null
            && MysqlStoredOptions.collation(column.collation())
                .equals(MysqlStoredOptions.tableCollation(options(table.options()), mysql));
    return same || form.collation() == null
        ? form.withCollation(null)
        : form.withCollation(MysqlStoredOptions.collation(form.collation()));
  }

  @Override
  protected String nativeType(String sql) {
    return MysqlTypeNames.form(super.nativeType(sql));
  }

  @Override
  protected @Nullable DefaultValue defaultValue(DefaultValue value, DataType type) {
    if (value instanceof DefaultValue.Constant constant && type.is(TypeKind.BINARY)) {
      String hex = ((Literal.Binary) Literal.parse(type, constant.text())).hex();
      int digits = 2 * ((DataType.Scalar) type).requireLength();
      String padded = hex + "0".repeat(Math.max(0, digits - hex.length()));
      return bytes(padded);
    }
    if (value instanceof DefaultValue.Constant constant
        && (type.is(TypeKind.VARBINARY) || type.is(TypeKind.BLOB))) {
      return bytes(((Literal.Binary) Literal.parse(type, constant.text())).hex());
    }
    DefaultValue.Expression form = (DefaultValue.Expression) super.defaultValue(value, type);
    if (form == null) {
      return null;
    }
    String sql = MysqlCatalogText.withoutParentheses(form.sql());
    return new DefaultValue.Expression(NUMBER.matcher(sql).matches() ? number(sql) : sql);
  }

  /** A default of bytes, as far as the catalog shows it: up to the first that is 0. */
  @Nullable DefaultValue bytes(String hex) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i + 1 < hex.length() && !hex.startsWith("00", i); i += 2) {
      shown.append(hex, i, i + 2);
    }
    return shown.length() == 0 ? null : new DefaultValue.Expression("0x" + shown);
  }

  private static String number(String sql) {
    BigDecimal value = new BigDecimal(sql).stripTrailingZeros();
    return value.signum() == 0 ? "0" : value.toString();
  }

  /** The counter is data. */
  @Override
  protected Identity identity(Identity identity) {
    return Identity.DEFAULT;
  }

  // Keys and indexes

  /** It is called PRIMARY, whatever it was given. */
  @Override
  protected PrimaryKey primaryKey(PrimaryKey key) {
    return super.primaryKey(key).withName(MysqlCatalogKeys.PRIMARY);
  }

  /** To InnoDB RESTRICT and NO ACTION are the same. */
  @Override
  protected @Nullable ReferentialAction action(@Nullable ReferentialAction action) {
    return action == ReferentialAction.RESTRICT ? null : super.action(action);
  }

  @Override
  protected Index index(Index index, Table table) {
    return super.index(index, table)
        .withOptions(MysqlStoredOptions.ofIndex(index.options(), mysql));
  }

  /** NULL stands before all values. */
  @Override
  protected IndexPart part(IndexPart part, Index index) {
    IndexPart.Options options = part.options();
    return super.part(part, index)
        .withOptions(new IndexPart.Options(options.descending(), null, options.collation(), null));
  }

  // Storage

  @Override
  protected Options options(Options options) {
    return MysqlStoredOptions.ofTable(options, mysql);
  }

  /** A range has an upper end only; values are those that the columns read. */
  @Override
  protected Partitioning partitioning(Partitioning partitioning, Table table) {
    return super.partitioning(partitioning, table)
        .withPartitions(
            each(
                partitioning.partitions(),
                partition ->
                    Partition.of(partition.name(), bound(partition, partitioning, table))));
  }

  private Partition.Bound bound(Partition partition, Partitioning partitioning, Table table) {
    if (partition.bound() instanceof Partition.Range range) {
      return new Partition.Range(null, values(range.to(), partitioning, table));
    }
    return partition.bound() instanceof Partition.In in
        ? new Partition.In(values(in.values(), partitioning, table))
        : partition.bound();
  }

  private List<Value> values(List<Value> values, Partitioning partitioning, Table table) {
    List<Value> forms = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      List<String> columns = partitioning.columns();
      forms.add(
          columns.isEmpty()
              ? values.get(i)
              : value(values.get(i), columns.get(Math.min(i, columns.size() - 1)), table));
    }
    return forms;
  }

  private Value value(Value value, String column, Table table) {
    DataType type = table.column(column).map(Column::type).orElse(null);
    if (!(value instanceof Value.Text) || type == null || type.kind() == null) {
      return value;
    }
    return Value.text(mysql.literals().render(Literal.parse(type, value), type));
  }
}
