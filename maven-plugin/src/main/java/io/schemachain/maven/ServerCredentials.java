package io.schemachain.maven;

import io.schemachain.command.FrontEnd.Credentials;
import java.util.List;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.building.SettingsProblem.Severity;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Entries of settings.xml, decrypted as Maven itself decrypts those of its repositories. */
final class ServerCredentials {
  private ServerCredentials() {}

  static Optional<Credentials> of(String id, Settings settings, SettingsDecrypter decrypter) {
    Server server = settings.getServer(id);
    if (server == null) {
      return Optional.empty();
    }
    SettingsDecryptionResult result =
        decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
    List<String> problems =
        result.getProblems().stream()
            .filter(problem -> problem.getSeverity() != Severity.WARNING)
            .map(SettingsProblem::getMessage)
            .toList();
    if (!problems.isEmpty()) {
      throw GoalException.cannotRun(
          "The password of server %s in settings.xml cannot be decrypted: %s"
              .formatted(id, String.join("; ", problems)),
          null);
    }
    Server decrypted = result.getServer();
    return Optional.of(new Credentials(decrypted.getUsername(), decrypted.getPassword()));
  }
}
