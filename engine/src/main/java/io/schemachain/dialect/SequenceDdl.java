package io.schemachain.dialect;

import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.Sequence;
import io.schemachain.model.TableName;
import io.schemachain.operation.AlterSequence;
import io.schemachain.operation.CreateSequence;
import io.schemachain.operation.DropSequence;
import java.util.ArrayList;
import java.util.List;

/** Portable SQL for sequences. Only what is not the database's default is written. */
public class SequenceDdl {
  private final Dialect dialect;
  private final Schema before;
  private final Schema after;

  public SequenceDdl(Dialect dialect, Schema before, Schema after) {
    this.dialect = dialect;
    this.before = before;
    this.after = after;
  }

  protected final Dialect dialect() {
    return dialect;
  }

  protected final String sql(String pattern, Object... arguments) {
    return dialect.sql().format(pattern, arguments);
  }

  // Statements

  final SqlStatement create(CreateSequence operation) {
    Sequence sequence = operation.sequence();
    List<String> clauses = options(sequence);
    clauses.removeAll(defaults(sequence));
    String options = clauses.isEmpty() ? "" : " " + String.join(" ", clauses);
    return SqlStatement.ddl(
        operation.ifNotExists()
            ? createIfNotExists(sequence.name(), options)
            : sql("CREATE SEQUENCE $N$L", sequence.name(), options));
  }

  /**
   * @param options what follows the name, with a space before it
   */
  protected String createIfNotExists(TableName name, String options) {
    return sql("CREATE SEQUENCE IF NOT EXISTS $N$L", name, options);
  }

  final SqlStatement drop(DropSequence operation) {
    return SqlStatement.ddl(
        operation.ifExists()
            ? dropIfExists(operation.name())
            : sql("DROP SEQUENCE $N", operation.name()));
  }

  protected String dropIfExists(TableName name) {
    return sql("DROP SEQUENCE IF EXISTS $N", name);
  }

  /** One statement, so that a new range can come with a number that is in it. */
  final List<SqlStatement> alter(AlterSequence operation) {
    Sequence old = of(before, operation.name());
    Sequence changed = of(after, operation.name());
    List<String> clauses = new ArrayList<>();
    if (operation.restart().present()) {
      Long number = operation.restart().value();
      clauses.add(restart(changed, number == null ? changed.startOrDefault() : number));
    }
    clauses.addAll(changes(old, changed, operation.restart().present()));
    return clauses.isEmpty()
        ? List.of()
        : List.of(
            SqlStatement.ddl(sql("ALTER SEQUENCE $N $L", old.name(), String.join(" ", clauses))));
  }

  private static Sequence of(Schema schema, TableName name) {
    return (Sequence) schema.find(ObjectKind.SEQUENCE, name).orElseThrow();
  }

  // Options

  /**
   * The options of ALTER that make one of the other.
   *
   * @param restarts whether the statement sets the next number as well
   */
  protected List<String> changes(Sequence old, Sequence changed, boolean restarts) {
    List<String> clauses = options(changed);
    clauses.removeAll(options(old));
    return clauses;
  }

  /** All options, in the order of the database, the defaults in words as well. */
  protected final List<String> options(Sequence sequence) {
    List<String> clauses = new ArrayList<>();
    clauses.add("START WITH " + sequence.startOrDefault());
    clauses.add("INCREMENT BY " + sequence.increment());
    clauses.add(minValue(sequence));
    clauses.add(maxValue(sequence));
    clauses.add(sequence.cycle() ? "CYCLE" : no("CYCLE"));
    clauses.add(cache(sequence));
    return clauses;
  }

  /** The options that a sequence has where none, or nothing but a step downwards, is written. */
  protected List<String> defaults(Sequence sequence) {
    List<String> clauses = options(Sequence.of(sequence.name(), sequence.countsUp() ? 1 : -1));
    clauses.remove("INCREMENT BY -1");
    return clauses;
  }

  /** An option that is not there. */
  protected String no(String option) {
    return "NO " + option;
  }

  protected String minValue(Sequence sequence) {
    return sequence.minValue() == null ? no("MINVALUE") : "MINVALUE " + sequence.minValue();
  }

  protected String maxValue(Sequence sequence) {
    return sequence.maxValue() == null ? no("MAXVALUE") : "MAXVALUE " + sequence.maxValue();
  }

  protected String cache(Sequence sequence) {
    return "CACHE " + (sequence.cache() == null ? defaultCache() : sequence.cache().toString());
  }

  /** How many numbers are taken at once where nobody said. */
  protected String defaultCache() {
    return "1";
  }

  protected String restart(Sequence sequence, long number) {
    return "RESTART WITH " + number;
  }
}
