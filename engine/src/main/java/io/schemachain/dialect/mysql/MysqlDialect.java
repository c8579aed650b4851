package io.schemachain.dialect.mysql;

import io.schemachain.dialect.Capabilities;
import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.DdlSemantics;
import io.schemachain.dialect.DdlSemantics.BareNames;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.DialectFacts;
import io.schemachain.dialect.DriverArtifact;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.dialect.Identifiers;
import io.schemachain.dialect.LockWaits;
import io.schemachain.dialect.OnlineForm;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.Questions;
import io.schemachain.dialect.RunnerLock;
import io.schemachain.dialect.ScriptStyle;
import io.schemachain.dialect.SqlLexis;
import io.schemachain.dialect.SqlLexis.Trait;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StandardDdl;
import io.schemachain.dialect.StoredForm;
import io.schemachain.introspect.Introspection;
import io.schemachain.model.DataType;
import io.schemachain.model.NameScopes;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.operation.AddColumn;
import io.schemachain.operation.DropColumn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** MySQL with InnoDB. */
public class MysqlDialect extends Dialect {
  private static final DatabaseVersion OLDEST = DatabaseVersion.of(5, 7);
  private static final DatabaseVersion ASSUMED = DatabaseVersion.of(8, 0);

  static final int MAX_NAME_CHARACTERS = 64;

  private static final Identifiers IDENTIFIERS =
      MysqlNames.kept(
          "MySQL", Identifiers.inCharacters("`", MysqlReservedWords.ALL, MAX_NAME_CHARACTERS));

  /**
   * "Each constraint type has its own namespace per schema", of those that are not indexes. A
   * primary key is always called PRIMARY, whatever it was given.
   */
  private static final NameScopes NAME_SCOPES =
      NameScopes.separate(IDENTIFIERS::quote)
          .perSchema("table", ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)
          .perTable("index", ObjectKind.INDEX, ObjectKind.UNIQUE)
          .perTable("primary key", ObjectKind.PRIMARY_KEY)
          .perTable("partition", ObjectKind.PARTITION);

  static final Capabilities CAPABILITIES = new Capabilities(false, true, true, 1000);

  static final DdlSemantics DDL_SEMANTICS =
      new DdlSemantics(BareNames.AS_WRITTEN, true, false, DdlSemantics.Grammar.COMMON);

  static final SqlLexis LEXIS =
      SqlLexis.with(
          Trait.BACKSLASH_ESCAPES,
          Trait.HASH_COMMENTS,
          Trait.DOUBLE_QUOTE_IS_STRING,
          Trait.BACKTICKS,
          Trait.DASH_NEEDS_SPACE);

  static final DriverArtifact MYSQL_DRIVER =
      new DriverArtifact(
          "jdbc:mysql:", "com.mysql", "mysql-connector-j", "26.10.0", "com.mysql.cj.jdbc.Driver");

  private final MysqlFeatures features;

  /** The assumed version. */
  public MysqlDialect() {
    this(ASSUMED);
  }

  private MysqlDialect(DatabaseVersion version) {
    this(MysqlFeatures.ofMysql(version), version);
  }

  private MysqlDialect(MysqlFeatures features, DatabaseVersion version) {
    this(facts(features), version, features);
  }

  MysqlDialect(DialectFacts facts, DatabaseVersion version, MysqlFeatures features) {
    super(facts, version);
    this.features = features;
  }

  private static DialectFacts facts(MysqlFeatures features) {
    return new DialectFacts(
        "mysql",
        "MySQL",
        ASSUMED,
        OLDEST,
        List.of(MYSQL_DRIVER),
        IDENTIFIERS,
        new MysqlLiterals("MySQL", features.lastTimestamp()),
        NAME_SCOPES,
        CAPABILITIES,
        LEXIS,
        DDL_SEMANTICS);
  }

  final MysqlFeatures features() {
    return features;
  }

  @Override
  public Dialect forVersion(DatabaseVersion other) {
    return new MysqlDialect(other);
  }

  /** MySQL's driver calls MariaDB MySQL as well, but not its version. */
  @Override
  public String productName() {
    return "MySQL";
  }

  @Override
  public boolean isProduct(String productName, String productVersion) {
    return productName.equals(productName()) && !productVersion.contains("MariaDB");
  }

  /**
   * "The length of string types need not be the same"; all else is "incompatible" (3780), or taken
   * and compared byte by byte, so that equal values of different widths do not meet.
   */
  @Override
  protected final boolean joins(DataType.Scalar from, DataType.Scalar to) {
    return from.kind() == to.kind()
        && (from.kind().isCharacter() || from.kind() == TypeKind.VARBINARY);
  }

  @Override
  public String isServer() {
    return "VERSION() NOT LIKE '%MariaDB%' AND " + versionCondition();
  }

  final String versionCondition() {
    return "SUBSTRING_INDEX(VERSION(), '.', 1) * 1000"
        + " + SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '.', 2), '.', -1) >= "
        + (version().major() * 1000 + version().minor());
  }

  /**
   * The server's own default mode made strict for every engine, and with 0 as a value like any
   * other: else an AUTO_INCREMENT column turns it into the next number, also while ALTER TABLE
   * copies rows. Without InnoDB as the engine foreign keys would be read and forgotten. TIMESTAMP
   * constants are written in UTC. A TIMESTAMP that is not nullable would be set with every UPDATE.
   */
  @Override
  public List<String> sessionSetup() {
    List<String> statements = new ArrayList<>();
    statements.add("SET SESSION sql_mode = '" + sqlMode() + "'");
    statements.add("SET SESSION time_zone = '+00:00'");
    statements.add("SET SESSION default_storage_engine = InnoDB");
    if (!features.plainTimestamps()) {
      statements.add("SET SESSION explicit_defaults_for_timestamp = ON");
    }
    return List.copyOf(statements);
  }

  @Override
  public final String useSchema(String schema) {
    return sql().format("USE $N", schema);
  }

  String sqlMode() {
    return "ONLY_FULL_GROUP_BY,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO";
  }

  @Override
  public ScriptStyle script() {
    return new MysqlScript(this, "mysql");
  }

  String firstWithHiddenIndexes() {
    return "8.0";
  }

  MysqlOptions options() {
    return MysqlOptions.MYSQL;
  }

  MysqlColumnCheck columnCheck() {
    return new MysqlColumnCheck(this);
  }

  MysqlDependentCheck dependentCheck() {
    return new MysqlDependentCheck(this);
  }

  final MysqlSchemas schemas() {
    return new MysqlSchemas(this);
  }

  @Override
  protected StandardDdl ddl(Schema before, Schema after) {
    return mysqlDdl(before, after);
  }

  MysqlDdl mysqlDdl(Schema before, Schema after) {
    return mysqlDdl(before, after, Set.of());
  }

  /**
   * @param algorithms what ALTER TABLE may do at most; empty where the server may choose
   */
  MysqlDdl mysqlDdl(Schema before, Schema after, Set<String> algorithms) {
    return new MysqlDdl(this, before, after, algorithms);
  }

  @Override
  protected final StandardDdl ddl(OperationStep step) {
    return mysqlDdl(step.before(), step.after(), step.algorithms());
  }

  /**
   * All else is one statement, of which the server says beforehand whether it lets others write.
   */
  @Override
  protected final Set<OnlineForm> onlineForms(@Nullable Table table) {
    return EnumSet.of(OnlineForm.FILLED_COLUMN);
  }

  /** An AUTO_INCREMENT column and the key it needs are one statement. */
  @Override
  protected final List<List<SqlStatement>> statements(List<OperationStep> steps) {
    List<List<SqlStatement>> rendered = new ArrayList<>(steps.size());
    for (int i = 0; i < steps.size(); i++) {
      OperationStep step = steps.get(i);
      List<SqlStatement> both = i + 1 < steps.size() ? withKey(step, steps.get(i + 1)) : List.of();
      if (!both.isEmpty()) {
        rendered.add(both);
        rendered.add(List.of());
        i++;
        continue;
      }
      rendered.add(step.operation().accept(ddl(step)));
    }
    return rendered;
  }

  /** An AUTO_INCREMENT column comes with its key, and goes with it; nothing for other pairs. */
  private List<SqlStatement> withKey(OperationStep step, OperationStep next) {
    if (step.operation() instanceof AddColumn add && add.column().identity() != null) {
      return mysqlDdl(step.before(), next.after()).addColumnWithKey(add, next.operation());
    }
    return next.operation() instanceof DropColumn drop
        ? mysqlDdl(step.before(), next.after()).dropColumnWithKey(step.operation(), drop)
        : List.of();
  }

  @Override
  public final String columnsOf(TableName table) {
    return sql()
        .format(
            "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = $L"
                + " AND TABLE_NAME = $S ORDER BY ORDINAL_POSITION",
            schemaOf(table),
            table.name());
  }

  @Override
  public final String hasSchema(String schema) {
    return sql().format("SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = $S", schema);
  }

  @Override
  public final String currentSchema() {
    return "SELECT s.name FROM (SELECT DATABASE() AS name) s WHERE s.name IS NOT NULL";
  }

  final String schemaOf(TableName table) {
    return table.schema() == null ? "DATABASE()" : literals().string(table.schema());
  }

  /**
   * The name of the lock, made by the server, so that a script need not know the schema. Locks are
   * the server's and not a schema's, their names have 64 characters at most and ignore case. SHA2,
   * because MySQL 9.6 took MD5 away.
   */
  final String lockName(TableName versionTable) {
    return sql()
        .format(
            "CONCAT('schemachain:', LEFT(SHA2(LOWER(CONCAT(COALESCE($L, ''), '.', $S)), 256), 40))",
            schemaOf(versionTable),
            versionTable.name());
  }

  @Override
  public final RunnerLock runnerLock(TableName versionTable, TableName journal) {
    String name = lockName(versionTable);
    return new RunnerLock.SessionLock(
        "SELECT GET_LOCK(" + name + ", 0)",
        "SELECT RELEASE_LOCK(" + name + ")",
        "SELECT CONCAT('connection ', h.id, COALESCE(CONCAT(', ', p.USER, ' from ', p.HOST, ', ',"
            + " LOWER(p.COMMAND), ' for ', p.TIME, ' s'), ''))"
            + " FROM (SELECT IS_USED_LOCK("
            + name
            + ") AS id) h LEFT JOIN information_schema.PROCESSLIST p ON p.ID = h.id"
            + " WHERE h.id IS NOT NULL",
        "SELECT IS_USED_LOCK(" + name + ") = CONNECTION_ID()",
        List.of()); // ProxySQL keeps a session with whoever has taken a lock in it.
  }

  @Override
  public final String utcNow() {
    return "UTC_TIMESTAMP(6)";
  }

  @Override
  public final String currentUser() {
    return "CURRENT_USER()";
  }

  @Override
  public final String sessionId() {
    return "CAST(CONNECTION_ID() AS CHAR)";
  }

  /**
   * A server gives the numbers of its connections once, and from 1 again when it starts; its uptime
   * is in whole seconds.
   */
  @Override
  public final String isAtWork(String session, String since) {
    return sql()
        .format(
            "SELECT 1 FROM information_schema.PROCESSLIST WHERE CAST(ID AS CHAR) = $S"
                + " AND ID <> CONNECTION_ID() AND COMMAND <> 'Sleep' AND NOT COALESCE($L <"
                + " UTC_TIMESTAMP(6) - INTERVAL 1 + (SELECT VARIABLE_VALUE FROM $L"
                + " WHERE VARIABLE_NAME = 'Uptime') SECOND, FALSE)",
            session,
            since,
            globalStatus());
  }

  /** The table with what {@code SHOW GLOBAL STATUS} shows. */
  String globalStatus() {
    return "performance_schema.global_status";
  }

  @Override
  public final String binaryCollation() {
    return "utf8mb4_bin";
  }

  @Override
  public LockWaits waits() {
    return new MysqlWaits();
  }

  @Override
  public Questions questions() {
    return new MysqlQuestions(this);
  }

  @Override
  public String sessionState() {
    return "SELECT CONCAT('SET SESSION sql_mode = ''', @@SESSION.sql_mode, '''')"
        + " UNION ALL SELECT CONCAT('SET SESSION time_zone = ''', @@SESSION.time_zone, '''')"
        + " UNION ALL SELECT CONCAT('SET SESSION default_storage_engine = ',"
        + " @@SESSION.default_storage_engine)"
        + " UNION ALL SELECT CONCAT('SET SESSION lock_wait_timeout = ', @@SESSION.lock_wait_timeout)"
        + " UNION ALL SELECT CONCAT('SET SESSION innodb_lock_wait_timeout = ',"
        + " @@SESSION.innodb_lock_wait_timeout)"
        + " UNION ALL SELECT CONCAT('USE `', REPLACE(d, '`', '``'), '`')"
        + " FROM (SELECT DATABASE() AS d) AS current_one WHERE d IS NOT NULL";
  }

  @Override
  public Introspection introspection() {
    return new MysqlIntrospection(this);
  }

  @Override
  public StoredForm storedForm() {
    return new MysqlStored(this);
  }

  @Override
  public ExpressionForm expressionForm() {
    return new MysqlExpressions(lexis());
  }
}
