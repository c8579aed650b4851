package io.schemachain.jpa;

import static io.schemachain.format.EntityModel.Naming.UNSAID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.format.Binding;
import io.schemachain.format.EntityModel;
import io.schemachain.format.NamingConvention;
import io.schemachain.target.SqlSource;
import io.schemachain.target.Target;
import io.schemachain.target.TargetParts;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each provider writes, for each database, and what it leaves behind. */
final class JpaProvidersIT {
  private static final Map<String, String> BLOG =
      Map.of(
          "Account",
          """
          @Entity
          @Table(name = "accounts", indexes = @Index(name = "ix_role", columnList = "role"))
          public class Account {
            public enum Role { READER, WRITER }
            @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
            @Column(nullable = false, length = 100, unique = true) String email;
            @Enumerated(EnumType.STRING) @Column(nullable = false, length = 20) Role role;
          }
          """,
          "Post",
          """
          @Entity
          @Table(
              name = "posts",
              uniqueConstraints =
                  @UniqueConstraint(name = "uq_title", columnNames = {"author_id", "title"}))
          public class Post {
            @Id
            @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "posts")
            @SequenceGenerator(name = "posts", sequenceName = "posts_seq")
            Long id;
            @ManyToOne(optional = false) @JoinColumn(name = "author_id") Account author;
            @Column(nullable = false) String title;
            @Lob String body;
            java.math.BigDecimal price;
            java.time.LocalDateTime published;
            @ManyToMany Set<Tag> tags;
          }
          """,
          "Tag",
          """
          @Entity
          @Table(name = "tags")
          public class Tag {
            @Id String name;
            boolean hidden;
          }
          """);

  @TempDir Path folder;

  static List<String> projects() {
    return List.of(
        "hibernate-5.6", "hibernate-6.6", "hibernate-7", "eclipselink-4", "eclipselink-5");
  }

  /** EclipseLink reads its units in a project of src/jpa. */
  static List<String> ofHibernate() {
    return projects().stream().filter(project -> project.startsWith("hibernate")).toList();
  }

  static Stream<Arguments> matrix() {
    return projects().stream()
        .flatMap(
            project ->
                Stream.of("postgresql", "mysql", "mariadb", "h2", "oracle", "sqlserver")
                    .map(dialect -> Arguments.of(project, dialect)));
  }

  private static Dialect dialect(String name) {
    return Dialects.find(name).orElseThrow();
  }

  private Entities blog(String project) {
    return new Entities(project, folder).compile(BLOG);
  }

  private static String script(Entities entities, String dialect) {
    return script(entities, null, Map.of(), dialect);
  }

  private static String script(
      Entities entities, @Nullable String unit, Map<String, String> settings, String dialect) {
    try (EntityLoader loader = entities.loader()) {
      List<String> classes = unit == null ? entities.classes() : List.of();
      return SchemaScript.write(loader, entities.api(), classes, unit, settings, dialect(dialect))
          .sql();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Without the first rows of generators, which are for {@code JpaSource} and no other SQL. */
  private static List<String> mistakes(String script, String dialect) {
    String sql =
        String.join(
            "\n",
            script
                .lines()
                .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("insert "))
                .toList());
    Diagnostics diagnostics = new Diagnostics();
    TargetParts parts =
        new SqlSource("entities", List.of(new SourceText("entities", sql)), JpaProvidersIT::binding)
            .read(dialect(dialect), diagnostics);
    assertThat(parts).isNotNull();
    return diagnostics.all().stream().map(Diagnostic::render).toList();
  }

  private static Binding binding(Dialect dialect) {
    return new Binding(
        dialect.name(),
        dialect.keys(),
        dialect.identifiers().maxLength(),
        NamingConvention.DEFAULT,
        Map.of(),
        path -> "");
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void scriptIsRead(String project, String dialect) {
    String sql = script(blog(project), dialect);
    assertThat(sql)
        .containsIgnoringCase("create table accounts (")
        .containsIgnoringCase("create index ix_role on accounts (role);")
        .containsIgnoringCase("constraint uq_title unique (author_id, title)")
        .containsIgnoringCase("foreign key (author_id) references accounts")
        .containsIgnoringCase("create table posts_tags (");
    assertThat(sql.strip().lines()).allMatch(line -> line.endsWith(";"));
    assertThat(mistakes(sql, dialect)).as(sql).isEmpty();
  }

  static Stream<Arguments> onDatabases() {
    return projects().stream()
        .flatMap(
            project ->
                Stream.of("postgresql", "mysql", "mariadb", "h2")
                    .map(dialect -> Arguments.of(project, dialect)));
  }

  @ParameterizedTest
  @MethodSource("onDatabases")
  void aMigrationLeavesNoDifference(String project, String name) throws SQLException {
    Entities entities = blog(project);
    try (TestDatabase database = TestDatabases.fresh(name);
        Connection connection = database.connect()) {
      Dialect dialect = EntityMigration.dialect(name, connection);
      Diagnostics diagnostics = new Diagnostics();
      Optional<Target> target =
          Target.of(List.of(source(entities, packages("com.example"))), dialect, diagnostics);
      assertThat(diagnostics.all().stream().map(Diagnostic::render)).isEmpty();
      EntityMigration.run(connection, dialect, target.orElseThrow());
    }
  }

  @Test
  void sqliteNeedsTheDialectsOfTheCommunity() {
    assertThat(script(blog("hibernate-6.6"), "sqlite")).contains("create table accounts (");
    Entities older = new Entities("hibernate-5.6", folder.resolve("older")).compile(BLOG);
    assertThatThrownBy(() -> script(older, "sqlite"))
        .isInstanceOf(JpaException.class)
        .hasMessage("This Hibernate writes no SQL for SQLite.")
        .extracting(e -> ((JpaException) e).hint())
        .asString()
        .contains("org.hibernate.orm:hibernate-community-dialects");
  }

  /** A unit says where its database is; nobody answers there, and nobody is to be asked. */
  @ParameterizedTest
  @MethodSource("ofHibernate")
  void unitIsReadWithoutItsDatabase(String project) throws IOException {
    Entities entities = blog(project);
    AtomicInteger asked = new AtomicInteger();
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread listener =
          new Thread(
              () -> {
                try {
                  while (true) {
                    server.accept().close();
                    asked.incrementAndGet();
                  }
                } catch (IOException e) {
                  // Closed at the end of the test.
                }
              });
      listener.start();
      entities.file("META-INF/persistence.xml", persistenceXml(entities, server.getLocalPort()));
      entities.file("import.sql", "insert into tags values ('imported', true);");
      assertThat(script(entities, "blog", Map.of(), "postgresql"))
          .containsIgnoringCase("create table accounts (")
          .doesNotContain("imported");
      assertThatThrownBy(() -> script(entities, "other", Map.of(), "postgresql"))
          .isInstanceOf(JpaException.class)
          .hasMessageContaining("does not take the persistence unit 'other'.");
    }
    assertThat(asked).hasValue(0);
  }

  private static String persistenceXml(Entities entities, int port) {
    String api = entities.api();
    boolean older = api.startsWith("javax");
    return """
    <persistence xmlns="%s" version="%s">
      <persistence-unit name="blog" transaction-type="JTA">
        <jta-data-source>java:comp/env/jdbc/blog</jta-data-source>
        <class>com.example.Account</class>
        <class>com.example.Post</class>
        <class>com.example.Tag</class>
        <exclude-unlisted-classes>true</exclude-unlisted-classes>
        <properties>
          <property name="%s.jdbc.url" value="jdbc:postgresql://127.0.0.1:%d/blog"/>
          <property name="%s.jdbc.user" value="blog"/>
          <property name="%s.schema-generation.database.action" value="drop-and-create"/>
          <property name="hibernate.hbm2ddl.auto" value="create"/>
          <property name="eclipselink.ddl-generation" value="create-tables"/>
          <property name="eclipselink.logging.level" value="FINEST"/>
        </properties>
      </persistence-unit>
    </persistence>
    """
        .formatted(
            older
                ? "http://xmlns.jcp.org/xml/ns/persistence"
                : "https://jakarta.ee/xml/ns/persistence",
            older ? "2.2" : "3.0",
            api,
            port,
            api,
            api);
  }

  /** Logging of every kind is on the class paths, with settings that would tell all. */
  @ParameterizedTest
  @MethodSource("projects")
  void nothingIsSaid(String project) {
    Entities entities =
        blog(project)
            .file(
                "logback.xml",
                """
                <configuration debug="true">
                  <appender name="A" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%msg%n</pattern></encoder>
                  </appender>
                  <root level="TRACE"><appender-ref ref="A"/></root>
                </configuration>
                """)
            .file(
                "log4j2.xml",
                """
                <Configuration status="TRACE">
                  <Appenders><Console name="A"/></Appenders>
                  <Loggers><Root level="TRACE"><AppenderRef ref="A"/></Root></Loggers>
                </Configuration>
                """);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (PrintStream both = new PrintStream(said, true, UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      assertThat(script(entities, "h2")).isNotEmpty();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(said.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("projects")
  void nothingIsLeftBehind(String project) throws Exception {
    Entities entities = blog(project);
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    Properties properties = (Properties) System.getProperties().clone();
    List<String> drivers = drivers();
    List<String> threads = threads();
    WeakReference<EntityLoader> loader = used(entities);

    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(context);
    assertThat(System.getProperties()).isEqualTo(properties);
    assertThat(drivers()).isEqualTo(drivers);
    assertThat(threads()).isEqualTo(threads);
    if (project.startsWith("eclipselink")) {
      return; // Kept softly, by caches of the JDK: it goes when memory is wanted.
    }
    for (int i = 0; i < 50 && loader.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(loader.get()).isNull();
  }

  private static WeakReference<EntityLoader> used(Entities entities) throws IOException {
    try (EntityLoader loader = entities.loader()) {
      SchemaScript.write(
          loader, entities.api(), entities.classes(), null, Map.of(), dialect("postgresql"));
      return new WeakReference<>(loader);
    }
  }

  private static List<String> drivers() {
    return DriverManager.drivers().map(Object::toString).toList();
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getContextClassLoader)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .filter(name -> name.contains("EntityLoader"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hibernate-5.6", "hibernate-6.6", "hibernate-7"})
  void auditTablesAreTables(String project) {
    Entities entities =
        new Entities(project, folder)
            .compile(
                Map.of(
                    "Price",
                    """
                    @Entity @org.hibernate.envers.Audited
                    public class Price { @Id Long id; int cents; }
                    """));
    assertThat(script(entities, "postgresql"))
        .containsIgnoringCase("create table Price (")
        .containsIgnoringCase("create table Price_AUD (")
        .containsIgnoringCase("create table REVINFO (");
  }

  @Test
  void softDeletionHasAColumn() {
    Entities entities =
        new Entities("hibernate-6.6", folder)
            .compile(
                Map.of(
                    "Price",
                    """
                    @Entity @org.hibernate.annotations.SoftDelete
                    public class Price { @Id Long id; int cents; }
                    """));
    assertThat(script(entities, "postgresql")).contains("deleted boolean not null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hibernate-6.6", "hibernate-7"})
  void constraintsOfBeanValidationCount(String project) {
    Entities entities =
        new Entities(project, folder)
            .compile(
                Map.of(
                    "Person",
                    """
                    import jakarta.validation.constraints.*;
                    @Entity
                    public class Person { @Id Long id; @NotNull @Size(max = 50) String name; }
                    """));
    assertThat(script(entities, "postgresql")).contains("name varchar(50) not null");
  }

  @Test
  void userMayChooseTheDialectOfHibernate() {
    Map<String, String> settings =
        Map.of("hibernate.dialect", "org.hibernate.dialect.MySQL57Dialect");
    Entities entities = blog("hibernate-5.6");
    assertThat(script(entities, null, settings, "mysql")).contains("engine=InnoDB");
    assertThat(script(entities, null, settings, "h2")).doesNotContain("engine=InnoDB");
  }

  /** Entity, what is said for Hibernate 5.6, for those after it, and for EclipseLink. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
            List.of(
                "public class P { String name; }",
                "No identifier specified for entity: com.example.P.",
                "Entity 'com.example.P' has no identifier",
                "Entity class [class com.example.P] has no primary key specified."),
            List.of(
                "public class P { @Id Long id; @ManyToOne Object q; }",
                "on com.example.P.q references an unknown entity: java.lang.Object",
                "Association 'com.example.P.q' targets the type 'java.lang.Object' which is not an",
                "[class com.example.P] uses a non-entity [class java.lang.Object] as target"),
            List.of(
                "public class P { @Id Long id; Thread t; }",
                "at com.example.P.t: Could not determine type for: java.lang.Thread, at table: P",
                "at com.example.P.t: Could not determine recommended JdbcType for Java type",
                "the attribute [t] on the entity class [class com.example.P] is not a valid type"),
            List.of(
                "public class P { @Id Long id; static { if (true) throw new"
                    + " IllegalStateException(\"no\"); } }",
                "com.example.P",
                "com.example.P",
                "com.example.P"))
        .flatMap(
            mistake ->
                projects().stream()
                    .map(
                        project ->
                            Arguments.of(
                                project,
                                mistake.get(0),
                                mistake.get(
                                    project.startsWith("eclipse")
                                        ? 3
                                        : project.equals("hibernate-5.6") ? 1 : 2))));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesAreSaidInWords(String project, String entity, String said) {
    Entities entities = new Entities(project, folder).compile(Map.of("P", "@Entity " + entity));
    assertThatThrownBy(() -> script(entities, "postgresql"))
        .isInstanceOf(JpaException.class)
        .hasMessageContaining(" cannot read the entities")
        .hasMessageContaining(said)
        .message()
        .hasLineCount(1)
        .doesNotContain("\tat ");
  }

  /** It would drop every table. */
  @ParameterizedTest
  @MethodSource("ofHibernate")
  void unitAndMappingFileWithoutEntitiesAreNoTarget(String project) {
    Entities entities =
        new Entities(project, folder).compile(Map.of("Service", "public class Service {}"));
    entities.file("META-INF/orm.xml", mappingFile(entities));
    assertThat(said(entities, packages("com.example")))
        .singleElement()
        .asString()
        .contains("There are no entities in com.example: ", " makes no table of it.");
    entities.file("META-INF/persistence.xml", emptyUnit(entities));
    assertThat(said(entities, new EntityModel(List.of(), "nothing", UNSAID, Map.of())))
        .singleElement()
        .asString()
        .contains("There are no entities in unit nothing: ", " makes no table of it.");
  }

  private static String mappingFile(Entities entities) {
    return entities.api().startsWith("javax")
        ? "<entity-mappings xmlns='http://xmlns.jcp.org/xml/ns/persistence/orm' version='2.2'/>"
        : "<entity-mappings xmlns='https://jakarta.ee/xml/ns/persistence/orm' version='3.0'/>";
  }

  private static String emptyUnit(Entities entities) {
    String root =
        entities.api().startsWith("javax")
            ? "<persistence xmlns='http://xmlns.jcp.org/xml/ns/persistence' version='2.2'>"
            : "<persistence xmlns='https://jakarta.ee/xml/ns/persistence' version='3.0'>";
    return root
        + "<persistence-unit name='nothing'>"
        + "<exclude-unlisted-classes>true</exclude-unlisted-classes>"
        + "</persistence-unit></persistence>";
  }

  @ParameterizedTest
  @MethodSource("projects")
  void missingClassIsNamed(String project) throws IOException {
    Entities entities =
        new Entities(project, folder)
            .compile(
                Map.of(
                    "Base", "public class Base {}",
                    "P", "@Entity public class P extends Base { @Id Long id; }"));
    Files.delete(folder.resolve("com/example/Base.class"));
    assertThat(said(entities, packages("com.example")))
        .singleElement()
        .asString()
        .contains(
            "The class com.example.P does not load: com.example.Base, which it extends, implements"
                + " or names as a type, is not on the class path of the project.");
  }

  private static EntityModel packages(String name) {
    return new EntityModel(List.of(name), null, UNSAID, Map.of());
  }

  /** What a target of them says is wrong. */
  private static List<String> said(Entities entities, EntityModel model) {
    Diagnostics diagnostics = new Diagnostics();
    TargetParts parts = source(entities, model).read(dialect("postgresql"), diagnostics);
    assertThat(parts).isNotNull();
    return diagnostics.all().stream().map(Diagnostic::render).toList();
  }

  private static JpaSource source(Entities entities, EntityModel model) {
    return new JpaSource(
        model,
        entities.classPath(),
        JpaProvidersIT::binding,
        SourceLocation.ofFile(new SourceText("schema.yaml", "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hibernate-5.6", "hibernate-6.6", "hibernate-7"})
  void namingStrategyThatIsNotThereIsNamed(String project) {
    Entities entities = blog(project);
    Map<String, String> settings =
        Map.of("hibernate.physical_naming_strategy", "com.example.Naming");
    assertThatThrownBy(() -> script(entities, null, settings, "postgresql"))
        .isInstanceOf(JpaException.class)
        .hasMessageContaining("the class com.example.Naming is not on the class path");
  }

  @Test
  void providerOfTheOtherApiIsRefused() {
    Entities entities = blog("hibernate-5.6");
    try (EntityLoader loader = entities.loader()) {
      assertThatThrownBy(
              () ->
                  SchemaScript.write(
                      loader,
                      "jakarta.persistence",
                      entities.classes(),
                      null,
                      Map.of(),
                      dialect("h2")))
          .isInstanceOf(JpaException.class)
          .hasMessageContaining("Hibernate ORM in hibernate-core-5.6.15.Final.jar");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
