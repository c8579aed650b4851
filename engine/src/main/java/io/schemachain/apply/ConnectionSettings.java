package io.schemachain.apply;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a database.
 *
 * @param properties passed to the driver
 * @param driverClasses holds the JDBC driver
 * @param defaultSchema where unqualified names live; null for the session's own
 * @param createSchema whether the default schema is created when it does not exist
 * @param onConnect statements that the session runs first
 * @param lender whose connections are used, and given back as they were; null where the driver
 *     makes them
 */
public record ConnectionSettings(
    String url,
    @Nullable String username,
    @Nullable String password,
    Map<String, String> properties,
    ClassLoader driverClasses,
    @Nullable String defaultSchema,
    boolean createSchema,
    List<String> onConnect,
    @Nullable Lender lender) {
  public ConnectionSettings {
    requireNonNull(url, "url");
    properties = Map.copyOf(properties);
    requireNonNull(driverClasses, "driverClasses");
    onConnect = List.copyOf(onConnect);
  }

  /** The URL without what could be a password. */
  public String safeUrl() {
    return Urls.withoutSecrets(url);
  }

  /** What a driver says, without the passwords that it may repeat. */
  String withoutSecrets(String message) {
    String hidden = Urls.withoutSecrets(message);
    List<String> secrets = new ArrayList<>(Urls.secrets(url));
    properties.forEach(
        (name, value) -> {
          if (Urls.isSecret(name)) {
            secrets.add(value);
          }
        });
    if (password != null) {
      secrets.add(password);
    }
    for (String secret : secrets) {
      hidden = secret.isEmpty() ? hidden : hidden.replace(secret, "***");
    }
    return hidden;
  }

  /** Nothing that could be a password. */
  @Override
  public String toString() {
    return "ConnectionSettings[" + safeUrl() + "]";
  }
}
