package io.schemachain.dialect.mysql;

import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Partition;
import io.schemachain.model.Partitioning;
import io.schemachain.model.Sequence;
import io.schemachain.model.Table;
import io.schemachain.model.TypeKind;
import io.schemachain.model.Value;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The same but for what MariaDB keeps differently. */
final class MariadbStored extends MysqlStored {
  private static final Pattern NEXT_VALUE =
      Pattern.compile(
          "\\bNEXT\\s+VALUE\\s+FOR\\s+((?:`[^`]+`|\\w+)(?:\\.(?:`[^`]+`|\\w+))?)",
          Pattern.CASE_INSENSITIVE);

  MariadbStored(MariadbDialect dialect) {
    super(dialect);
  }

  @Override
  public Table of(Table table) {
    Table form = super.of(table);
    Partitioning partitioning = table.partitioning();
    return partitioning != null && hidesRest(partitioning) ? form.withPartitioning(null) : form;
  }

  /** Whether the catalog does not tell the values of a list of an expression from DEFAULT. */
  private static boolean hidesRest(Partitioning partitioning) {
    return partitioning.method() == Partitioning.Method.LIST
        && partitioning.sql() != null
        && partitioning.partitions().stream().anyMatch(MariadbStored::mayBeRest);
  }

  private static boolean mayBeRest(Partition partition) {
    return partition.bound() instanceof Partition.Rest
        || (partition.bound() instanceof Partition.In in
            && in.values().equals(List.of(Value.text("0"))));
  }

  /** A question mark for each byte. */
  @Override
  String shownInExpression(String text) {
    return withoutLong(text, "????");
  }

  /** The catalog has the function for what the standard writes in words. */
  @Override
  protected @Nullable DefaultValue defaultValue(DefaultValue value, DataType type) {
    return super.defaultValue(
        value instanceof DefaultValue.Expression expression
            ? new DefaultValue.Expression(
                NEXT_VALUE.matcher(expression.sql()).replaceAll("nextval($1)"))
            : value,
        type);
  }

  /** Bytes that are no text are question marks in the catalog. */
  @Override
  @Nullable DefaultValue bytes(String hex, DataType type) {
    if (!type.is(TypeKind.BLOB)) {
      for (byte one : HexFormat.of().parseHex(hex)) {
        if (one < 0 || one == '?') {
          return null;
        }
      }
    }
    return new DefaultValue.Expression("0x" + padded(hex, type));
  }

  private static String padded(String hex, DataType type) {
    int digits = type.is(TypeKind.BINARY) ? 2 * ((DataType.Scalar) type).requireLength() : 0;
    return hex + "0".repeat(Math.max(0, digits - hex.length()));
  }

  /** What was made before version 10.7 keeps the type that a UUID had there. */
  @Override
  protected String nativeType(String sql) {
    String type = super.nativeType(sql);
    return type.equals("uuid") ? "char(36)" : type;
  }

  @Override
  protected Sequence sequence(Sequence sequence) {
    return MariadbSequences.plain(sequence);
  }
}
