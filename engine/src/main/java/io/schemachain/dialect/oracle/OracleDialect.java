package io.schemachain.dialect.oracle;

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
import io.schemachain.dialect.StandardDdl;
import io.schemachain.dialect.StoredForm;
import io.schemachain.dialect.TypeTable;
import io.schemachain.introspect.Introspection;
import io.schemachain.model.DataType;
import io.schemachain.model.NameScopes;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Omittable;
import io.schemachain.operation.Operation;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Oracle Database. */
public final class OracleDialect extends Dialect {
  private static final DatabaseVersion OLDEST = DatabaseVersion.of(12, 2);

  /** From 12.2 on, where COMPATIBLE says so too. */
  private static final int MAX_NAME_BYTES = 128;

  /** Since then a version is one number, and the second counts its updates. */
  private static final int FIRST_YEARLY_VERSION = 18;

  /** SQLSTATE of ORA-00054, "resource busy and acquire with NOWAIT specified". */
  private static final String RESOURCE_BUSY = "61000";

  private static final Pattern RELEASE = Pattern.compile("(?:Release|Version) (\\d+)\\.(\\d+)");

  private static final Identifiers IDENTIFIERS =
      Identifiers.inBytes("\"", OracleReservedWords.ALL, MAX_NAME_BYTES)
          .startingWithLetter()
          .refusing("Oracle", name -> name.contains("\""), "a quotation mark");

  /** The index of a key has the key's name, so indexes and constraints share one space here. */
  private static final NameScopes NAME_SCOPES =
      NameScopes.separate(IDENTIFIERS::quote)
          .perSchema(
              "table",
              ObjectKind.TABLE,
              ObjectKind.VIEW,
              ObjectKind.MATERIALIZED_VIEW,
              ObjectKind.SEQUENCE,
              ObjectKind.FUNCTION,
              ObjectKind.PROCEDURE)
          .perSchema(
              "constraint",
              ObjectKind.INDEX,
              ObjectKind.PRIMARY_KEY,
              ObjectKind.UNIQUE,
              ObjectKind.FOREIGN_KEY,
              ObjectKind.CHECK);

  private final OracleFeatures features;

  /** The assumed version. */
  public OracleDialect() {
    this(OLDEST);
  }

  private OracleDialect(DatabaseVersion version) {
    this(OracleFeatures.of(version), version);
  }

  private OracleDialect(OracleFeatures features, DatabaseVersion version) {
    super(facts(features), version);
    this.features = features;
  }

  private static DialectFacts facts(OracleFeatures features) {
    return new DialectFacts(
        "oracle",
        "Oracle",
        OLDEST,
        OLDEST,
        List.of(
            new DriverArtifact(
                "jdbc:oracle:",
                "com.oracle.database.jdbc",
                "ojdbc11",
                "23.26.4.0.0",
                "oracle.jdbc.OracleDriver")),
        IDENTIFIERS,
        new OracleLiterals(features),
        NAME_SCOPES,
        new Capabilities(false, true, true, 1),
        SqlLexis.with(Trait.PL_SQL),
        new DdlSemantics(BareNames.UPPER_CASE, true, true, DdlSemantics.Grammar.COMMON));
  }

  OracleFeatures features() {
    return features;
  }

  @Override
  public Dialect forVersion(DatabaseVersion other) {
    return new OracleDialect(other);
  }

  @Override
  public String productName() {
    return "Oracle";
  }

  @Override
  public boolean isProduct(String productName, String productVersion) {
    return productName.equals(productName());
  }

  /** Of {@code Oracle Database 19c … Release 19.0.0.0.0 - Production Version 19.3.0.0.0}. */
  @Override
  public DatabaseVersion serverVersion(String productVersion) {
    Matcher matcher = RELEASE.matcher(productVersion);
    if (!matcher.find()) {
      return super.serverVersion(productVersion);
    }
    int major = Integer.parseInt(matcher.group(1));
    return DatabaseVersion.of(
        major, major >= FIRST_YEARLY_VERSION ? 0 : Integer.parseInt(matcher.group(2)));
  }

  TypeTable types() {
    if (features.booleans()) {
      return OracleTypes.WITH_BOOLEAN;
    }
    return features.json() ? OracleTypes.WITH_JSON : OracleTypes.TABLE;
  }

  /**
   * A type as SQL writes it.
   *
   * @throws io.schemachain.dialect.UnsupportedFeatureException if Oracle has no such type
   */
  String typeOf(DataType type) {
    Schema none = Schema.empty(nameScopes());
    return new OracleDdl(this, none, none, false).type(type);
  }

  /** "Column type incompatible with referenced column type" (ORA-02267): a NUMBER is a NUMBER. */
  @Override
  protected boolean joins(DataType.Scalar from, DataType.Scalar to) {
    return (isNumber(from) && isNumber(to))
        || (isRaw(from) && isRaw(to))
        || (from.kind() == to.kind() && from.kind().isCharacter());
  }

  private static boolean isNumber(DataType.Scalar type) {
    return type.kind().isInteger() || type.kind() == TypeKind.NUMERIC;
  }

  private static boolean isRaw(DataType.Scalar type) {
    return type.kind() == TypeKind.BINARY || type.kind() == TypeKind.VARBINARY;
  }

  @Override
  public boolean lacks(Omittable feature, Operation operation) {
    return feature == Omittable.COLUMN_POSITION;
  }

  @Override
  public ScriptStyle script() {
    return new OracleScript(this);
  }

  /** The index of a key that is deferrable is not unique (ORA-14196). */
  @Override
  protected Set<OnlineForm> onlineForms(@Nullable Table table) {
    return EnumSet.of(
        OnlineForm.CONCURRENT_INDEX,
        OnlineForm.LATER_CHECK,
        OnlineForm.LATER_FOREIGN_KEY,
        OnlineForm.LATER_NOT_NULL,
        OnlineForm.KEY_BY_INDEX,
        OnlineForm.FILLED_COLUMN);
  }

  /**
   * A NOT NULL that reads the rows later stands alone: each of its statements is a place to go on.
   */
  @Override
  public boolean asksForAlgorithms(OperationStep step) {
    return !(step.operation() instanceof AlterColumn alter && alter.saysMoreThanNullable());
  }

  @Override
  protected StandardDdl ddl(Schema before, Schema after) {
    return new OracleDdl(this, before, after, false);
  }

  @Override
  protected StandardDdl ddl(OperationStep step) {
    boolean later = step.algorithms().contains(OracleDdl.NOVALIDATE);
    return new OracleDdl(this, step.before(), step.after(), later);
  }

  // The catalog

  /** A bare name is folded to upper case. */
  String catalogName(String name) {
    return IDENTIFIERS.quote(name).equals(name) ? name.toUpperCase(Locale.ROOT) : name;
  }

  String schemaOf(TableName table) {
    return table.schema() == null
        ? "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')"
        : literals().string(catalogName(table.schema()));
  }

  @Override
  public String columnsOf(TableName table) {
    return sql()
        .format(
            "SELECT CASE WHEN COLUMN_NAME = UPPER(COLUMN_NAME) THEN LOWER(COLUMN_NAME)"
                + " ELSE COLUMN_NAME END FROM ALL_TAB_COLUMNS WHERE OWNER = $L"
                + " AND TABLE_NAME = $S ORDER BY COLUMN_ID",
            schemaOf(table),
            catalogName(table.name()));
  }

  @Override
  public String hasSchema(String schema) {
    return sql().format("SELECT 1 FROM ALL_USERS WHERE USERNAME = $S", catalogName(schema));
  }

  @Override
  public String currentSchema() {
    return "SELECT SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') FROM DUAL";
  }

  /** Where it is 18 or newer VERSION has zeros behind the first number. */
  @Override
  public String isServer() {
    return "EXISTS (SELECT 1 FROM PRODUCT_COMPONENT_VERSION WHERE PRODUCT LIKE 'Oracle%'"
        + " AND TO_NUMBER(REGEXP_SUBSTR(VERSION, '[0-9]+', 1, 1)) * 1000"
        + " + TO_NUMBER(REGEXP_SUBSTR(VERSION, '[0-9]+', 1, 2)) >= "
        + (version().major() * 1000 + version().minor())
        + ")";
  }

  // The session

  /**
   * Comparisons are by bytes; a time without a zone is one of UTC when it gets one; a point stands
   * before decimal digits.
   */
  @Override
  public List<String> sessionSetup() {
    return List.of(
        "ALTER SESSION SET NLS_COMP = BINARY",
        "ALTER SESSION SET NLS_NUMERIC_CHARACTERS = '.,'",
        "ALTER SESSION SET TIME_ZONE = '+00:00'");
  }

  @Override
  public String useSchema(String schema) {
    return sql().format("ALTER SESSION SET CURRENT_SCHEMA = $N", schema);
  }

  @Override
  public String utcNow() {
    return "SYS_EXTRACT_UTC(SYSTIMESTAMP)";
  }

  @Override
  public String currentUser() {
    return "USER";
  }

  @Override
  public String sessionId() {
    return "SYS_CONTEXT('USERENV', 'SID')";
  }

  /** The view wants a right of its own: without it nobody can tell. */
  @Override
  public String isAtWork(String session, String since) {
    return sql()
        .format(
            "SELECT 1 FROM gv$$session WHERE TO_CHAR(sid) = $S AND status = 'ACTIVE'"
                + " AND schemaname = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')"
                + " AND audsid <> SYS_CONTEXT('USERENV', 'SESSIONID')"
                + " AND logon_time - (SYSDATE - CAST(SYS_EXTRACT_UTC(SYSTIMESTAMP) AS DATE)) <= $L",
            session,
            since);
  }

  // The lock

  /** A number of 30 bits, which is what DBMS_LOCK takes. */
  String lockId(TableName versionTable) {
    return sql()
        .format(
            "ORA_HASH('schemachain:' || $L || '.' || $S, 1073741823)",
            schemaOf(versionTable),
            catalogName(versionTable.name()));
  }

  /**
   * A row of the journal as on other databases whose DDL commits, and a lock of DBMS_LOCK, which
   * scripts take, where the account may execute that package.
   */
  @Override
  public RunnerLock runnerLock(TableName versionTable, TableName journal) {
    String id = lockId(versionTable);
    return new RunnerLock.RowAndSessionLock(
        new RunnerLock.RowLock(
            sql()
                .format(
                    "INSERT INTO $N (run, revision, direction, operation_index, statement_index,"
                        + " kind, fingerprint, state, executed_by, started_at)"
                        + " SELECT 'lock', '-', '-', 0, 0, 'lock', '-', 'lock', $L, $L FROM DUAL"
                        + " WHERE NOT EXISTS (SELECT 1 FROM $N WHERE revision = '-' AND run ="
                        + " 'lock')",
                    journal,
                    currentUser(),
                    utcNow(),
                    journal),
            sql()
                .format(
                    "SELECT entry FROM $N WHERE revision = '-' AND run = 'lock' FOR UPDATE NOWAIT",
                    journal),
            RESOURCE_BUSY),
        new RunnerLock.SessionLock(
            "SELECT CASE WHEN SYS.DBMS_LOCK.REQUEST("
                + id
                + ", 6, 0) IN (0, 4) THEN 1 ELSE 0 END FROM DUAL",
            "SELECT SYS.DBMS_LOCK.RELEASE(" + id + ") FROM DUAL",
            null,
            null,
            List.of()),
        "SELECT CASE WHEN EXISTS (SELECT 1 FROM ALL_PROCEDURES WHERE OWNER = 'SYS' AND"
            + " OBJECT_NAME = 'DBMS_LOCK') THEN 1 ELSE 0 END FROM DUAL");
  }

  @Override
  public LockWaits waits() {
    return new OracleWaits();
  }

  @Override
  public Questions questions() {
    return new OracleQuestions(this);
  }

  @Override
  public String sessionState() {
    return "SELECT 'ALTER SESSION SET ' || PARAMETER || ' = ''' || VALUE || ''''"
        + " FROM NLS_SESSION_PARAMETERS WHERE PARAMETER IN ('NLS_COMP', 'NLS_NUMERIC_CHARACTERS')"
        + " UNION ALL SELECT 'ALTER SESSION SET TIME_ZONE = ''' || SESSIONTIMEZONE || '''' FROM DUAL"
        + " UNION ALL SELECT 'ALTER SESSION SET DDL_LOCK_TIMEOUT = 0' FROM DUAL"
        + " UNION ALL SELECT 'ALTER SESSION SET CURRENT_SCHEMA = \"'"
        + " || SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') || '\"' FROM DUAL";
  }

  @Override
  public String characterLength(String text) {
    return "LENGTH(" + text + ")";
  }

  @Override
  public Introspection introspection() {
    return new OracleIntrospection(this);
  }

  @Override
  public StoredForm storedForm() {
    return new OracleStored(this);
  }

  @Override
  public ExpressionForm expressionForm() {
    return new OracleExpressions(lexis());
  }
}
