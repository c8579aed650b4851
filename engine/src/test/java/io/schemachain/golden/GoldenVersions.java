package io.schemachain.golden;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The versions that every case is rendered for beside the assumed ones. A case has a key for one of
 * them exactly where it renders to something else than for the assumed version, so that nothing
 * that depends on a version is out of sight.
 */
final class GoldenVersions {
  private static final List<Dialect> ALL =
      Stream.of(
              "postgresql:12",
              "postgresql:18",
              "mysql:5.7",
              "mysql:9",
              "mariadb:10.6",
              "sqlite:3.50",
              "h2:2.4",
              "oracle:19",
              "oracle:23",
              "sqlserver:2019",
              "sqlserver:2022",
              "sqlserver:2025")
          .map(GoldenVersions::parse)
          .toList();

  private GoldenVersions() {}

  static List<Dialect> of(Dialect dialect) {
    return ALL.stream().filter(version -> version.name().equals(dialect.name())).toList();
  }

  /** The assumed version, and those that the case has a key for. */
  static List<Dialect> in(GoldenCase golden, Dialect dialect) {
    List<Dialect> versions = new ArrayList<>(List.of(dialect.forVersion(dialect.assumed())));
    for (Dialect version : of(dialect)) {
      if (golden.expect().containsKey(version.toString())) {
        versions.add(version);
      }
    }
    return versions;
  }

  private static Dialect parse(String text) {
    int colon = text.indexOf(':');
    return Dialects.find(text.substring(0, colon))
        .orElseThrow()
        .forVersion(DatabaseVersion.parse(text.substring(colon + 1)));
  }
}
