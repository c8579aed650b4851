package io.schemachain.jpa;

import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.LoggerProvider;
import org.jspecify.annotations.Nullable;

/**
 * Where Hibernate logs: nowhere. Defined once more by the {@link EntityLoader}, whose class path
 * has JBoss Logging; without it, Hibernate would start the logging of the project, or write to the
 * loggers of the JDK, which belong to all that runs in it.
 */
public final class SilentLogging implements LoggerProvider {
  public SilentLogging() {}

  @Override
  public Logger getLogger(String name) {
    return new SilentLogger(name);
  }

  @Override
  public void clearMdc() {}

  @Override
  public @Nullable Object putMdc(String key, Object value) {
    return null;
  }

  @Override
  public @Nullable Object getMdc(String key) {
    return null;
  }

  @Override
  public void removeMdc(String key) {}

  @Override
  public Map<String, Object> getMdcMap() {
    return Map.of();
  }

  @Override
  public void clearNdc() {}

  @Override
  public String getNdc() {
    return "";
  }

  @Override
  public int getNdcDepth() {
    return 0;
  }

  @Override
  public String popNdc() {
    return "";
  }

  @Override
  public String peekNdc() {
    return "";
  }

  @Override
  public void pushNdc(String message) {}

  @Override
  public void setNdcMaxDepth(int maxDepth) {}
}
