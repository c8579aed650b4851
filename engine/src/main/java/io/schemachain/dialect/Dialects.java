package io.schemachain.dialect;

import io.schemachain.dialect.h2.H2Dialect;
import io.schemachain.dialect.mysql.MariadbDialect;
import io.schemachain.dialect.mysql.MysqlDialect;
import io.schemachain.dialect.oracle.OracleDialect;
import io.schemachain.dialect.postgresql.PostgresqlDialect;
import io.schemachain.dialect.sqlite.SqliteDialect;
import io.schemachain.dialect.sqlserver.SqlserverDialect;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The supported databases, once, in the order of documents and tests. */
public final class Dialects {
  public static final List<Dialect> ALL = new MadeWhenAsked();

  private Dialects() {}

  /** The dialect of that word, in the version that is assumed when none is given. */
  public static Optional<Dialect> find(String name) {
    return ALL.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
  }

  /** A run needs one dialect, and to load the classes of all takes a new JVM a while. */
  private static final class MadeWhenAsked extends AbstractList<Dialect> {
    private static final int SIZE = 7;

    private final @Nullable Dialect[] made = new Dialect[SIZE];

    @Override
    public synchronized Dialect get(int index) {
      Dialect dialect = made[Objects.checkIndex(index, SIZE)];
      if (dialect == null) {
        dialect = make(index);
        made[index] = dialect;
      }
      return dialect;
    }

    @Override
    public int size() {
      return SIZE;
    }

    private static Dialect make(int index) {
      return switch (index) {
        case 0 -> new PostgresqlDialect();
        case 1 -> new MysqlDialect();
        case 2 -> new MariadbDialect();
        case 3 -> new SqliteDialect();
        case 4 -> new H2Dialect();
        case 5 -> new OracleDialect();
        case 6 -> new SqlserverDialect();
        default -> throw new IndexOutOfBoundsException(index);
      };
    }
  }
}
