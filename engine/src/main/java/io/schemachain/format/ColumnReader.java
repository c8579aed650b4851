package io.schemachain.format;

import io.schemachain.format.ReferenceReader.Reference;
import io.schemachain.format.YamlNode.Mapping;
import io.schemachain.format.YamlNode.Scalar;
import io.schemachain.model.Column;
import io.schemachain.model.Computed;
import io.schemachain.model.DataType;
import io.schemachain.model.DefaultValue;
import io.schemachain.model.Identity;
import io.schemachain.model.Literal;
import org.jspecify.annotations.Nullable;

/** Reads a column with what it says about keys, indexes and references. */
final class ColumnReader {
  /**
   * A column as written.
   *
   * @param column not yet aware of a primary key that names it elsewhere
   * @param nullable where {@code nullable} is, if it is
   */
  record Draft(
      Column column,
      YamlNode node,
      @Nullable YamlNode nullable,
      boolean primaryKey,
      boolean unique,
      boolean index,
      @Nullable Reference reference) {

    /** Whether it makes a key, an index or a foreign key as well. */
    boolean saysMore() {
      return primaryKey || unique || index || reference != null;
    }

    /** The column as part of a primary key: never nullable, and nothing else may be said. */
    Column inPrimaryKey(Reading reading) {
      if (nullable != null && column.nullable()) {
        reading.error(
            nullable,
            "The column " + column.name() + " is in the primary key and cannot be nullable.",
            "Leave 'nullable' out: it is false there.");
      }
      return column.withNullable(false);
    }
  }

  private ColumnReader() {}

  /** The column; null when it cannot be understood. */
  static @Nullable Draft read(Reading reading, YamlNode node) {
    Fields fields = Fields.of(reading, node, "a column");
    if (fields == null) {
      return null;
    }
    int before = reading.errors();
    String name = fields.requiredName("name");
    YamlNode typeNode = fields.required("type");
    DataType type = typeNode == null ? null : TypeReader.read(reading, typeNode);
    boolean nullable = fields.flag("nullable", true);
    YamlNode defaultNode = fields.node("default");
    DefaultValue defaultValue = defaultNode == null ? null : defaultOf(reading, defaultNode, type);
    boolean primaryKey = fields.flag("primary_key", false);
    boolean unique = fields.flag("unique", false);
    boolean index = fields.flag("index", false);
    YamlNode references = fields.node("references");
    Reference reference = references == null ? null : ReferenceReader.ofColumn(reading, references);
    YamlNode identityNode = fields.node("identity");
    Identity identity = identityNode == null ? null : identity(reading, fields, identityNode);
    YamlNode computedNode = fields.node("computed");
    Computed computed = computedNode == null ? null : computed(reading, fields, computedNode);
    String comment = fields.textByDialect("comment");
    String collation = fields.textByDialect("collation");
    fields.finish();
    if (name == null || type == null || reading.errors() != before) {
      return null;
    }
    Column column =
        reading.build(
            node,
            () ->
                new Column(
                    name, type, nullable, defaultValue, identity, computed, comment, collation));
    return column == null
        ? null
        : new Draft(column, node, fields.node("nullable"), primaryKey, unique, index, reference);
  }

  /**
   * A default; null when there is none.
   *
   * @param type null where only the replay knows it
   */
  static @Nullable DefaultValue defaultOf(
      Reading reading, YamlNode written, @Nullable DataType type) {
    YamlNode node = reading.narrow(written, false);
    if (node == null || node.isNullScalar()) {
      return null;
    }
    if (node instanceof Mapping) {
      String sql = expression(reading, node, "a default");
      return sql == null ? null : new DefaultValue.Expression(sql);
    }
    if (node instanceof Scalar scalar) {
      String text = reading.resolve(scalar);
      if (type != null && reading.resolvesVariables()) {
        requireFits(reading, node, type, text);
      }
      return new DefaultValue.Constant(text);
    }
    reading.error(node, "A default is a value or {sql: …}, not a list.", null);
    return null;
  }

  private static void requireFits(Reading reading, YamlNode node, DataType type, String text) {
    try {
      Literal.parse(type, text);
    } catch (IllegalArgumentException e) {
      reading.error(node, String.valueOf(e.getMessage()), Literal.expressionHint(text));
    }
  }

  /** The text of {@code {sql: …}}. */
  static @Nullable String expression(Reading reading, YamlNode node, String what) {
    Fields fields = Fields.of(reading, node, what);
    if (fields == null) {
      return null;
    }
    String sql = fields.requiredSql("sql");
    fields.finish();
    return sql;
  }

  static @Nullable Identity identity(Reading reading, Fields column, YamlNode node) {
    if (node instanceof Scalar) {
      return column.flag("identity", false) ? Identity.DEFAULT : null;
    }
    Fields fields = Fields.of(reading, node, "an identity");
    if (fields == null) {
      return null;
    }
    boolean always = fields.flag("always", false);
    Long start = fields.integer("start");
    Long increment = fields.integer("increment");
    fields.finish();
    return reading.build(node, () -> new Identity(always, notOne(start), notOne(increment)));
  }

  /** Written out or not, 1 is the same; the model has one form of it. */
  private static @Nullable Long notOne(@Nullable Long number) {
    return number != null && number == 1 ? null : number;
  }

  static @Nullable Computed computed(Reading reading, Fields column, YamlNode written) {
    YamlNode node = reading.narrow(written, false);
    if (node == null) {
      return null;
    }
    if (node instanceof Scalar) {
      String sql = column.sqlOf(node, "computed");
      return sql == null ? null : new Computed(sql, true);
    }
    Fields fields = Fields.of(reading, node, "a computed column");
    if (fields == null) {
      return null;
    }
    String sql = fields.requiredSql("sql");
    boolean stored = fields.flag("stored", true);
    fields.finish();
    return sql == null ? null : new Computed(sql, stored);
  }
}
