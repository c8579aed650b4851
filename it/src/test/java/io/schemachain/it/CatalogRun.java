package io.schemachain.it;

import io.schemachain.apply.ConnectionSettings;
import io.schemachain.apply.Database;
import io.schemachain.dialect.Dialect;
import io.schemachain.diff.Difference;
import io.schemachain.diff.SchemaDiff;
import io.schemachain.diff.Side;
import io.schemachain.introspect.Introspected;
import io.schemachain.model.Check;
import io.schemachain.model.Column;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.ForeignKey;
import io.schemachain.model.Identity;
import io.schemachain.model.Index;
import io.schemachain.model.IndexPart;
import io.schemachain.model.PrimaryKey;
import io.schemachain.model.ReferentialAction;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.model.UniqueConstraint;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.operation.CreateTable;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the catalog of a database and compares it with the model of the same, in a JVM of its own
 * with nothing compiled yet. Writes to the standard output: milliseconds of both together, those of
 * reading alone, mebibytes of heap at its fullest.
 */
public final class CatalogRun {
  private CatalogRun() {}

  /** The figures of a run. */
  record Figures(double millis, double reading, double heap) {
    static Figures parse(String line) {
      String[] words = line.strip().split(" ", -1);
      return new Figures(
          Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
    }
  }

  /**
   * @param arguments the number of tables, the URL, the user name and the password
   */
  public static void main(String[] arguments) {
    int tables = Integer.parseInt(arguments[0]);
    ConnectionSettings settings =
        new ConnectionSettings(
            arguments[1],
            arguments.length > 2 ? arguments[2] : null,
            arguments.length > 3 ? arguments[3] : null,
            Map.of(),
            CatalogRun.class.getClassLoader(),
            null,
            false,
            List.of(),
            null);
    try (Database database = Database.open(settings)) {
      Dialect dialect = database.dialect();
      Schema expected = Schema.empty(dialect.nameScopes());
      for (Operation operation : operations(tables)) {
        expected = ApplyToSchema.apply(operation, expected);
      }
      long start = System.nanoTime();
      Introspected read = database.introspect(List.of());
      long reading = System.nanoTime();
      List<Difference> differences =
          SchemaDiff.of(dialect, dialect.introspection().kinds(), Side.of(expected), Side.of(read));
      long end = System.nanoTime();
      if (!differences.isEmpty()) {
        throw new IllegalStateException(differences.size() + ": " + differences.get(0));
      }
      System.out.println(
          (end - start) / 1e6
              + " "
              + (reading - start) / 1e6
              + " "
              + ColdRun.fullestHeap() / 1048576.0);
    }
  }

  /** Tables of ten columns with what tables have: keys, a check, a default, indexes, comments. */
  static List<Operation> operations(int tables) {
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < tables; i++) {
      operations.add(new CreateTable(table(i)));
    }
    return operations;
  }

  private static Table table(int number) {
    String name = "t" + number;
    List<Column> columns = new ArrayList<>();
    columns.add(
        Column.of("id", DataType.Scalar.of(TypeKind.BIGINT))
            .withNullable(false)
            .withIdentity(Identity.DEFAULT));
    columns.add(Column.of("parent", DataType.Scalar.of(TypeKind.BIGINT)));
    columns.add(
        Column.of("code", DataType.Scalar.of(TypeKind.STRING, 40))
            .withNullable(false)
            .withComment("Known to customers"));
    columns.add(
        Column.of("state", DataType.Scalar.of(TypeKind.STRING, 10))
            .withDefault(new DefaultValue.Constant("new")));
    columns.add(Column.of("amount", new DataType.Scalar(TypeKind.NUMERIC, 12, 2)));
    columns.add(
        Column.of("created", DataType.Scalar.of(TypeKind.TIMESTAMP, 6))
            .withDefault(new DefaultValue.Expression("CURRENT_TIMESTAMP")));
    columns.add(Column.of("born", DataType.Scalar.of(TypeKind.DATE)));
    columns.add(Column.of("active", DataType.Scalar.of(TypeKind.BOOLEAN)));
    columns.add(Column.of("note", DataType.Scalar.of(TypeKind.TEXT)));
    columns.add(Column.of("document", DataType.Scalar.of(TypeKind.JSON)));
    Table table =
        Table.of(TableName.of(name), columns)
            .plus(new PrimaryKey("pk_" + name, List.of("id")))
            .plus(new UniqueConstraint("uq_" + name, List.of("code")))
            .plus(new Check("ck_" + name, "amount >= 0 AND state IN ('new', 'old')"))
            .plus(new Index("ix_" + name, List.of(IndexPart.column("born")), false, "active"));
    return number == 0
        ? table
        : table.plus(
            new ForeignKey(
                "fk_" + name,
                List.of("parent"),
                TableName.of("t" + (number - 1)),
                List.of("id"),
                ReferentialAction.CASCADE,
                null));
  }
}
