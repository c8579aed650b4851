package io.schemachain.dialect.h2;

import io.schemachain.dialect.StandardDdl;
import io.schemachain.dialect.ViewDdl;
import io.schemachain.model.View;

/** H2's grammar has no options, and knows materialized views since 2.3. */
final class H2Views extends ViewDdl {
  private final H2Features features;

  H2Views(H2Features features, StandardDdl ddl) {
    super(ddl);
    this.features = features;
  }

  @Override
  protected void require(View view) {
    if (view.options() != null) {
      throw noOptions();
    }
    if (!view.materialized()) {
      return;
    }
    if (!features.materializedViews()) {
      throw dialect()
          .unsupported(
              "materialized views before version 2.3",
              "Name a newer version in `dialects` of schema.yaml, or leave it out with"
                  + " `except_dialects: [h2]`.");
    }
    if (!view.columns().isEmpty()) {
      throw dialect()
          .unsupported(
              "a list of columns for a materialized view", "Name them in the query with AS.");
    }
    if (view.comment() != null) {
      throw noComments();
    }
  }
}
