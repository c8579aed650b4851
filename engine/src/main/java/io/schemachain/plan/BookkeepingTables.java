package io.schemachain.plan;

import io.schemachain.dialect.Dialect;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.Identity;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.model.UniqueConstraint;
import java.util.List;

/** What our two tables look like. */
final class BookkeepingTables {
  /** Some databases reserve the word. */
  static final String SESSION = "session";

  private static final int ID_LENGTH = 255;

  private final Dialect dialect;

  BookkeepingTables(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The version table; format-spec {@code docs/tables.md} tells its columns. */
  Table versions(TableName name) {
    List<Column> columns =
        List.of(
            required("position", DataType.Scalar.of(TypeKind.INTEGER)),
            id("revision"),
            optional("parents", DataType.Scalar.of(TypeKind.TEXT)),
            required("checksum", string(80)),
            optional("message", DataType.Scalar.of(TypeKind.TEXT)),
            required("applied_at", DataType.Scalar.of(TypeKind.TIMESTAMP, 6)),
            optional("applied_by", string(ID_LENGTH)),
            optional("duration_ms", DataType.Scalar.of(TypeKind.BIGINT)),
            required("tool", string(80)),
            required("document", DataType.Scalar.of(TypeKind.TEXT)));
    return Table.of(name, columns)
        .plus(new PrimaryKey(name.name() + "_pk", List.of("revision")))
        .plus(new UniqueConstraint(name.name() + "_position", List.of("position")));
  }

  /** The journal; format-spec {@code docs/tables.md} tells its columns. */
  Table journal(TableName name) {
    DataType number = DataType.Scalar.of(TypeKind.BIGINT);
    List<Column> columns =
        List.of(
            required("entry", number).withIdentity(Identity.DEFAULT),
            required("run", string(64)),
            id("revision"),
            required("direction", string(16)),
            required("operation_index", DataType.Scalar.of(TypeKind.INTEGER)),
            required("statement_index", DataType.Scalar.of(TypeKind.INTEGER)),
            required("kind", string(16)),
            required("fingerprint", string(64)),
            required("state", string(16)),
            optional("executed_by", string(ID_LENGTH)),
            required("started_at", DataType.Scalar.of(TypeKind.TIMESTAMP, 6)),
            optional("duration_ms", number),
            optional(SESSION, string(64)),
            optional("error", DataType.Scalar.of(TypeKind.TEXT)),
            optional("reached", DataType.Scalar.of(TypeKind.TEXT)));
    return Table.of(name, columns)
        .plus(new PrimaryKey(name.name() + "_pk", List.of("entry")))
        .plus(new UniqueConstraint(name.name() + "_run", List.of("revision", "run", "entry")));
  }

  private Column id(String name) {
    return required(name, string(ID_LENGTH));
  }

  private Column required(String name, DataType type) {
    return optional(name, type).withNullable(false);
  }

  /** Texts are kept as they are, whatever the database's own character set. */
  private Column optional(String name, DataType type) {
    TypeKind kind = type.kind();
    Column column = Column.of(name, type);
    return kind != null && kind.isCharacter()
        ? column.withCollation(dialect.binaryCollation())
        : column;
  }

  private static DataType string(int length) {
    return DataType.Scalar.of(TypeKind.STRING, length);
  }
}
