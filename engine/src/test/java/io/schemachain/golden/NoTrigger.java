package io.schemachain.golden;

import java.sql.Connection;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** A trigger of H2, which is a class, that does nothing. */
public final class NoTrigger implements Trigger {
  @Override
  public void fire(Connection connection, Object @Nullable [] oldRow, Object @Nullable [] newRow) {}
}
