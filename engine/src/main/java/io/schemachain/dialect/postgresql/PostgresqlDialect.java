package io.schemachain.dialect.postgresql;

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
import io.schemachain.operation.Omittable;
import io.schemachain.operation.Operation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL. */
public final class PostgresqlDialect extends Dialect {
  private static final DatabaseVersion OLDEST = DatabaseVersion.of(12, 0);
  private static final DatabaseVersion ASSUMED = DatabaseVersion.of(14, 0);

  private static final String DUPLICATE_PREPARED_STATEMENT = "42P05";
  private static final String INVALID_STATEMENT_NAME = "26000";

  /** NAMEDATALEN - 1; a longer name is cut with no more than a notice. */
  private static final int MAX_NAME_BYTES = 63;

  private static final Identifiers IDENTIFIERS =
      Identifiers.inBytes("\"", PostgresqlReservedWords.ALL, MAX_NAME_BYTES);
  private static final Literals LITERALS = new PostgresqlLiterals();

  /** Tables, indexes and the indexes of constraints are relations and share their names. */
  private static final NameScopes NAME_SCOPES =
      NameScopes.separate(IDENTIFIERS::quote)
          .perSchema(
              "relation",
              ObjectKind.TABLE,
              ObjectKind.INDEX,
              ObjectKind.PRIMARY_KEY,
              ObjectKind.UNIQUE,
              ObjectKind.PARTITION,
              ObjectKind.SEQUENCE,
              ObjectKind.VIEW,
              ObjectKind.MATERIALIZED_VIEW)
          .perTable("constraint", ObjectKind.FOREIGN_KEY, ObjectKind.CHECK)
          .perTable("trigger", ObjectKind.TRIGGER)
          .perSchema("routine", ObjectKind.FUNCTION, ObjectKind.PROCEDURE)
          .overloaded(PostgresqlArguments::signature);

  private static final DialectFacts FACTS =
      new DialectFacts(
          "postgresql",
          "PostgreSQL",
          ASSUMED,
          OLDEST,
          List.of(
              new DriverArtifact(
                  "jdbc:postgresql:",
                  "org.postgresql",
                  "postgresql",
                  "42.7.14",
                  "org.postgresql.Driver")),
          IDENTIFIERS,
          LITERALS,
          NAME_SCOPES,
          new Capabilities(true, true, true, 1000),
          SqlLexis.with(Trait.NESTED_COMMENTS, Trait.DOLLAR_QUOTES, Trait.ESCAPE_STRINGS),
          new DdlSemantics(BareNames.LOWER_CASE, true, true, DdlSemantics.Grammar.POSTGRESQL));

  private final PostgresqlFeatures features;

  /** The assumed version. */
  public PostgresqlDialect() {
    this(ASSUMED);
  }

  private PostgresqlDialect(DatabaseVersion version) {
    super(FACTS, version);
    this.features = PostgresqlFeatures.of(version);
  }

  @Override
  public Dialect forVersion(DatabaseVersion other) {
    return new PostgresqlDialect(other);
  }

  @Override
  public String productName() {
    return "PostgreSQL";
  }

  @Override
  public boolean isProduct(String productName, String productVersion) {
    return productName.equals(productName());
  }

  /** What converts by itself: "Key columns … are of incompatible types" (42804). */
  @Override
  protected boolean joins(DataType.Scalar from, DataType.Scalar to) {
    return from.kind() != TypeKind.NUMERIC || to.kind() == TypeKind.NUMERIC;
  }

  @Override
  public boolean lacks(Omittable feature, Operation operation) {
    return feature == Omittable.COLUMN_POSITION;
  }

  @Override
  public ScriptStyle script() {
    return new PostgresqlScript(this);
  }

  /**
   * A partitioned table takes no index CONCURRENTLY and, before 18, no foreign key that is NOT
   * VALID.
   */
  @Override
  protected Set<OnlineForm> onlineForms(@Nullable Table table) {
    Set<OnlineForm> forms = EnumSet.allOf(OnlineForm.class);
    forms.remove(
        features.laterNotNull() ? OnlineForm.NOT_NULL_BY_CHECK : OnlineForm.LATER_NOT_NULL);
    if (table != null && table.partitioning() != null) {
      forms.remove(OnlineForm.CONCURRENT_INDEX);
      forms.remove(OnlineForm.KEY_BY_INDEX);
      forms.remove(OnlineForm.DEFERRABLE_KEY_BY_INDEX);
      if (!features.laterNotNull()) {
        forms.remove(OnlineForm.LATER_FOREIGN_KEY);
      }
    }
    return forms;
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
    return new PostgresqlDdl(this, features, before, after, false);
  }

  @Override
  protected StandardDdl ddl(OperationStep step) {
    boolean later = step.algorithms().contains(PostgresqlDdl.NOT_VALID);
    return new PostgresqlDdl(this, features, step.before(), step.after(), later);
  }

  @Override
  public String columnsOf(TableName table) {
    return sql()
        .format(
            "SELECT a.attname FROM pg_catalog.pg_attribute a"
                + " JOIN pg_catalog.pg_class c ON c.oid = a.attrelid"
                + " WHERE c.relname = $S AND c.relnamespace = (SELECT oid FROM"
                + " pg_catalog.pg_namespace WHERE nspname = $L)"
                + " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
            table.name(),
            schemaOf(table));
  }

  @Override
  public String hasSchema(String schema) {
    return sql().format("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $S", schema);
  }

  @Override
  public String currentSchema() {
    return "SELECT current_schema()";
  }

  String schemaOf(TableName table) {
    return table.schema() == null ? "current_schema()" : LITERALS.string(table.schema());
  }

  /** A number for the lock, made by the server, so that a script need not know the schema. */
  String lockKey(TableName versionTable) {
    return sql()
        .format(
            "hashtextextended('schemachain:' || $L || '.' || $S, 0)",
            schemaOf(versionTable),
            versionTable.name());
  }

  /**
   * An advisory lock of the session, tried and never waited for: a session that waits holds a
   * snapshot and deadlocks with a concurrent index build of the holder (facts/safety.md 4).
   */
  @Override
  public RunnerLock runnerLock(TableName versionTable, TableName journal) {
    String key = lockKey(versionTable);
    return new RunnerLock.SessionLock(
        "SELECT pg_try_advisory_lock(" + key + ")",
        "SELECT pg_advisory_unlock(" + key + ")",
        "SELECT format('%s%s, connected since %s', a.usename, ' from ' || host(a.client_addr),"
            + " a.backend_start) FROM pg_catalog.pg_locks l JOIN"
            + " pg_catalog.pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory' AND"
            + " l.granted AND l.objsubid = 1 AND (l.classid::bigint << 32) | l.objid::bigint = "
            + key,
        "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_locks WHERE locktype = 'advisory' AND pid ="
            + " pg_backend_pid() AND granted AND objsubid = 1 AND (classid::bigint << 32) |"
            + " objid::bigint = "
            + key
            + ")",
        List.of(DUPLICATE_PREPARED_STATEMENT, INVALID_STATEMENT_NAME));
  }

  /** A block that fails unless a condition holds. */
  String raiseUnless(String condition, String message) {
    return PostgresqlBlock.of(
        "BEGIN\n  IF NOT ("
            + condition
            + ") THEN\n    RAISE EXCEPTION "
            + LITERALS.string(message.replace("%", "%%"))
            + ";\n  END IF;\nEND");
  }

  @Override
  public String useSchema(String schema) {
    return sql().format("SET search_path TO $N", schema);
  }

  @Override
  public String isServer() {
    int number = version().major() * 10_000 + version().minor();
    return "current_setting('server_version_num')::int >= " + number;
  }

  @Override
  public String utcNow() {
    return "CURRENT_TIMESTAMP AT TIME ZONE 'UTC'";
  }

  @Override
  public String transactionMillis() {
    return "CAST(EXTRACT(EPOCH FROM clock_timestamp() - transaction_timestamp()) * 1000 AS BIGINT)";
  }

  @Override
  public String currentUser() {
    return "CURRENT_USER";
  }

  @Override
  public String sessionId() {
    return "CAST(pg_backend_pid() AS VARCHAR)";
  }

  /** Off, a backslash in a constant would take the quote behind it for a part of the text. */
  @Override
  public List<String> sessionSetup() {
    return List.of("SET standard_conforming_strings = on");
  }

  @Override
  public String isAtWork(String session, String since) {
    return sql()
        .format(
            "SELECT CASE WHEN state IS NOT NULL THEN 1 END FROM pg_catalog.pg_stat_activity WHERE"
                + " CAST(pid AS VARCHAR) = $S AND pid <> pg_backend_pid() AND state IS DISTINCT"
                + " FROM 'idle' AND datname = current_database()"
                + " AND (backend_start IS NULL OR backend_start AT TIME ZONE 'UTC' <= $L)",
            session,
            since);
  }

  @Override
  public LockWaits waits() {
    return new PostgresqlWaits();
  }

  @Override
  public Questions questions() {
    return new PostgresqlQuestions(this);
  }

  @Override
  public String sessionState() {
    return "SELECT format('SET search_path TO %s', current_setting('search_path'))"
        + " UNION ALL SELECT format('SET %I = %L', s, current_setting(s)) FROM"
        + " unnest(ARRAY['lock_timeout', 'statement_timeout', 'standard_conforming_strings']) AS s";
  }

  @Override
  public Introspection introspection() {
    return new PostgresqlIntrospection(this, features);
  }

  @Override
  public StoredForm storedForm() {
    return new PostgresqlStored(this);
  }

  @Override
  public ExpressionForm expressionForm() {
    return new PostgresqlExpressions(lexis());
  }
}
