package io.schemachain.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dialect as it is typed. */
class VersionsTest {
  @ParameterizedTest
  @CsvSource({
    "postgresql, postgresql:14",
    "postgresql:12, postgresql:12",
    "mysql, mysql:8",
    "mysql:5.7, mysql:5.7",
    "mysql:5.7.44, mysql:5.7",
    "mariadb, mariadb:10.11",
    "mariadb:10.6, mariadb:10.6",
    "sqlite, sqlite:3.35",
    "h2, h2:2",
    "oracle, oracle:12.2",
    "oracle:19, oracle:19",
    "sqlserver, sqlserver:2016",
    "sqlserver:2019, sqlserver:2019"
  })
  void without_a_version_one_is_assumed(String typed, String meant) {
    assertThat(Workspace.dialect(typed, "the test")).hasToString(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql:11, PostgreSQL, 12",
    "mysql:5.6, MySQL, 5.7",
    "mariadb:10.5, MariaDB, 10.6",
    "sqlite:3.34, SQLite, 3.35",
    "h2:1.4, H2, 2",
    "oracle:12.1, Oracle, 12.2",
    "sqlserver:2014, SQL Server, 2016"
  })
  void an_older_version_is_refused(String typed, String database, String oldest) {
    assertThatThrownBy(() -> Workspace.dialect(typed, "the test"))
        .hasMessage(
            typed
                + " (the test) is too old: the oldest supported version of "
                + database
                + " is "
                + oldest
                + ".");
  }
}
