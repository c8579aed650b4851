package io.schemachain.maven;

import static io.schemachain.maven.MavenContext.PREFIX;

import io.schemachain.command.Setting;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.logging.Log;

/** Passwords on the command line, where others of the machine see them: a word of warning. */
final class PlainPasswords {
  private static final String JDBC = "jdbc.";

  private PlainPasswords() {}

  /** Once a build. */
  static void warn(MavenContext maven, Log log) {
    Set<String> given = new TreeSet<>();
    for (String property : maven.session().getUserProperties().stringPropertyNames()) {
      String value = maven.session().getUserProperties().getProperty(property);
      if (property.startsWith(PREFIX) && isPassword(property.substring(PREFIX.length()), value)) {
        given.add("-D" + property);
      }
    }
    if (!given.isEmpty()
        && maven
            .session()
            .getRepositorySession()
            .getData()
            .set(PlainPasswords.class.getName(), null, true)) {
      log.warn(
          "A password stands on the command line ("
              + String.join(", ", given)
              + "), where other users of this machine, the history of the shell and mvn -X show it."
              + " Give it as SCHEMA_PASSWORD, or as a server of settings.xml: -Dschema.server=<id>.");
    }
  }

  private static boolean isPassword(String name, String value) {
    return !value.isEmpty()
        && (name.equals("password")
            || (name.startsWith(JDBC) && Setting.isSecret(name.substring(JDBC.length())))
            || (name.equals("url") && Setting.hasSecret(value)));
  }
}
