package io.schemachain.apply;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** An application that lends its own connections. They are given back as they were. */
public final class Lender {
  private final DataSource source;

  public Lender(DataSource source) {
    this.source = requireNonNull(source, "source");
  }

  /**
   * The URL of its connections, which says what database it is.
   *
   * @throws ConnectionFailedException if it gives no connection
   */
  public String url() {
    try (Connection connection = source.getConnection()) {
      return connection.getMetaData().getURL();
    } catch (SQLException e) {
      throw new ConnectionFailedException(
          "The data source gives no connection: " + Database.reason(e), e);
    }
  }

  DataSource source() {
    return source;
  }
}
