package io.schemachain.apply;

import io.schemachain.diagnostic.SchemaException;
import io.schemachain.diagnostic.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Another runner is at work, and did not end in time. */
public final class LockBusyException extends SchemaException {
  private static final long serialVersionUID = 1L;

  /**
   * @param holder who has the lock, if the database knows
   */
  public LockBusyException(Duration waited, @Nullable String holder) {
    super(
        "Another runner is at work on this database, and did not end within "
            + waited.toSeconds()
            + " s."
            + (holder == null ? "" : " It is " + holder + "."));
  }

  @Override
  public Status status() {
    return Status.BUSY;
  }
}
