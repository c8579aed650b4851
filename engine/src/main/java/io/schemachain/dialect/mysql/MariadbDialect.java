package io.schemachain.dialect.mysql;

import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.DialectFacts;
import io.schemachain.dialect.DriverArtifact;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.dialect.Identifiers;
import io.schemachain.dialect.LockWaits;
import io.schemachain.dialect.Questions;
import io.schemachain.dialect.ScriptStyle;
import io.schemachain.dialect.StoredForm;
import io.schemachain.introspect.Introspection;
import io.schemachain.model.NameScopes;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import java.util.List;
import java.util.Set;

/** MariaDB: what is not as in MySQL. */
public final class MariadbDialect extends MysqlDialect {
  private static final DatabaseVersion OLDEST = DatabaseVersion.of(10, 6);
  private static final DatabaseVersion ASSUMED = DatabaseVersion.of(10, 11);

  /** What the protocol puts before the version of 10.11 and older; MySQL's driver shows it. */
  private static final String REPLICATION_PREFIX = "5.5.5-";

  private static final Identifiers IDENTIFIERS =
      MysqlNames.kept(
          "MariaDB", Identifiers.inCharacters("`", MariadbReservedWords.ALL, MAX_NAME_CHARACTERS));

  /**
   * DROP CONSTRAINT takes a check and a unique constraint of a table alike, so they must differ.
   */
  private static final NameScopes NAME_SCOPES =
      NameScopes.separate(IDENTIFIERS::quote)
          .perSchema(
              "table",
              ObjectKind.TABLE,
              ObjectKind.VIEW,
              ObjectKind.MATERIALIZED_VIEW,
              ObjectKind.SEQUENCE)
          .perTable("index", ObjectKind.INDEX, ObjectKind.UNIQUE, ObjectKind.CHECK)
          .perTable("primary key", ObjectKind.PRIMARY_KEY)
          .perTable("partition", ObjectKind.PARTITION);

  private static final DriverArtifact MARIADB_DRIVER =
      new DriverArtifact(
          "jdbc:mariadb:",
          "org.mariadb.jdbc",
          "mariadb-java-client",
          "3.5.11",
          "org.mariadb.jdbc.Driver");

  /** The assumed version. */
  public MariadbDialect() {
    this(ASSUMED);
  }

  private MariadbDialect(DatabaseVersion version) {
    this(MysqlFeatures.ofMariadb(version), version);
  }

  private MariadbDialect(MysqlFeatures features, DatabaseVersion version) {
    super(facts(features), version, features);
  }

  private static DialectFacts facts(MysqlFeatures features) {
    return new DialectFacts(
        "mariadb",
        "MariaDB",
        ASSUMED,
        OLDEST,
        List.of(MARIADB_DRIVER, MYSQL_DRIVER),
        IDENTIFIERS,
        new MysqlLiterals("MariaDB", features.lastTimestamp()),
        NAME_SCOPES,
        CAPABILITIES,
        LEXIS,
        DDL_SEMANTICS);
  }

  @Override
  public LockWaits waits() {
    return new MariadbWaits();
  }

  @Override
  public Questions questions() {
    return new MariadbQuestions(this);
  }

  @Override
  public String sessionState() {
    return super.sessionState()
        + " UNION ALL SELECT CONCAT('SET SESSION max_statement_time = ', @@SESSION.max_statement_time)";
  }

  @Override
  public Dialect forVersion(DatabaseVersion other) {
    return new MariadbDialect(other);
  }

  @Override
  public List<String> keys() {
    return List.of("mariadb", "mysql");
  }

  @Override
  public String productName() {
    return "MariaDB";
  }

  @Override
  public boolean isProduct(String productName, String productVersion) {
    return productName.equals(productName())
        || (productName.equals("MySQL") && productVersion.contains("MariaDB"));
  }

  @Override
  public DatabaseVersion serverVersion(String productVersion) {
    return super.serverVersion(
        productVersion.startsWith(REPLICATION_PREFIX)
            ? productVersion.substring(REPLICATION_PREFIX.length())
            : productVersion);
  }

  @Override
  public String isServer() {
    return "VERSION() LIKE '%MariaDB%' AND " + versionCondition();
  }

  @Override
  String sqlMode() {
    return "STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,"
        + "NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO";
  }

  @Override
  public ScriptStyle script() {
    return new MysqlScript(this, "mariadb");
  }

  @Override
  String firstWithHiddenIndexes() {
    return "10.6";
  }

  @Override
  MysqlOptions options() {
    return MysqlOptions.MARIADB;
  }

  @Override
  MysqlColumnCheck columnCheck() {
    return new MariadbColumnCheck(this);
  }

  @Override
  MysqlDependentCheck dependentCheck() {
    return new MariadbDependentCheck(this);
  }

  @Override
  MysqlDdl mysqlDdl(Schema before, Schema after, Set<String> algorithms) {
    return new MariadbDdl(this, before, after, algorithms);
  }

  @Override
  public Introspection introspection() {
    return new MariadbIntrospection(this);
  }

  @Override
  public StoredForm storedForm() {
    return new MariadbStored(this);
  }

  @Override
  public ExpressionForm expressionForm() {
    return new MariadbExpressions(lexis());
  }

  @Override
  String globalStatus() {
    return "information_schema.GLOBAL_STATUS";
  }
}
