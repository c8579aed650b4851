package io.schemachain.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database's driver alone, in a JVM of its own with nothing compiled yet: connects, reads which
 * revisions are applied with their checksums, and closes. Writes the milliseconds from the start of
 * main to the standard output.
 */
public final class DriverRun {
  private DriverRun() {}

  /**
   * @param arguments URL, user and password, of which the last two may be empty
   */
  public static void main(String[] arguments) throws SQLException {
    long start = System.nanoTime();
    int read = 0;
    try (Connection connection =
            arguments[1].isEmpty()
                ? DriverManager.getConnection(arguments[0])
                : DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT revision, checksum FROM schemachain_version")) {
      while (rows.next()) {
        read += rows.getString(1).length() + rows.getString(2).length();
      }
    }
    if (read == 0) {
      throw new IllegalStateException("There is no revision in " + arguments[0]);
    }
    System.out.println((System.nanoTime() - start) / 1e6);
  }
}
