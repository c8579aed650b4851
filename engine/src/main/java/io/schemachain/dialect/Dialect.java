package io.schemachain.dialect;

import static java.util.Objects.requireNonNull;

import io.schemachain.dialect.DdlSemantics.BareNames;
import io.schemachain.introspect.Introspection;
import io.schemachain.model.DataType;
import io.schemachain.model.NameScopes;
import io.schemachain.model.Schema;
import io.schemachain.model.Table;
import io.schemachain.model.TableName;
import io.schemachain.operation.CreateSchema;
import io.schemachain.operation.Omittable;
import io.schemachain.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A database, in one version, as something that renders. Immutable; the same for printing and for
 * running.
 */
public abstract class Dialect {
  private final DialectFacts facts;
  private final DatabaseVersion version;
  private final Sql sql;

  protected Dialect(DialectFacts facts, DatabaseVersion version) {
    this.facts = requireNonNull(facts, "facts");
    this.version = requireNonNull(version, "version");
    this.sql = new Sql(facts.identifiers(), facts.literals());
  }

  /** The word in documents and options: {@code postgresql}. */
  public final String name() {
    return facts.name();
  }

  /** As people write it: {@code PostgreSQL}. */
  public final String displayName() {
    return facts.displayName();
  }

  /** The version that is rendered for. */
  public final DatabaseVersion version() {
    return version;
  }

  /**
   * A query for the version of the server, for databases whose driver does not tell it; null where
   * it does.
   */
  public @Nullable String versionQuery() {
    return null;
  }

  /** Whether statements may be sent to the server together. */
  public boolean sendsBatches() {
    return true;
  }

  /**
   * The statements of SQL that the author wrote.
   *
   * @throws SqlSyntaxException if the text ends within a quote, a comment, a parenthesis or a
   *     block, or holds a command of the database's client
   */
  public final List<SqlSplitter.Part> split(String text) {
    List<SqlSplitter.Part> parts = SqlSplitter.split(text, lexis());
    return hasBatches() ? SqlBatches.join(parts, text, lexis()) : parts;
  }

  /**
   * Whether SQL is sent in batches, in which a statement ends where the next one begins, also
   * without a semicolon.
   */
  protected boolean hasBatches() {
    return false;
  }

  /** The version that a script made from a connection is for: the server's. */
  public DatabaseVersion scriptVersion() {
    return version();
  }

  /** What is meant when no version is given: the oldest that its vendor still cared for. */
  public final DatabaseVersion assumed() {
    return facts.assumed();
  }

  /** An older server, or an older version in a document, is refused. */
  public final DatabaseVersion oldestSupported() {
    return facts.oldestSupported();
  }

  /** The same database in another version. */
  public abstract Dialect forVersion(DatabaseVersion version);

  /** The keys under which a map by dialect may hold this one's entry, the closest first. */
  public List<String> keys() {
    return List.of(name());
  }

  /** Drivers for its URLs; the first is the database's own. */
  public final List<DriverArtifact> drivers() {
    return facts.drivers();
  }

  /** Driver properties that the statements of a plan need, however long they are. */
  public Map<String, String> connectionProperties() {
    return Map.of();
  }

  /** Driver properties with which connecting creates no database where there is none. */
  public Map<String, String> existingOnly() {
    return Map.of();
  }

  /** What a server calls itself, by JDBC's product name. */
  public abstract String productName();

  /** The version in the numbers that a server counts in. */
  public DatabaseVersion productVersion() {
    return version();
  }

  /** Whether a server that calls itself so, by JDBC's product name and version, is one of these. */
  public abstract boolean isProduct(String productName, String productVersion);

  /**
   * The version of a server that {@link #isProduct} accepted.
   *
   * @throws IllegalArgumentException if the text says none
   */
  public DatabaseVersion serverVersion(String productVersion) {
    return DatabaseVersion.parse(productVersion);
  }

  public final Identifiers identifiers() {
    return facts.identifiers();
  }

  public final Literals literals() {
    return facts.literals();
  }

  public final Sql sql() {
    return sql;
  }

  public final NameScopes nameScopes() {
    return facts.nameScopes();
  }

  public final Capabilities capabilities() {
    return facts.capabilities();
  }

  public final SqlLexis lexis() {
    return facts.lexis();
  }

  public final DdlSemantics ddlSemantics() {
    return facts.ddlSemantics();
  }

  public abstract ScriptStyle script();

  /** How the catalog is read. */
  public abstract Introspection introspection();

  /** The number of characters of a text, blanks at its end included, as an expression. */
  public String characterLength(String text) {
    return "CHAR_LENGTH(" + text + ")";
  }

  /** What the catalog keeps of a schema, for comparisons. */
  public abstract StoredForm storedForm();

  /** One text for expressions that the database takes for the same. */
  public abstract ExpressionForm expressionForm();

  /** How the catalog spells a name of the model. */
  public final String inCatalog(String name) {
    boolean folded = ddlSemantics().bareNames() == BareNames.UPPER_CASE;
    return folded && identifiers().isBare(name) ? name.toUpperCase(Locale.ROOT) : name;
  }

  /**
   * The name in the model of what the catalog calls so: a name that the database folds is
   * lower-case there. Empty where a document has no way to write it.
   */
  public final Optional<String> nameOf(String inCatalog) {
    if (ddlSemantics().bareNames() != BareNames.UPPER_CASE) {
      return Optional.of(inCatalog);
    }
    String folded = inCatalog.toLowerCase(Locale.ROOT);
    if (inCatalog.equals(folded.toUpperCase(Locale.ROOT)) && identifiers().isBare(folded)) {
      return Optional.of(folded);
    }
    return identifiers().isBare(inCatalog) ? Optional.empty() : Optional.of(inCatalog);
  }

  /** Renders one operation at a time. */
  protected abstract StandardDdl ddl(Schema before, Schema after);

  /** Renders a step, for databases whose statements ask for an algorithm. */
  protected StandardDdl ddl(OperationStep step) {
    return ddl(step.before(), step.after());
  }

  /**
   * The statements of each step, in order: as many lists as steps. A list is empty where an earlier
   * step's statements do the work of both.
   *
   * @throws UnsupportedFeatureException if the database cannot do it
   */
  public final List<List<SqlStatement>> render(List<OperationStep> steps) {
    List<List<SqlStatement>> rendered = statements(steps);
    steps.forEach(new JoinedTypes(this)::require);
    return rendered;
  }

  /** What {@link #render} gives, for databases where steps belong together. */
  protected List<List<SqlStatement>> statements(List<OperationStep> steps) {
    List<List<SqlStatement>> rendered = new ArrayList<>(steps.size());
    for (OperationStep step : steps) {
      rendered.add(step.operation().accept(ddl(step)));
    }
    return rendered;
  }

  /**
   * Finer steps that do what one does while others read and write: shorter ones, or ones that lock
   * less. The step itself where there are none.
   */
  public final List<OperationStep> online(OperationStep step) {
    return OnlineOperations.of(this, step);
  }

  /**
   * The ways to change a table while others write.
   *
   * @param table null for what is none, such as a materialized view
   */
  protected Set<OnlineForm> onlineForms(@Nullable Table table) {
    return Set.of();
  }

  /** Whether the statements of a step can say by which algorithm they are done. */
  public boolean asksForAlgorithms(OperationStep step) {
    return true;
  }

  /** The table that a step makes anew, with a copy of its rows; empty where it stays in place. */
  public Optional<TableName> rebuilt(OperationStep step) {
    return Optional.empty();
  }

  /**
   * Whether a foreign key can join a column to another one whose type is of the same family, but
   * not the same.
   *
   * @param to that of the column referred to
   */
  protected abstract boolean joins(DataType.Scalar from, DataType.Scalar to);

  /** CREATE TABLE that does nothing when the table exists, for our own tables. */
  public SqlStatement createTableIfNotExists(Table table) {
    Schema empty = Schema.empty(nameScopes());
    return ddl(empty, empty.plus(table)).createTableIfNotExists(table);
  }

  /**
   * A query for the names of the columns of a table in the order of the table, no row when there is
   * no such table. It reads the catalog only.
   */
  public abstract String columnsOf(TableName table);

  /** A query for the name of the current default schema; no row where there is none. */
  public abstract String currentSchema();

  /**
   * How one runner at a time is made sure of. What is locked is named after the version table and
   * its schema, so that scripts, runs and other versions of this tool meet.
   *
   * @param journal a table that may hold a row to lock
   */
  public abstract RunnerLock runnerLock(TableName versionTable, TableName journal);

  /**
   * An expression for the milliseconds since the transaction of this session began, for {@code
   * duration_ms}; null where the database cannot tell, then the runner measures.
   */
  public @Nullable String transactionMillis() {
    return null;
  }

  /**
   * Statements that every session runs first, online and in a script: what literals and checks rely
   * on.
   */
  public List<String> sessionSetup() {
    return List.of();
  }

  /** How long statements wait for others. */
  public LockWaits waits() {
    return LockWaits.NONE;
  }

  /** What to ask about rows and sessions before a change, in its words. */
  public abstract Questions questions();

  /**
   * A query, asked before a session is set up, whose rows are the statements that bring it back:
   * for a session that is lent. Null where setting up changes nothing.
   */
  public @Nullable String sessionState() {
    return null;
  }

  /**
   * The same database where rendered names without a schema are names of this one: for databases
   * where no statement makes them live there.
   */
  public Dialect inSchema(String schema) {
    return this;
  }

  /** A query that gives a row where a schema of that name exists. */
  public abstract String hasSchema(String schema);

  /**
   * A statement that creates a schema unless it exists.
   *
   * @throws UnsupportedFeatureException if no statement can
   */
  public final SqlStatement createSchemaIfNotExists(String schema) {
    Schema empty = Schema.empty(nameScopes());
    return ddl(empty, empty).schemas().create(new CreateSchema(schema, true));
  }

  /** A statement that makes unqualified names live in a schema. */
  public String useSchema(String schema) {
    return sql().format("SET SCHEMA $N", schema);
  }

  /** A condition that holds on a server of this kind that is not older than {@link #version()}. */
  public abstract String isServer();

  /** An expression for the current time in UTC, for a column of the type timestamp. */
  public abstract String utcNow();

  /** An expression for the database user; NULL where there are none. */
  public abstract String currentUser();

  /** An expression that names the session to the database's own tools; NULL where there is none. */
  public abstract String sessionId();

  /**
   * A query that gives a row while another session than this one is at work on a statement; with
   * NULL in it where this account may not see what that session does.
   *
   * @param session as {@link #sessionId} named it; servers give such a name again to others
   * @param since an expression for a time in UTC when the session was there: one that began later
   *     is another
   * @return null where there are no sessions
   */
  public abstract @Nullable String isAtWork(String session, String since);

  /** The collation that compares text byte by byte, null where that is the default. */
  public @Nullable String binaryCollation() {
    return null;
  }

  /** Whether the database has no such thing as an operation asks for, whatever else it says. */
  public boolean lacks(Omittable feature, Operation operation) {
    return false;
  }

  /** A refusal to throw: "&lt;Dialect&gt; does not support &lt;feature&gt;. &lt;hint&gt;" */
  public final UnsupportedFeatureException unsupported(String feature, String hint) {
    return new UnsupportedFeatureException(displayName(), feature, hint);
  }

  /** {@code postgresql:14}. */
  @Override
  public final String toString() {
    return name() + ":" + version();
  }
}
