package io.schemachain.dialect.sqlserver;

import io.schemachain.dialect.Capabilities;
import io.schemachain.dialect.DatabaseVersion;
import io.schemachain.dialect.DdlSemantics;
import io.schemachain.dialect.DdlSemantics.BareNames;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.DialectFacts;
import io.schemachain.dialect.DriverArtifact;
import io.schemachain.dialect.ExpressionForm;
import io.schemachain.dialect.Identifiers;
import io.schemachain.dialect.Literals;
import io.schemachain.dialect.LockWaits;
import io.schemachain.dialect.OnlineForm;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.Questions;
import io.schemachain.dialect.RunnerLock;
import io.schemachain.dialect.ScriptStyle;
import io.schemachain.dialect.SqlLexis;
import io.schemachain.dialect.SqlLexis.Trait;
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
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.CreatePrimaryKey;
import io.schemachain.operation.Omittable;
import io.schemachain.operation.Operation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SQL Server, and Azure SQL. A version is a year; the server counts from 13, which is 2016. */
public final class SqlserverDialect extends Dialect {
  private static final DatabaseVersion OLDEST = DatabaseVersion.of(2016, 0);

  /** Of SERVERPROPERTY('ProductVersion'); each is one year's. */
  private static final int FIRST_PRODUCT = 13;

  private static final List<Integer> YEARS = List.of(2016, 2017, 2019, 2022, 2025);

  private static final int MAX_NAME_CHARACTERS = 128;

  private static final Literals LITERALS = new SqlserverLiterals();

  private static final Identifiers IDENTIFIERS =
      Identifiers.inCharacters("[", "]", SqlserverReservedWords.ALL, MAX_NAME_CHARACTERS);

  /** "There is already an object named": tables and constraints; not so indexes. */
  private static final NameScopes NAME_SCOPES =
      NameScopes.separate(IDENTIFIERS::quote)
          .perSchema(
              "object",
              ObjectKind.TABLE,
              ObjectKind.PRIMARY_KEY,
              ObjectKind.UNIQUE,
              ObjectKind.FOREIGN_KEY,
              ObjectKind.CHECK,
              ObjectKind.SEQUENCE,
              ObjectKind.VIEW,
              ObjectKind.MATERIALIZED_VIEW,
              ObjectKind.FUNCTION,
              ObjectKind.PROCEDURE,
              ObjectKind.TRIGGER)
          .perTable("index", ObjectKind.INDEX);

  private static final DialectFacts FACTS = facts(IDENTIFIERS);

  private final SqlserverCatalog catalog;

  /** The assumed version. */
  public SqlserverDialect() {
    this(FACTS, OLDEST);
  }

  private SqlserverDialect(DialectFacts facts, DatabaseVersion version) {
    super(facts, version);
    this.catalog = new SqlserverCatalog(facts.identifiers(), LITERALS);
  }

  private static DialectFacts facts(Identifiers identifiers) {
    return new DialectFacts(
        "sqlserver",
        "SQL Server",
        OLDEST,
        OLDEST,
        List.of(
            new DriverArtifact(
                "jdbc:sqlserver:",
                "com.microsoft.sqlserver",
                "mssql-jdbc",
                "13.6.2.jre11",
                "com.microsoft.sqlserver.jdbc.SQLServerDriver")),
        identifiers,
        LITERALS,
        NAME_SCOPES,
        new Capabilities(true, true, true, 1000),
        SqlLexis.with(Trait.NESTED_COMMENTS, Trait.BRACKETS),
        new DdlSemantics(BareNames.AS_WRITTEN, true, true, DdlSemantics.Grammar.TRANSACT_SQL));
  }

  @Override
  public Dialect forVersion(DatabaseVersion other) {
    return identifiers().defaultSchema() == null
        ? new SqlserverDialect(FACTS, other)
        : new SqlserverDialect(facts(identifiers()), other);
  }

  @Override
  public Dialect inSchema(String schema) {
    return new SqlserverDialect(facts(IDENTIFIERS.inSchema(schema)), version());
  }

  SqlserverCatalog catalog() {
    return catalog;
  }

  // The server

  @Override
  public String productName() {
    return "Microsoft SQL Server";
  }

  @Override
  public DatabaseVersion productVersion() {
    int index = 0;
    while (index < YEARS.size() && YEARS.get(index) < version().major()) {
      index++;
    }
    return DatabaseVersion.of(FIRST_PRODUCT + index, 0);
  }

  @Override
  public boolean isProduct(String productName, String productVersion) {
    return productName.equals(productName());
  }

  /**
   * Azure SQL Database (5) and Managed Instance (8) are always current, and call themselves 12 as
   * SQL Server 2014 does.
   */
  @Override
  public String versionQuery() {
    return "SELECT CASE WHEN CAST(SERVERPROPERTY('EngineEdition') AS INT) IN (5, 8) THEN '16'"
        + " ELSE CAST(SERVERPROPERTY('ProductVersion') AS VARCHAR(128)) END";
  }

  @Override
  public DatabaseVersion serverVersion(String productVersion) {
    int product = DatabaseVersion.parse(productVersion).major();
    int index = product - FIRST_PRODUCT;
    if (index < 0) {
      return DatabaseVersion.of(product == FIRST_PRODUCT - 1 ? 2014 : 2012, 0);
    }
    return DatabaseVersion.of(YEARS.get(Math.min(index, YEARS.size() - 1)), 0);
  }

  @Override
  public String isServer() {
    String isProduct =
        "CAST(SERVERPROPERTY('ProductMajorVersion') AS INT) >= " + productVersion().major();
    // What Azure is when it is asked, see versionQuery().
    return version().major() > 2022
        ? isProduct
        : "(" + isProduct + " OR CAST(SERVERPROPERTY('EngineEdition') AS INT) IN (5, 8))";
  }

  /** The driver makes one batch of them, in which no statement sees a column of one before it. */
  @Override
  public boolean sendsBatches() {
    return false;
  }

  // Sessions

  /**
   * What indexes with a condition and on computed columns need, whatever the client's own settings
   * are; an error ends the transaction; and no counts of rows, behind which a driver would overlook
   * an error.
   */
  @Override
  public List<String> sessionSetup() {
    return List.of(
        "SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL,"
            + " QUOTED_IDENTIFIER ON",
        "SET ANSI_NULL_DFLT_ON ON",
        "SET NUMERIC_ROUNDABORT OFF",
        "SET XACT_ABORT ON",
        "SET NOCOUNT ON");
  }

  /** No statement changes it: names are written out, see {@link #inSchema}. */
  @Override
  public String useSchema(String schema) {
    return sql()
        .format(
            "IF SCHEMA_ID($S) IS NULL\n  $L",
            schema,
            catalog.fail("The default schema " + schema + " does not exist."));
  }

  @Override
  public String hasSchema(String schema) {
    return sql().format("SELECT 1 FROM sys.schemas WHERE name = $S", schema);
  }

  @Override
  public String currentSchema() {
    String schema = identifiers().defaultSchema();
    return schema == null
        ? "SELECT SCHEMA_NAME()"
        : sql().format("SELECT name FROM sys.schemas WHERE name = $S", schema);
  }

  // Rendering

  /**
   * A type as SQL writes it.
   *
   * @throws io.schemachain.dialect.UnsupportedFeatureException if SQL Server has no such type
   */
  String typeOf(DataType type) {
    Schema none = Schema.empty(nameScopes());
    return new SqlserverDdl(this, none, none).type(type);
  }

  /** "Not the same data type" (1778), "not the same length or scale" (1753). */
  @Override
  protected boolean joins(DataType.Scalar from, DataType.Scalar to) {
    return from.kind() == to.kind()
        && (from.kind() == TypeKind.STRING || from.kind() == TypeKind.VARBINARY);
  }

  @Override
  public boolean lacks(Omittable feature, Operation operation) {
    return feature == Omittable.COLUMN_POSITION;
  }

  @Override
  public ScriptStyle script() {
    return new SqlserverScript(this);
  }

  @Override
  protected StandardDdl ddl(Schema before, Schema after) {
    return new SqlserverDdl(this, before, after);
  }

  @Override
  protected StandardDdl ddl(OperationStep step) {
    boolean online = step.algorithms().contains(SqlserverDdl.ONLINE);
    return new SqlserverDdl(this, step.before(), step.after(), online);
  }

  /**
   * WITH CHECK CHECK CONSTRAINT keeps everybody out while it reads, so that a check that comes WITH
   * NOCHECK wins nothing.
   */
  @Override
  protected Set<OnlineForm> onlineForms(@Nullable Table table) {
    return EnumSet.of(OnlineForm.CONCURRENT_INDEX, OnlineForm.FILLED_COLUMN);
  }

  /** What stands on a column goes and comes again around its change, which is not online. */
  @Override
  public boolean asksForAlgorithms(OperationStep step) {
    if (step.operation() instanceof AlterColumn alter) {
      return isAlone(step.before().require(alter.table()), alter.column());
    }
    if (step.operation() instanceof CreatePrimaryKey create) {
      Table table = step.before().require(create.table());
      return create.primaryKey().columns().stream()
          .noneMatch(name -> table.column(name).orElseThrow().nullable() && !isAlone(table, name));
    }
    return true;
  }

  private static boolean isAlone(Table table, String column) {
    return SqlserverDependents.ofChange(table, column).isEmpty();
  }

  @Override
  public String columnsOf(TableName table) {
    return "SELECT name FROM sys.columns WHERE object_id = "
        + catalog.tableId(table)
        + " ORDER BY column_id";
  }

  @Override
  protected boolean hasBatches() {
    return true;
  }

  // The lock

  /** The name of the lock, made by the server, so that a script need not know the schema. */
  String lockName(TableName versionTable) {
    return sql()
        .format(
            "LOWER(N'schemachain:' + $L + $S)",
            catalog.schemaOf(versionTable),
            "." + versionTable.name());
  }

  /** A procedure takes no expressions. */
  String takeLock(TableName versionTable) {
    return "DECLARE @resource NVARCHAR(255) = "
        + lockName(versionTable)
        + ", @result INT;\nEXEC @result = sys.sp_getapplock @Resource = @resource,"
        + " @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0,"
        + " @DbPrincipal = N'public'";
  }

  /**
   * The catalog shows the first 32 characters of a name, and other sessions to those alone who may
   * see them.
   */
  @Override
  public RunnerLock runnerLock(TableName versionTable, TableName journal) {
    String name = lockName(versionTable);
    return new RunnerLock.SessionLock(
        takeLock(versionTable) + ";\nSELECT CASE WHEN @result >= 0 THEN 1 ELSE 0 END",
        "DECLARE @resource NVARCHAR(255) = "
            + name
            + ", @result INT;\nEXEC @result = sys.sp_releaseapplock @Resource = @resource,"
            + " @LockOwner = N'Session', @DbPrincipal = N'public';\nSELECT @result",
        "IF HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW SERVER STATE') = 1\n"
            + "  SELECT TOP (1) CONCAT(N'session ', s.session_id, N', ', s.login_name,"
            + " N' from ' + s.host_name)\n"
            + "  FROM sys.dm_tran_locks l JOIN sys.dm_exec_sessions s"
            + " ON s.session_id = l.request_session_id\n"
            + "  WHERE l.resource_type = N'APPLICATION' AND l.request_status = N'GRANT'"
            + " AND l.resource_database_id = DB_ID()\n"
            + "    AND CHARINDEX(N'[' + LEFT("
            + name
            + ", 32), l.resource_description) > 0\nELSE\n  SELECT NULL WHERE 1 = 0",
        "SELECT CASE WHEN APPLOCK_MODE(N'public', "
            + name
            + ", N'Session') <> N'NoLock' THEN 1"
            + " ELSE 0 END",
        List.of());
  }

  // Values

  @Override
  public String utcNow() {
    return "SYSUTCDATETIME()";
  }

  /** CURRENT_USER is dbo for everybody who owns the database. */
  @Override
  public String currentUser() {
    return "ORIGINAL_LOGIN()";
  }

  @Override
  public String sessionId() {
    return "CAST(@@SPID AS NVARCHAR(64))";
  }

  @Override
  public String isAtWork(String session, String since) {
    return sql()
        .format(
            "SELECT 1 FROM sys.dm_exec_requests r JOIN sys.dm_exec_sessions s"
                + " ON s.session_id = r.session_id WHERE CAST(r.session_id AS NVARCHAR(64)) = $S"
                + " AND r.session_id <> @@SPID AND DATEADD(minute, DATEDIFF(minute, SYSDATETIME(),"
                + " SYSUTCDATETIME()), s.login_time) <= $L",
            session,
            since);
  }

  @Override
  public String binaryCollation() {
    return "Latin1_General_100_BIN2";
  }

  @Override
  public LockWaits waits() {
    return new SqlserverWaits();
  }

  @Override
  public Questions questions() {
    return new SqlserverQuestions(this);
  }

  /** The bits of {@code @@OPTIONS}: learn.microsoft.com, "Configure the user options". */
  @Override
  public String sessionState() {
    return "SELECT 'SET ' + o.name + CASE WHEN @@OPTIONS & o.bit <> 0 THEN ' ON' ELSE ' OFF' END"
        + " FROM (VALUES ('ANSI_WARNINGS', 8), ('ANSI_PADDING', 16), ('ANSI_NULLS', 32),"
        + " ('ARITHABORT', 64), ('QUOTED_IDENTIFIER', 256), ('NOCOUNT', 512),"
        + " ('ANSI_NULL_DFLT_ON', 1024), ('CONCAT_NULL_YIELDS_NULL', 4096),"
        + " ('NUMERIC_ROUNDABORT', 8192), ('XACT_ABORT', 16384)) AS o (name, bit)"
        + " UNION ALL SELECT CONCAT('SET LOCK_TIMEOUT ', @@LOCK_TIMEOUT)";
  }

  @Override
  public String characterLength(String text) {
    return "LEN(" + text + " + '.') - 1";
  }

  @Override
  public Introspection introspection() {
    return new SqlserverIntrospection(this);
  }

  @Override
  public StoredForm storedForm() {
    return new SqlserverStored(this);
  }

  @Override
  public ExpressionForm expressionForm() {
    return new SqlserverExpressions(lexis());
  }
}
