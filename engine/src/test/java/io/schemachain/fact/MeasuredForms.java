package io.schemachain.fact;

import io.schemachain.dialect.Dialect;
import java.util.Set;
import java.util.TreeSet;

/** The forms whose facts, in a version of a database, are said to be measured by the tests. */
public final class MeasuredForms {
  private MeasuredForms() {}

  public static Set<String> of(Dialect dialect) {
    Set<String> forms = new TreeSet<>();
    for (Fact fact : FactFile.read(dialect.name()).facts()) {
      if (fact.isOf(dialect.version()) && isMeasured(fact)) {
        forms.add(fact.form());
      }
    }
    return forms;
  }

  static boolean isMeasured(Fact fact) {
    return fact.source().startsWith("measured");
  }
}
