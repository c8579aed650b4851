package io.schemachain.dialect.oracle;

import io.schemachain.dialect.SequenceDdl;
import io.schemachain.model.Schema;
import io.schemachain.model.Sequence;
import io.schemachain.model.TableName;
import java.math.BigInteger;
import java.util.List;

/** Sequences on Oracle. Their numbers have up to 28 digits where nothing limits them. */
final class OracleSequences extends SequenceDdl {
  static final long DEFAULT_CACHE = 20;

  private final OracleDialect oracle;

  OracleSequences(OracleDialect dialect, Schema before, Schema after) {
    super(dialect, before, after);
    this.oracle = dialect;
  }

  @Override
  protected String createIfNotExists(TableName name, String options) {
    return oracle.features().ifExists()
        ? super.createIfNotExists(name, options)
        : PlSql.executeUnless(
            sql("CREATE SEQUENCE $N$L", name, options), PlSql.NAME_IS_USED, oracle.literals());
  }

  @Override
  protected String dropIfExists(TableName name) {
    return oracle.features().ifExists()
        ? super.dropIfExists(name)
        : PlSql.executeUnless(sql("DROP SEQUENCE $N", name), PlSql.NO_SEQUENCE, oracle.literals());
  }

  /** ORA-02283: "cannot alter starting sequence number", which is of no use after the start. */
  @Override
  protected List<String> changes(Sequence old, Sequence changed, boolean restarts) {
    List<String> clauses = super.changes(old, changed, restarts);
    clauses.removeIf(clause -> clause.startsWith("START WITH "));
    return clauses;
  }

  @Override
  protected String no(String option) {
    return "NO" + option;
  }

  /** ORA-04016: one that cycles must have it; it is what other databases have by default. */
  @Override
  protected String minValue(Sequence sequence) {
    return sequence.cycle() && !sequence.countsUp()
        ? "MINVALUE " + sequence.minOrDefault()
        : super.minValue(sequence);
  }

  /** ORA-04015. */
  @Override
  protected String maxValue(Sequence sequence) {
    return sequence.cycle() && sequence.countsUp()
        ? "MAXVALUE " + sequence.maxOrDefault()
        : super.maxValue(sequence);
  }

  /** ORA-04013: "number to CACHE must be less than one cycle", also where it is the default. */
  @Override
  protected String cache(Sequence sequence) {
    Long cache = sequence.cache();
    BigInteger steps = sequence.span().divide(BigInteger.valueOf(sequence.increment()).abs());
    boolean fits =
        !sequence.cycle()
            || BigInteger.valueOf(cache == null ? DEFAULT_CACHE : cache).compareTo(steps) < 0;
    if (cache == null) {
      return fits ? "CACHE " + DEFAULT_CACHE : no("CACHE");
    }
    if (cache == 1) {
      return no("CACHE");
    }
    if (!fits) {
      throw oracle.unsupported(
          "a cache of " + cache + " for " + sequence.name() + ", which cycles after fewer numbers",
          "Write a `cache` less than " + steps.max(BigInteger.ONE.add(BigInteger.ONE)) + ".");
    }
    return "CACHE " + cache;
  }

  /** RESTART came with 18. */
  @Override
  protected String restart(Sequence sequence, long number) {
    if (!oracle.features().restartSequence()) {
      throw oracle.unsupported(
          "another start of a sequence before version 18", "Drop it and create it again.");
    }
    return "RESTART START WITH " + number;
  }
}
