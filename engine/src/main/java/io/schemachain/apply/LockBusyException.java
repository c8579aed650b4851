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
   * @param place the revision that was applied last, if there is one and it was asked for
   */
  public LockBusyException(Duration waited, @Nullable String holder, @Nullable String place) {
    super(
        "Another runner is at work on this database, and did not end within "
            + waited.toSeconds()
            + " s."
            + (holder == null ? "" : " It is " + holder + ".")
            + (place == null ? "" : " The last revision that is applied is " + place + "."));
  }

  @Override
  public Status status() {
    return Status.BUSY;
  }
}
