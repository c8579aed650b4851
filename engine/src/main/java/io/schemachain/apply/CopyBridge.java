package io.schemachain.apply;

import io.schemachain.dialect.CopyIn;
import io.schemachain.dialect.RowLoad;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Sends rows by what a driver has beside JDBC. The driver comes with the user and is in no class
 * path of ours, so that its methods are called by their names; {@code copyIn} is one call, during
 * which it reads the rows from a stream.
 */
final class CopyBridge {
  private final Object copier;
  private final Method copyIn;

  private CopyBridge(Object copier, Method copyIn) {
    this.copier = copier;
    this.copyIn = copyIn;
  }

  /** Nothing where the connection is of another driver, which does not know this. */
  static Optional<CopyBridge> of(Connection connection, CopyIn copy) throws SQLException {
    try {
      Class<?> type =
          Class.forName(copy.connectionType(), true, connection.getClass().getClassLoader());
      if (!connection.isWrapperFor(type)) {
        return Optional.empty();
      }
      Object copier = type.getMethod(copy.accessor()).invoke(connection.unwrap(type));
      Method copyIn = copier.getClass().getMethod("copyIn", String.class, InputStream.class);
      return Optional.of(new CopyBridge(copier, copyIn));
    } catch (ClassNotFoundException | NoSuchMethodException e) {
      return Optional.empty();
    } catch (InvocationTargetException e) {
      throw failure(e);
    } catch (IllegalAccessException e) {
      throw new SQLException("The driver does not allow " + copy.accessor(), e);
    }
  }

  void send(CopyIn copy, RowLoad load) throws SQLException {
    try (InputStream rows = load.stream(copy)) {
      copyIn.invoke(copier, copy.statement(), rows);
    } catch (IOException e) {
      throw new SQLException(e);
    } catch (InvocationTargetException e) {
      throw failure(e);
    } catch (IllegalAccessException e) {
      throw new SQLException("The driver does not allow copyIn", e);
    }
  }

  private static SQLException failure(InvocationTargetException e) {
    Throwable cause = e.getCause();
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof SQLException sql ? sql : new SQLException(cause);
  }
}
