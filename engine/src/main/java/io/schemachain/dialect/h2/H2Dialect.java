package io.schemachain.dialect.h2;

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
import io.schemachain.model.TableName;
import io.schemachain.model.TypeKind;
import io.schemachain.operation.AlterColumn;
import io.schemachain.operation.Omittable;
import io.schemachain.operation.Operation;
import java.util.List;
import java.util.Map;

/** H2. */
public final class H2Dialect extends Dialect {
  private static final DatabaseVersion OLDEST = DatabaseVersion.of(2, 0);

  private static final int MAX_NAME_CHARACTERS = 256;

  /** SQLSTATE of LOCK_TIMEOUT_1, also when NOWAIT finds a lock. */
  private static final String LOCK_TIMEOUT = "HYT00";

  private static final Identifiers IDENTIFIERS =
      Identifiers.inCharacters("\"", H2ReservedWords.ALL, MAX_NAME_CHARACTERS);
  private static final Literals LITERALS = new H2Literals();
  private static final H2Names NAMES = new H2Names(IDENTIFIERS, LITERALS);

  /** The index of a constraint has a name that H2 makes up. */
  private static final NameScopes NAME_SCOPES =
      NameScopes.separate(IDENTIFIERS::quote)
          .perSchema("table", ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)
          .perSchema(
              "constraint",
              ObjectKind.PRIMARY_KEY,
              ObjectKind.UNIQUE,
              ObjectKind.FOREIGN_KEY,
              ObjectKind.CHECK);

  private static final DialectFacts FACTS =
      new DialectFacts(
          "h2",
          "H2",
          OLDEST,
          OLDEST,
          List.of(
              new DriverArtifact("jdbc:h2:", "com.h2database", "h2", "2.5.252", "org.h2.Driver")),
          IDENTIFIERS,
          LITERALS,
          NAME_SCOPES,
          new Capabilities(false, true, false, 1000),
          SqlLexis.with(
              Trait.NESTED_COMMENTS, Trait.DOLLAR_QUOTES, Trait.BACKTICKS, Trait.SLASH_COMMENTS),
          new DdlSemantics(BareNames.UPPER_CASE, true, true, DdlSemantics.Grammar.COMMON));

  private final H2Features features;

  /** The assumed version. */
  public H2Dialect() {
    this(OLDEST);
  }

  private H2Dialect(DatabaseVersion version) {
    super(FACTS, version);
    this.features = H2Features.of(version);
  }

  H2Features features() {
    return features;
  }

  @Override
  public Dialect forVersion(DatabaseVersion other) {
    return new H2Dialect(other);
  }

  @Override
  public String productName() {
    return "H2";
  }

  @Override
  public boolean isProduct(String productName, String productVersion) {
    return productName.equals(productName());
  }

  H2Names names() {
    return NAMES;
  }

  /** It takes all, but what is filled up to its length equals no value that is not. */
  @Override
  protected boolean joins(DataType.Scalar from, DataType.Scalar to) {
    return from.kind().isNumber() || (from.kind() == to.kind() && from.kind() != TypeKind.BINARY);
  }

  /** A column that is there stays where it is. */
  @Override
  public boolean lacks(Omittable feature, Operation operation) {
    return feature == Omittable.COLUMN_POSITION && operation instanceof AlterColumn;
  }

  @Override
  public ScriptStyle script() {
    return new H2Script(this);
  }

  @Override
  protected StandardDdl ddl(Schema before, Schema after) {
    return new H2Ddl(this, before, after);
  }

  /** The name of a type, as SQL writes it. */
  String typeOf(DataType type) {
    Schema none = Schema.empty(nameScopes());
    return new H2Ddl(this, none, none).type(type);
  }

  /** A name in upper case is a bare one that was folded. */
  @Override
  public String columnsOf(TableName table) {
    return "SELECT CASE WHEN COLUMN_NAME = UPPER(COLUMN_NAME) THEN LOWER(COLUMN_NAME) ELSE"
        + " COLUMN_NAME END FROM INFORMATION_SCHEMA.COLUMNS WHERE "
        + NAMES.isTable(table)
        + " ORDER BY ORDINAL_POSITION";
  }

  /**
   * The connection's version is that of the driver; the client that runs the script has its own.
   */
  @Override
  public DatabaseVersion scriptVersion() {
    return assumed();
  }

  @Override
  public Map<String, String> existingOnly() {
    return Map.of("IFEXISTS", "TRUE");
  }

  @Override
  public String hasSchema(String schema) {
    return "SELECT 1 FROM INFORMATION_SCHEMA.SCHEMATA WHERE " + NAMES.isSchema(schema);
  }

  @Override
  public String currentSchema() {
    return "SELECT CURRENT_SCHEMA";
  }

  /**
   * A row of the journal that says nothing else. Runners that come first at once may make one each,
   * which no unique key forbids them; whoever locks has committed its own and finds all of them, in
   * the order of the index.
   */
  @Override
  public RunnerLock runnerLock(TableName versionTable, TableName journal) {
    return new RunnerLock.RowLock(
        sql()
            .format(
                "INSERT INTO $N (run, revision, direction, operation_index, statement_index, kind,"
                    + " fingerprint, state, executed_by, started_at)"
                    + " SELECT 'lock', '', '', 0, 0, 'lock', '', 'lock', $L, $L"
                    + " WHERE NOT EXISTS (SELECT 1 FROM $N WHERE revision = '' AND run = 'lock')",
                journal,
                currentUser(),
                utcNow(),
                journal),
        sql()
            .format(
                "SELECT entry FROM $N WHERE revision = '' AND run = 'lock' FOR UPDATE NOWAIT",
                journal),
        LOCK_TIMEOUT);
  }

  @Override
  public String isServer() {
    return "CAST(REGEXP_REPLACE(H2VERSION(), '[.].*', '') AS INTEGER) * 1000"
        + " + CAST(REGEXP_REPLACE(H2VERSION(), '^[0-9]+[.]([0-9]+).*', '$1') AS INTEGER) >= "
        + (version().major() * 1000 + version().minor());
  }

  @Override
  public String utcNow() {
    return "TIMESTAMP '1970-01-01 00:00:00' + (CURRENT_TIMESTAMP - TIMESTAMP WITH TIME ZONE"
        + " '1970-01-01 00:00:00+00:00')";
  }

  @Override
  public String currentUser() {
    return "CURRENT_USER";
  }

  @Override
  public String sessionId() {
    return "CAST(SESSION_ID() AS VARCHAR)";
  }

  @Override
  public String isAtWork(String session, String since) {
    return sql()
        .format(
            "SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS s WHERE CAST(s.SESSION_ID AS VARCHAR) = $S"
                + " AND s.SESSION_ID <> SESSION_ID() AND s.EXECUTING_STATEMENT IS NOT NULL"
                + " AND TIMESTAMP '1970-01-01 00:00:00' + (s.SESSION_START - TIMESTAMP WITH TIME"
                + " ZONE '1970-01-01 00:00:00+00:00') <= $L",
            session,
            since);
  }

  @Override
  public LockWaits waits() {
    return new H2Waits();
  }

  @Override
  public Questions questions() {
    return new H2Questions(this);
  }

  @Override
  public String sessionState() {
    return "SELECT 'SET SCHEMA ' || QUOTE_IDENT(CURRENT_SCHEMA)"
        + " UNION ALL SELECT 'SET LOCK_TIMEOUT ' || LOCK_TIMEOUT()"
        + " UNION ALL SELECT 'SET QUERY_TIMEOUT ' || SETTING_VALUE FROM"
        + " INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'QUERY_TIMEOUT'";
  }

  @Override
  public Introspection introspection() {
    return new H2Introspection(this);
  }

  @Override
  public StoredForm storedForm() {
    return new H2Stored(this);
  }

  @Override
  public ExpressionForm expressionForm() {
    return new H2Expressions(lexis());
  }
}
