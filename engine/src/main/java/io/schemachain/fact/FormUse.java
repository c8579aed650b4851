package io.schemachain.fact;

import io.schemachain.model.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form that an operation has, and where.
 *
 * @param table null where it is not known which
 * @param referred other tables that foreign keys lead to, or come from
 */
record FormUse(@Nullable TableName table, String form, List<TableName> referred) {
  FormUse {
    referred = List.copyOf(referred);
  }

  static FormUse of(@Nullable TableName table, String form) {
    return new FormUse(table, form, List.of());
  }
}
