package io.schemachain.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No two rows for which all comparisons hold: PostgreSQL's EXCLUDE.
 *
 * @param using the index method, null for the database's default
 * @param where condition on the rows it holds for, else null
 */
public record Exclusion(
    String name,
    @Nullable String using,
    List<Element> elements,
    @Nullable String where,
    Deferral deferral)
    implements Constraint {

  /**
   * What is compared, and how.
   *
   * @param operator such as {@code &&}
   */
  public record Element(IndexPart part, String operator) {
    public Element {
      requireNonNull(part, "part");
      if (operator.isBlank()) {
        throw new IllegalArgumentException("An element of an exclude constraint has an operator.");
      }
    }

    public Element withPart(IndexPart value) {
      return new Element(value, operator);
    }
  }

  public Exclusion {
    Names.requireName(name, "exclude constraint");
    elements = List.copyOf(elements);
    if (elements.isEmpty()) {
      throw new IllegalArgumentException("The exclude constraint " + name + " has no elements.");
    }
    requireNonNull(deferral, "deferral");
  }

  @Override
  public Exclusion withName(String value) {
    return new Exclusion(value, using, elements, where, deferral);
  }

  public Exclusion with(List<Element> otherElements, @Nullable String otherWhere) {
    return new Exclusion(name, using, otherElements, otherWhere, deferral);
  }

  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (Element element : elements) {
      if (element.part() instanceof IndexPart.ColumnPart column
          && !columns.contains(column.column())) {
        columns.add(column.column());
      }
    }
    return columns;
  }

  /** The texts in it that may name columns. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Element element : elements) {
      if (element.part() instanceof IndexPart.ExpressionPart expression) {
        texts.add(expression.sql());
      }
    }
    if (where != null) {
      texts.add(where);
    }
    return texts;
  }
}
