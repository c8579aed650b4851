package io.schemachain.dialect.mysql;

import io.schemachain.dialect.StoredForm;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
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
import io.schemachain.model.Table;
import io.schemachain.model.TypeKind;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    return shown(MysqlTypeNames.form(super.nativeType(sql)));
  }

  @Override
  protected @Nullable DefaultValue defaultValue(DefaultValue value, DataType type) {
    if (value instanceof DefaultValue.Constant constant && MysqlCatalogSql.isBytes(type)) {
      return bytes(((Literal.Binary) Literal.parse(type, constant.text())).hex(), type);
    }
    DefaultValue form = super.defaultValue(value, type);
    if (!(form instanceof DefaultValue.Expression expression)) {
      return form;
    }
    String sql = MysqlCatalogText.withoutParentheses(expression.sql());
    if (type(type).startsWith("bit")) {
      return new DefaultValue.Expression(bits(sql));
    }
    return new DefaultValue.Expression(
        NUMBER.matcher(sql).matches() ? number(sql) : shown(sql, type));
  }

  private String shown(String sql, DataType type) {
    boolean isText = MysqlCatalogText.isString(sql) && !MysqlDefaults.isLong(type);
    return isText ? shown(sql) : shownInExpression(sql);
  }

  /** Bits are bytes in the form of an expression, more of them than the catalog has or fewer. */
  private static String bits(String sql) {
    return sql.matches("0x[0-9a-f]+") ? new BigInteger(sql.substring(2), 16).toString() : sql;
  }

  /**
   * A constant of bytes, as far as the catalog shows it: up to the first that is 0, unless it is an
   * expression to the server.
   */
  @Nullable DefaultValue bytes(String hex, DataType type) {
    if (type.is(TypeKind.BLOB)) {
      return new DefaultValue.Expression("0x" + hex);
    }
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i + 1 < hex.length() && !hex.startsWith("00", i); i += 2) {
      shown.append(hex, i, i + 2);
    }
    return shown.length() == 0 ? null : new DefaultValue.Expression("0x" + shown);
  }

  /** The catalog is in the old UTF-8 of three bytes. */
  private static String shown(String text) {
    return withoutLong(text, "?");
  }

  /** Within an expression MySQL shows every character. */
  String shownInExpression(String text) {
    return text;
  }

  /** With another text for characters of four bytes. */
  static String withoutLong(String text, String instead) {
    return text.codePoints()
        .mapToObj(c -> Character.isSupplementaryCodePoint(c) ? instead : Character.toString(c))
        .collect(Collectors.joining());
  }

  @Override
  protected @Nullable String comment(@Nullable String comment) {
    return comment == null || comment.isEmpty() ? null : shown(comment);
  }

  @Override
  protected Check check(Check check) {
    Check form = super.check(check);
    return form.withSql(shownInExpression(form.sql()));
  }

  private static String number(String sql) {
    BigDecimal value = new BigDecimal(sql).stripTrailingZeros();
    return value.signum() == 0 ? "0" : value.toString();
  }

  @Override
  protected Computed computed(Computed computed) {
    Computed form = super.computed(computed);
    return new Computed(shownInExpression(form.sql()), form.stored());
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

  /** The values of an expression are what the server made of them, which nobody else can. */
  private Partition.Bound bound(Partition partition, Partitioning partitioning, Table table) {
    boolean known = partitioning.sql() == null;
    if (partition.bound() instanceof Partition.Range range) {
      return new Partition.Range(null, known ? values(range.to(), partitioning, table) : List.of());
    }
    if (partition.bound() instanceof Partition.In in) {
      return known
          ? new Partition.In(values(in.values(), partitioning, table))
          : new Partition.Rest();
    }
    return partition.bound();
  }

  private List<Value> values(List<Value> values, Partitioning partitioning, Table table) {
    List<Value> forms = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      int column = Math.min(i, partitioning.columns().size() - 1);
      forms.add(value(values.get(i), partitioning.columns().get(column), table));
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
