package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.SequenceDdl;
import io.schemachain.model.Schema;
import io.schemachain.model.Sequence;
import io.schemachain.model.TableName;
import java.util.List;

/** Sequences on SQL Server, where each begins with the least number of 64 bits by itself. */
final class SqlserverSequences extends SequenceDdl {
  private final SqlserverCatalog catalog;

  SqlserverSequences(SqlserverDialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
    this.catalog = dialect.catalog();
  }

  @Override
  protected String createIfNotExists(TableName name, String options) {
    return sql(
        "IF $L IS NULL\n  CREATE SEQUENCE $N$L", catalog.objectId(name, "SO"), name, options);
  }

  @Override
  protected List<String> defaults(Sequence sequence) {
    return List.of("INCREMENT BY 1", "NO MINVALUE", "NO MAXVALUE", "NO CYCLE", "CACHE");
  }

  /** NO MINVALUE would be the least number of 64 bits. */
  @Override
  protected String minValue(Sequence sequence) {
    return sequence.countsUp() ? "MINVALUE " + sequence.minOrDefault() : super.minValue(sequence);
  }

  @Override
  protected String maxValue(Sequence sequence) {
    return sequence.countsUp() ? super.maxValue(sequence) : "MAXVALUE " + sequence.maxOrDefault();
  }

  @Override
  protected String cache(Sequence sequence) {
    Long cache = sequence.cache();
    if (cache == null) {
      return "CACHE";
    }
    return cache == 1 ? no("CACHE") : "CACHE " + cache;
  }

  /**
   * "The MINVALUE … cannot be altered to a value that does not permit the START WITH value of the
   * sequence": RESTART alone changes that.
   */
  @Override
  protected List<String> changes(Sequence old, Sequence changed, boolean restarts) {
    long start = old.startOrDefault();
    if (!restarts && (start < changed.minOrDefault() || start > changed.maxOrDefault())) {
      throw dialect()
          .unsupported(
              "a range of "
                  + changed.name()
                  + " without "
                  + start
                  + ", with which it started, unless it starts again",
              "Add `restart: true`, also to the downgrade, which has to be written then.");
    }
    List<String> clauses = super.changes(old, changed, restarts);
    clauses.removeIf(clause -> clause.startsWith("START WITH "));
    return clauses;
  }
}
