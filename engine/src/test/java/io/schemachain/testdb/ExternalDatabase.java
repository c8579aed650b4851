package io.schemachain.testdb;

import org.jspecify.annotations.Nullable;

/** A database somebody else made and will drop. */
record ExternalDatabase(
    String dialect, String url, @Nullable String username, @Nullable String password)
    implements TestDatabase {
  @Override
  public void reset() {
    throw new UnsupportedOperationException(url + " was not created here and is not emptied");
  }

  /** Does nothing: the database belongs to somebody else. */
  @Override
  public void close() {}
}
