package io.schemachain.review;

import static java.util.Objects.requireNonNull;

import io.schemachain.fact.Cost;
import io.schemachain.fact.Lock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one table meanwhile.
 *
 * @param table for people; null where it is not known which
 * @param operation that does it, its title
 * @param lock null where none is taken that others can notice
 * @param from the first statement that holds it
 * @param to the last one
 * @param untilCommit whether the end of the transaction gives it back, and not that of the
 *     statement
 * @param algorithm the database's own word for how it is done; null where it has none
 * @param rows of the table, where somebody measured it
 * @param heaviest whether it stops reads or writes, and no other lock of the revision keeps others
 *     from more, or for longer
 */
public record LockLine(
    @Nullable String table,
    String operation,
    @Nullable Lock lock,
    int from,
    int to,
    boolean untilCommit,
    Cost cost,
    @Nullable String algorithm,
    @Nullable Long rows,
    boolean heaviest) {
  public LockLine {
    requireNonNull(operation, "operation");
    requireNonNull(cost, "cost");
    if (from < 1 || to < from) {
      throw new IllegalArgumentException(from + " to " + to);
    }
  }

  /** The table, or that it is not known. */
  public String tableWord() {
    return table == null ? "not known" : table;
  }

  /** {@code ACCESS EXCLUSIVE}, or {@code none}. */
  public String lockWord() {
    return lock == null ? "none" : lock.word();
  }

  /** {@code reads, writes, ddl}; {@code nobody} where nobody waits. */
  public String blocked() {
    List<Lock.Blocked> blocked = lock == null ? List.of() : lock.inOrder();
    return blocked.isEmpty()
        ? "nobody"
        : blocked.stream().map(LockLine::word).collect(Collectors.joining(", "));
  }

  private static String word(Lock.Blocked blocked) {
    return switch (blocked) {
      case READS -> "reads";
      case WRITES -> "writes";
      case DDL -> "other DDL";
    };
  }

  /** What the work is, for people: {@code writes all rows anew (INPLACE)}. */
  public String work() {
    String word =
        switch (cost) {
          case METADATA -> "catalog only";
          case ROWS -> "the rows that change";
          case SCAN -> "reads all rows";
          case INDEX_BUILD -> "reads all rows, builds an index";
          case REWRITE -> "writes all rows anew";
          case COPY -> "copies the table";
          case UNKNOWN -> "not known";
        };
    return algorithm == null ? word : word + " (" + algorithm + ")";
  }

  /** {@code 20,000}; empty where nobody measured the table. */
  public String rowsWord() {
    return rows == null ? "" : String.format(Locale.ROOT, "%,d", rows);
  }

  /** The same as {@link #work}, and how many rows there are, where that is known. */
  public String workAndRows() {
    return rows == null ? work() : work() + ", " + rowsWord() + " rows";
  }

  /** {@code 2 to 4, until commit}; one number where it is one statement. */
  public String when() {
    return (from == to ? String.valueOf(from) : from + " to " + to)
        + (untilCommit ? ", until commit" : "");
  }

  LockLine asHeaviest() {
    return new LockLine(table, operation, lock, from, to, untilCommit, cost, algorithm, rows, true);
  }
}
