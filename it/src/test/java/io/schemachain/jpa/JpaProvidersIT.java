package io.schemachain.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each provider writes of a small model, for each database. */
final class JpaProvidersIT {
  private static final Map<String, String> BLOG =
      Map.of(
          "Role",
          "public enum Role { READER, WRITER }",
          "Account",
          """
          @Entity @Table(name = "accounts", indexes = @Index(name = "ix_accounts_role", columnList = "role"))
          public class Account {
            @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
            @Column(nullable = false, length = 100, unique = true) String email;
            @Enumerated(EnumType.STRING) @Column(nullable = false, length = 20) Role role;
          }
          """,
          "Post",
          """
          @Entity @Table(name = "posts", uniqueConstraints = @UniqueConstraint(name = "uq_posts_title", columnNames = {"author_id", "title"}))
          public class Post {
            @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) @SequenceGenerator(name = "g", sequenceName = "posts_seq") Long id;
            @ManyToOne(optional = false) Account author;
            @Column(nullable = false) String title;
            @Lob String body;
            java.math.BigDecimal price;
            java.time.LocalDateTime published;
            @ManyToMany Set<Tag> tags;
          }
          """,
          "Tag",
          """
          @Entity @Table(name = "tags")
          public class Tag {
            @Id String name;
            boolean hidden;
          }
          """);

  @TempDir Path folder;

  static Stream<Arguments> matrix() {
    return Stream.of(
            "hibernate-5.6", "hibernate-6.6", "hibernate-7", "eclipselink-4", "eclipselink-5")
        .flatMap(
            project ->
                Stream.of("postgresql", "mysql", "mariadb", "h2", "oracle", "sqlserver")
                    .map(dialect -> Arguments.of(project, dialect)));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void scriptIsRead(String project, String dialectName) throws IOException {
    Entities entities =
        new Entities(project, folder).compile(Map.of("Role", BLOG.get("Role"))).compile(BLOG);
    Dialect dialect = Dialects.find(dialectName).orElseThrow();
    SchemaScript.Written written = write(entities, dialect);
    assertThat(written.sql()).containsIgnoringCase("create table accounts");
  }

  static SchemaScript.Written write(Entities entities, Dialect dialect) throws IOException {
    try (EntityLoader loader = entities.loader()) {
      return SchemaScript.write(
          loader,
          entities.api(),
          List.of("com.example.Account", "com.example.Post", "com.example.Tag"),
          null,
          Map.of(),
          dialect);
    }
  }
}
