package io.schemachain.jpa;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two names of one API, and which of them the providers on a class path speak. */
final class PersistenceApi {
  static final String JAKARTA = "jakarta.persistence";
  static final String JAVAX = "javax.persistence";

  private final List<ClassFolder> folders;

  PersistenceApi(List<ClassFolder> folders) {
    this.folders = folders;
  }

  /**
   * The API for which there is a provider.
   *
   * @param used that of the entities, if they say
   */
  String require(@Nullable String used, SourceLocation asked, Diagnostics diagnostics) {
    Optional<ClassFolder> jakarta = provider(JAKARTA);
    Optional<ClassFolder> javax = provider(JAVAX);
    if (used == null) {
      return jakarta.isEmpty() && javax.isPresent() ? JAVAX : JAKARTA;
    }
    Optional<ClassFolder> fitting = used.equals(JAKARTA) ? jakarta : javax;
    Optional<ClassFolder> other = used.equals(JAKARTA) ? javax : jakarta;
    if (fitting.isEmpty() && other.isPresent()) {
      JpaException e = twoVersions(used, other.get().shown());
      diagnostics.error(asked, String.valueOf(e.getMessage()), e.hint());
    }
    return used;
  }

  /**
   * That a provider is for the other API than the entities.
   *
   * @param used that of the entities
   * @param provider for people
   */
  static JpaException twoVersions(String used, String provider) {
    boolean isOld = used.equals(JAVAX);
    return new JpaException(
        "Two versions of the API: the entities have annotations of %s, and the provider %s is for %s."
            .formatted(used, provider, isOld ? JAKARTA : JAVAX),
        isOld
            ? "Replace javax.persistence by jakarta.persistence in the sources, or take an older"
                + " provider, such as Hibernate 5.6."
            : "Take a newer provider, such as Hibernate 6 or EclipseLink 4.",
        null);
  }

  private Optional<ClassFolder> provider(String api) {
    String service = "META-INF/services/" + api + ".spi.PersistenceProvider";
    return folders.stream().filter(folder -> folder.file(service) != null).findFirst();
  }
}
