package io.schemachain.testdb;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made on first use; a failure is remembered, so that it costs its time only once. */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable T value;
  private @Nullable RuntimeException failure;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (failure != null) {
      throw new TestDatabaseException(String.valueOf(failure.getMessage()), failure);
    }
    T result = value;
    if (result == null) {
      try {
        result = maker.get();
        value = result;
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }
    return result;
  }
}
