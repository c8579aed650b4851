package io.schemachain.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://host/db?user=ada&password=CANARY",
        "jdbc:postgresql://host/db?user=ada&password=CANARY,CANARY&ssl=true",
        "jdbc:postgresql://host/db?user=ada&%70assword=CANARY",
        "jdbc:postgresql://host/db?sslpassword=CANARY&sslkey=CANARY",
        "jdbc:postgresql://ada:CANARY@host/db",
        "jdbc:mysql://ada:CANARY@host/db",
        "jdbc:mysql://ada:CAN@RY@CANARY@host/db",
        "jdbc:mysql://ada:CANARY/CANARY@host/db",
        "jdbc:mysql://:CANARY@host/db",
        "jdbc:mysql://ada:CANARY@one:3306,bob:CANARY@two:3306/db",
        "jdbc:mysql://(host=h,user=ada,password=CANARY)/db",
        "jdbc:mysql://address=(host=h)(user=ada)(password=CANARY)/db",
        "jdbc:mariadb://host/db?user=ada&trustStorePassword=CANARY&keyStorePassword=CANARY",
        "jdbc:sqlserver://host:1433;user=ada;password=CANARY;encrypt=true",
        "jdbc:sqlserver://host;user=ada;password={CANARY};accessToken=CANARY",
        "jdbc:sqlserver://host;keyStoreSecret=CANARY;clientKeyPassword=CANARY;PWD = CANARY",
        "jdbc:oracle:thin:ada/CANARY@//host:1521/db",
        "jdbc:oracle:thin:ada/CAN@CANARY@host:1521:db",
        "jdbc:oracle:oci:ada/CANARY@db",
        "jdbc:oracle:thin:@//host/db?oracle.jdbc.password=CANARY",
        "jdbc:h2:mem:x;USER=sa;PASSWORD=CANARY",
        "jdbc:h2:file:./x;CIPHER=AES;PASSWORD=CANARY CANARY",
        "jdbc:sqlite:x.db?password=CANARY&hexkey=CANARY"
      })
  void no_password_is_shown(String url) {
    String shown = Urls.withoutSecrets(url);
    assertThat(shown).contains("***");
    assertThat(shown.replace("CANARY CANARY", "")).doesNotContain("CANARY", "CAN@");
    assertThat(Urls.withoutSecrets("No suitable driver for " + url + " was found"))
        .doesNotContain("CAN@")
        .contains("***");
  }

  @Test
  void what_is_no_password_stays() {
    for (String url :
        new String[] {
          "jdbc:postgresql://host:5432/db?user=ada&ssl=true",
          "jdbc:mysql://one:3306,two:3306/db?useSSL=false",
          "jdbc:sqlserver://host:1433;databaseName=db;encrypt=true",
          "jdbc:oracle:thin:@//host:1521/db",
          "jdbc:oracle:thin:@host:1521:db",
          "jdbc:h2:file:./target/db;MODE=MySQL",
          "Connection to localhost:1 refused. Check that the hostname and port are correct"
        }) {
      assertThat(Urls.withoutSecrets(url)).isEqualTo(url);
    }
  }
}
