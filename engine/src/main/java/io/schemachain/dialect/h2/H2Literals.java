package io.schemachain.dialect.h2;

import io.schemachain.dialect.Literals;
import io.schemachain.dialect.UnsupportedFeatureException;
import io.schemachain.model.DataType;
import io.schemachain.model.Literal;

/** H2's constants. */
final class H2Literals extends Literals {
  @Override
  protected String uuid(String value) {
    return typed("UUID", value);
  }

  /** A plain string would become a JSON string with the text inside. */
  @Override
  protected String json(String value) {
    return "JSON " + string(value);
  }

  /** A string would become an array of one element. */
  @Override
  public String render(Literal literal, DataType type) {
    if (type instanceof DataType.Array) {
      throw new UnsupportedFeatureException(
          "H2", "arrays as text", "Write the value as {sql: \"ARRAY[1, 2]\"}.");
    }
    return super.render(literal, type);
  }
}
