package io.schemachain.review;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.TrailingComments;
import java.util.ArrayList;
import java.util.List;

/** Writes the queries of probes, each a SELECT that gives one number. */
final class ProbeWriter {
  static final String NONE = "0";

  private final Dialect dialect;
  private final List<Probe> probes = new ArrayList<>();

  ProbeWriter(Dialect dialect) {
    this.dialect = requireNonNull(dialect, "dialect");
  }

  List<Probe> probes() {
    return List.copyOf(probes);
  }

  /** How many rows there are. */
  void rows(String question, TableNow table, String expected) {
    add(question, dialect.sql().format("SELECT COUNT(*) FROM $N", table.name()), expected);
  }

  /** For how many rows a condition holds. */
  void rows(String question, TableNow table, String condition, String expected) {
    add(
        question,
        dialect.sql().format("SELECT COUNT(*) FROM $N WHERE $L", table.name(), condition),
        expected);
  }

  void add(String question, String sql, String expected) {
    probes.add(new Probe(question, sql, expected));
  }

  /** SQL of the author to stand within a query: a comment behind it would hide the rest. */
  String written(String sql) {
    return TrailingComments.cut(sql, dialect.lexis());
  }
}
