package io.schemachain.dialect;

/**
 * The JDBC driver for a kind of URL.
 *
 * @param urlPrefix such as {@code jdbc:postgresql:}
 * @param version used where the user's build declares none
 * @param className the {@code java.sql.Driver}
 */
public record DriverArtifact(
    String urlPrefix, String groupId, String artifactId, String version, String className) {
  /** {@code group:artifact:version}. */
  public String coordinates() {
    return groupId + ":" + artifactId + ":" + version;
  }
}
