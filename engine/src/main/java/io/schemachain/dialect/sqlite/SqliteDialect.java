package io.schemachain.dialect.sqlite;

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
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.Questions;
import io.schemachain.dialect.RunnerLock;
import io.schemachain.dialect.ScriptStyle;
import io.schemachain.dialect.SqlLexis;
import io.schemachain.dialect.SqlLexis.Trait;
import io.schemachain.dialect.SqlStatement;
import io.schemachain.dialect.StoredForm;
import io.schemachain.introspect.Introspection;
import io.schemachain.model.DataType;
import io.schemachain.model.NameScopes;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import io.schemachain.operation.Omittable;
import io.schemachain.operation.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQLite. A schema is an attached database, the default one is {@code main}. */
public final class SqliteDialect extends Dialect {
  /** ALTER TABLE … DROP COLUMN came with 3.35. */
  private static final DatabaseVersion OLDEST = DatabaseVersion.of(3, 35);

  private static final int SQLITE_BUSY = 5;

  private static final Identifiers IDENTIFIERS =
      Identifiers.inCharacters("\"", SqliteReservedWords.ALL, Integer.MAX_VALUE);
  private static final Literals LITERALS = new SqliteLiterals();

  /** Names of constraints are not enforced; they differ within a table to be found by name. */
  private static final NameScopes NAME_SCOPES =
      NameScopes.separate(IDENTIFIERS::quote)
          .perSchema(
              "object",
              ObjectKind.TABLE,
              ObjectKind.INDEX,
              ObjectKind.VIEW,
              ObjectKind.MATERIALIZED_VIEW)
          .perTable(
              "constraint",
              ObjectKind.PRIMARY_KEY,
              ObjectKind.UNIQUE,
              ObjectKind.FOREIGN_KEY,
              ObjectKind.CHECK);

  private static final DialectFacts FACTS =
      new DialectFacts(
          "sqlite",
          "SQLite",
          OLDEST,
          OLDEST,
          List.of(
              new DriverArtifact(
                  "jdbc:sqlite:", "org.xerial", "sqlite-jdbc", "3.54.1.0", "org.sqlite.JDBC")),
          IDENTIFIERS,
          LITERALS,
          NAME_SCOPES,
          new Capabilities(true, false, false, 500),
          SqlLexis.with(Trait.BACKTICKS, Trait.BRACKETS),
          new DdlSemantics(BareNames.AS_WRITTEN, false, true, DdlSemantics.Grammar.COMMON));

  /** The assumed version. */
  public SqliteDialect() {
    this(OLDEST);
  }

  private SqliteDialect(DatabaseVersion version) {
    super(FACTS, version);
  }

  @Override
  public Dialect forVersion(DatabaseVersion other) {
    return new SqliteDialect(other);
  }

  @Override
  public String productName() {
    return "SQLite";
  }

  @Override
  public boolean isProduct(String productName, String productVersion) {
    return productName.equals(productName());
  }

  /** A value is compared as one of the column referred to. */
  @Override
  protected boolean joins(DataType.Scalar from, DataType.Scalar to) {
    return true;
  }

  @Override
  public boolean lacks(Omittable feature, Operation operation) {
    return feature == Omittable.COMMENTS;
  }

  @Override
  public ScriptStyle script() {
    return new SqliteScript(this);
  }

  @Override
  protected SqliteDdl ddl(Schema before, Schema after) {
    return new SqliteDdl(this, before, after);
  }

  /** Steps that ALTER TABLE cannot do are put together into rebuilds first. */
  @Override
  protected List<List<SqlStatement>> statements(List<OperationStep> steps) {
    return new SqliteRebuilds(this).render(steps);
  }

  @Override
  public Optional<TableName> rebuilt(OperationStep step) {
    return new SqliteRebuilds(this).rebuilt(step);
  }

  @Override
  public String columnsOf(TableName table) {
    return sql()
        .format(
            "SELECT name FROM pragma_table_xinfo($S, $S) WHERE hidden <> 1 ORDER BY cid",
            table.name(),
            schemaOf(table));
  }

  /**
   * The connection's version is that of the driver; the client that runs the script has its own.
   */
  @Override
  public DatabaseVersion scriptVersion() {
    return assumed();
  }

  /** The driver takes a million bytes, a thousandth of what SQLite does. */
  @Override
  public Map<String, String> connectionProperties() {
    return Map.of("limit_sql_length", "1000000000");
  }

  /** SQLITE_OPEN_READWRITE without SQLITE_OPEN_CREATE. */
  @Override
  public Map<String, String> existingOnly() {
    return Map.of("open_mode", "2");
  }

  @Override
  public String hasSchema(String schema) {
    return sql().format("SELECT 1 FROM pragma_database_list WHERE name = $S", schema);
  }

  @Override
  public String currentSchema() {
    return "SELECT 'main'";
  }

  static String schemaOf(TableName table) {
    return table.schema() == null ? "main" : table.schema();
  }

  /** The file is the lock; each revision's transaction takes it. */
  @Override
  public RunnerLock runnerLock(TableName versionTable, TableName journal) {
    return new RunnerLock.WriteTransaction("BEGIN IMMEDIATE", SQLITE_BUSY);
  }

  /**
   * With legacy_alter_table, the default of some builds, a rename does not reach foreign keys,
   * triggers and views. Foreign keys hold in revisions, whatever the connection says; a rebuild
   * turns them off and checks them itself.
   */
  @Override
  public List<String> sessionSetup() {
    return List.of("PRAGMA legacy_alter_table = OFF", "PRAGMA foreign_keys = ON");
  }

  /** Unqualified names live in {@code main}; there is no statement that changes it. */
  @Override
  public String useSchema(String schema) {
    if (!schema.equals("main")) {
      throw unsupported(
          "another default schema than main", "Name the schema in the operations instead.");
    }
    return "PRAGMA legacy_alter_table = OFF";
  }

  /** CAST reads the digits at the start of a text: 35 of {@code 35.5}. */
  @Override
  public String isServer() {
    return "CAST(sqlite_version() AS INTEGER) * 1000"
        + " + CAST(substr(sqlite_version(), instr(sqlite_version(), '.') + 1) AS INTEGER) >= "
        + (version().major() * 1000 + version().minor());
  }

  @Override
  public String utcNow() {
    return "strftime('%Y-%m-%d %H:%M:%f', 'now')";
  }

  @Override
  public String currentUser() {
    return "NULL";
  }

  @Override
  public String sessionId() {
    return "NULL";
  }

  @Override
  public @Nullable String isAtWork(String session, String since) {
    return null;
  }

  @Override
  public Questions questions() {
    return new SqliteQuestions(this);
  }

  @Override
  public String sessionState() {
    return "SELECT 'PRAGMA foreign_keys = ' || foreign_keys FROM pragma_foreign_keys";
  }

  @Override
  public String characterLength(String text) {
    return "LENGTH(" + text + ")";
  }

  @Override
  public Introspection introspection() {
    return new SqliteIntrospection(this);
  }

  @Override
  public StoredForm storedForm() {
    return new SqliteStored(this);
  }

  @Override
  public ExpressionForm expressionForm() {
    return new SqliteExpressions(lexis());
  }
}
