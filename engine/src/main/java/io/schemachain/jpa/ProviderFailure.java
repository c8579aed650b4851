package io.schemachain.jpa;

import java.lang.reflect.InvocationTargetException;

/** What a provider throws, in words. */
final class ProviderFailure {
  private ProviderFailure() {}

  static JpaException of(String provider, Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && cause instanceof InvocationTargetException) {
      cause = cause.getCause();
    }
    return new JpaException(provider + " cannot read the entities: " + cause, null, cause);
  }
}
