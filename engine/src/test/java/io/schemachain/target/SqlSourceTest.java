package io.schemachain.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.apply.CatalogAccess;
import io.schemachain.diagnostic.Diagnostic;
import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceText;
import io.schemachain.dialect.Dialect;
import io.schemachain.dialect.Dialects;
import io.schemachain.dialect.OperationStep;
import io.schemachain.dialect.SqlSplitter;
import io.schemachain.diff.Migration;
import io.schemachain.diff.Migrator;
import io.schemachain.diff.Renames;
import io.schemachain.diff.Side;
import io.schemachain.diff.Step;
import io.schemachain.format.Binding;
import io.schemachain.format.NamingConvention;
import io.schemachain.introspect.Introspected;
import io.schemachain.introspect.Kinds;
import io.schemachain.introspect.MadeUpName;
import io.schemachain.model.Check;
import io.schemachain.model.Schema;
import io.schemachain.model.TableName;
import io.schemachain.operation.ApplyToSchema;
import io.schemachain.testdb.TestDatabase;
import io.schemachain.testdb.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** SQL as people have it, against what the database makes of it and against what it is to mean. */
final class SqlSourceTest {
  private static Dialect dialect(String name) {
    return Dialects.find(name).orElseThrow();
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

  private static SqlSource source(String... files) {
    List<SourceText> texts = new ArrayList<>();
    for (String file : files) {
      texts.add(new SourceText(texts.isEmpty() ? "schema.sql" : "more.sql", file));
    }
    return new SqlSource("the SQL", texts, SqlSourceTest::binding);
  }

  private static Target target(Dialect dialect, String... files) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<Target> target = Target.of(List.of(source(files)), dialect, diagnostics);
    assertThat(diagnostics.all()).extracting(Diagnostic::render).isEmpty();
    return target.orElseThrow();
  }

  /** What is wrong, as it is shown. */
  private static String mistakes(String dialect, String... files) {
    Diagnostics diagnostics = new Diagnostics();
    Target.of(List.of(source(files)), dialect(dialect), diagnostics);
    return diagnostics.all().stream().map(Diagnostic::render).collect(Collectors.joining("\n"));
  }

  /** What differs between the database that SQL makes, and what is read from the same SQL. */
  private static List<String> differences(String name, String sql) throws SQLException {
    try (TestDatabase database = TestDatabases.fresh(name);
        Connection connection = database.connect()) {
      Dialect assumed = dialect(name);
      Dialect dialect =
          assumed.forVersion(
              assumed.serverVersion(connection.getMetaData().getDatabaseProductVersion()));
      Target target = target(dialect, sql);
      try (Statement statement = connection.createStatement()) {
        for (SqlSplitter.Part part : dialect.split(sql)) {
          if (!part.text().contains("set_config")) {
            statement.execute(part.text());
          }
        }
      }
      Introspected read = CatalogAccess.read(connection, dialect, target.schema());
      Migration migration =
          Migrator.migrate(
              new Migrator.Request(
                  dialect,
                  dialect.introspection().kinds().and(target.kinds()),
                  Side.of(read),
                  new Side(target.schema(), target.madeUp()),
                  target.renames(),
                  difference -> true));
      List<String> all = new ArrayList<>(migration.found());
      migration.left().forEach(left -> all.add("left: " + left.subject() + " " + left.detail()));
      return all;
    }
  }

  /** What would be run to make it of nothing. */
  private static String created(String name, String... files) {
    Dialect dialect = dialect(name);
    Target target = target(dialect, files);
    Schema schema = Schema.empty(dialect.nameScopes());
    Migration migration =
        Migrator.migrate(
            new Migrator.Request(
                dialect,
                Kinds.everything(),
                Side.of(schema),
                new Side(target.schema(), target.madeUp()),
                target.renames(),
                difference -> true));
    List<OperationStep> steps = new ArrayList<>();
    for (Step step : migration.steps()) {
      Schema after = ApplyToSchema.apply(step.operation(), schema);
      steps.add(new OperationStep(step.operation(), schema, after));
      schema = after;
    }
    return dialect.render(steps).stream()
        .flatMap(List::stream)
        .map(statement -> statement.text() + ";\n")
        .collect(Collectors.joining());
  }

  /** pg_dump --schema-only --no-owner --no-privileges, of version 16. */
  private static final String PG_DUMP =
      """
      --
      -- PostgreSQL database dump
      --

      -- Dumped from database version 16.4
      -- Dumped by pg_dump version 16.4

      SET statement_timeout = 0;
      SET lock_timeout = 0;
      SET idle_in_transaction_session_timeout = 0;
      SET client_encoding = 'UTF8';
      SET standard_conforming_strings = on;
      SELECT pg_catalog.set_config('search_path', '', false);
      SET check_function_bodies = false;
      SET xmloption = content;
      SET client_min_messages = warning;
      SET row_security = off;

      CREATE SCHEMA audit;

      CREATE TYPE public.mood AS ENUM (
          'sad',
          'ok'
      );

      SET default_tablespace = '';

      SET default_table_access_method = heap;

      --
      -- Name: events; Type: TABLE; Schema: audit; Owner: -
      --

      CREATE TABLE audit.events (
          at timestamp with time zone DEFAULT now() NOT NULL,
          what text COLLATE pg_catalog."C"
      );

      CREATE TABLE public.orders (
          id bigint NOT NULL,
          user_id bigint NOT NULL,
          amount numeric(10,2) DEFAULT 0 NOT NULL,
          net numeric(12,2) GENERATED ALWAYS AS ((amount * (2)::numeric)) STORED,
          state character varying(20) DEFAULT 'new'::character varying NOT NULL,
          tags text[] DEFAULT '{}'::text[],
          CONSTRAINT orders_amount_check CHECK ((amount >= (0)::numeric))
      );

      COMMENT ON TABLE public.orders IS 'What''s bought';

      COMMENT ON COLUMN public.orders.state IS 'new, paid';

      ALTER TABLE public.orders ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
          SEQUENCE NAME public.orders_id_seq
          START WITH 1
          INCREMENT BY 1
          NO MINVALUE
          NO MAXVALUE
          CACHE 1
      );

      CREATE TABLE public.users (
          id bigint NOT NULL,
          email character varying(100) NOT NULL,
          mood public.mood DEFAULT 'ok'::public.mood,
          born date,
          seen timestamp(3) without time zone,
          doc jsonb,
          token uuid
      );

      CREATE SEQUENCE public.users_id_seq
          START WITH 1
          INCREMENT BY 1
          NO MINVALUE
          NO MAXVALUE
          CACHE 1;

      ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id;

      CREATE VIEW public.rich AS
       SELECT u.id,
          u.email
         FROM public.users u
        WHERE (u.email IS NOT NULL);

      ALTER TABLE ONLY public.users ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);

      ALTER TABLE ONLY public.orders
          ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

      ALTER TABLE ONLY public.users
          ADD CONSTRAINT users_email_key UNIQUE (email);

      ALTER TABLE ONLY public.users
          ADD CONSTRAINT users_pkey PRIMARY KEY (id);

      CREATE INDEX orders_state_idx ON public.orders USING btree (state, amount DESC NULLS LAST) WHERE ((state)::text <> 'paid'::text);

      CREATE UNIQUE INDEX users_lower_idx ON public.users USING btree (lower((email)::text));

      CREATE INDEX users_doc_idx ON public.users USING gin (doc jsonb_path_ops);

      ALTER TABLE ONLY public.orders
          ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE;

      --
      -- PostgreSQL database dump complete
      --
      """;

  @Test
  void a_dump_of_postgresql_is_what_it_was_made_of() throws SQLException {
    assertThat(differences("postgresql", PG_DUMP)).isEmpty();
  }

  @Test
  void a_dump_of_postgresql_is_understood() {
    assertThat(created("postgresql", PG_DUMP))
        .isEqualTo(
            """
                CREATE SCHEMA audit;
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE SEQUENCE users_id_seq;
                CREATE TABLE users (
                  id BIGINT DEFAULT nextval('users_id_seq'::regclass) NOT NULL,
                  email VARCHAR(100) NOT NULL,
                  mood mood DEFAULT 'ok'::mood,
                  born DATE,
                  seen TIMESTAMP(3),
                  doc JSONB,
                  token UUID,
                  CONSTRAINT users_pkey PRIMARY KEY (id),
                  CONSTRAINT users_email_key UNIQUE (email)
                );
                CREATE UNIQUE INDEX users_lower_idx ON users ((lower((email)::text)));
                CREATE INDEX users_doc_idx ON users USING gin (doc jsonb_path_ops);
                CREATE TABLE orders (
                  id BIGINT GENERATED BY DEFAULT AS IDENTITY NOT NULL,
                  user_id BIGINT NOT NULL,
                  amount NUMERIC(10, 2) DEFAULT 0 NOT NULL,
                  net NUMERIC(12, 2) GENERATED ALWAYS AS ((amount * (2)::numeric)) STORED,
                  state VARCHAR(20) DEFAULT 'new'::character varying NOT NULL,
                  tags TEXT[] DEFAULT '{}'::text[],
                  CONSTRAINT orders_pkey PRIMARY KEY (id),
                  CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
                  CONSTRAINT orders_amount_check CHECK ((amount >= (0)::numeric))
                );
                CREATE INDEX orders_state_idx ON orders (state, amount DESC NULLS LAST) WHERE ((state)::text <> 'paid'::text);
                COMMENT ON TABLE orders IS 'What''s bought';
                COMMENT ON COLUMN orders.state IS 'new, paid';
                CREATE TABLE audit.events (
                  at TIMESTAMP(6) WITH TIME ZONE DEFAULT now() NOT NULL,
                  what TEXT COLLATE "C"
                );
                CREATE VIEW rich AS
                SELECT u.id,
                    u.email
                   FROM users u
                  WHERE (u.email IS NOT NULL);
                """);
  }

  /** mysqldump --no-data, of version 8.0. */
  private static final String MYSQLDUMP =
      """
      -- MySQL dump 10.13  Distrib 8.0.33, for Linux (x86_64)
      --
      -- Host: localhost    Database: shop
      -- ------------------------------------------------------
      -- Server version	8.0.33

      /*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
      /*!50503 SET NAMES utf8mb4 */;
      /*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
      /*!40103 SET TIME_ZONE='+00:00' */;
      /*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
      /*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
      /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
      /*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;

      --
      -- Table structure for table `orders`
      --

      DROP TABLE IF EXISTS `orders`;
      /*!40101 SET @saved_cs_client     = @@character_set_client */;
      /*!50503 SET character_set_client = utf8mb4 */;
      CREATE TABLE `orders` (
        `id` bigint NOT NULL AUTO_INCREMENT,
        `user_id` bigint NOT NULL,
        `amount` decimal(10,2) NOT NULL DEFAULT '0.00',
        `net` decimal(12,2) GENERATED ALWAYS AS ((`amount` * 2)) STORED,
        `state` varchar(20) NOT NULL DEFAULT 'new' COMMENT 'new, paid',
        `paid` tinyint(1) NOT NULL DEFAULT '0',
        `made` datetime(6) DEFAULT CURRENT_TIMESTAMP(6),
        `code` char(2) CHARACTER SET latin1 COLLATE latin1_swedish_ci DEFAULT NULL,
        `size` enum('s','l') DEFAULT 's',
        PRIMARY KEY (`id`),
        UNIQUE KEY `uq_orders_code` (`code`,`state`),
        KEY `fk_orders_user` (`user_id`),
        KEY `ix_orders_state` (`state`(10),`made` DESC),
        CONSTRAINT `fk_orders_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
        CONSTRAINT `ck_orders_amount` CHECK ((`amount` >= 0))
      ) ENGINE=InnoDB AUTO_INCREMENT=17 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='What''s bought';
      /*!40101 SET character_set_client = @saved_cs_client */;

      DROP TABLE IF EXISTS `users`;
      CREATE TABLE `users` (
        `id` bigint NOT NULL AUTO_INCREMENT,
        `email` varchar(100) NOT NULL,
        `bio` longtext,
        PRIMARY KEY (`id`),
        UNIQUE KEY `email` (`email`)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

      /*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;
      /*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
      /*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
      /*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
      /*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
      /*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

      -- Dump completed on 2026-11-20 10:00:00
      """;

  @Test
  void a_dump_of_mysql_is_what_it_was_made_of() throws SQLException {
    assertThat(differences("mysql", MYSQLDUMP)).isEmpty();
  }

  @Test
  void a_dump_of_mysql_is_understood() {
    assertThat(created("mysql", MYSQLDUMP))
        .isEqualTo(
            """
                CREATE TABLE users (
                  id BIGINT NOT NULL AUTO_INCREMENT,
                  email VARCHAR(100) NOT NULL,
                  bio LONGTEXT,
                  PRIMARY KEY (id),
                  CONSTRAINT email UNIQUE (email)
                ) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
                CREATE TABLE orders (
                  id BIGINT NOT NULL AUTO_INCREMENT,
                  user_id BIGINT NOT NULL,
                  amount DECIMAL(10, 2) NOT NULL DEFAULT 0.00,
                  net DECIMAL(12, 2) GENERATED ALWAYS AS ((`amount` * 2)) STORED,
                  state VARCHAR(20) NOT NULL DEFAULT 'new' COMMENT 'new, paid',
                  paid BOOLEAN NOT NULL DEFAULT FALSE,
                  made DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6),
                  code CHAR(2) CHARACTER SET latin1 COLLATE latin1_swedish_ci,
                  size ENUM('s', 'l') DEFAULT 's',
                  PRIMARY KEY (id),
                  CONSTRAINT uq_orders_code UNIQUE (code, state),
                  INDEX ix_orders_state (state(10), made DESC),
                  INDEX fk_orders_user (user_id),
                  CONSTRAINT fk_orders_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
                  CONSTRAINT ck_orders_amount CHECK ((`amount` >= 0))
                ) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT = 'What''s bought';
                """);
  }

  /** What .schema of sqlite3 shows: the words of the author. */
  private static final String SQLITE =
      """
      CREATE TABLE users (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        email varchar(100) NOT NULL UNIQUE,
        mood text DEFAULT 'ok' CHECK (mood IN ('sad', 'ok'))
      );
      CREATE TABLE orders(
        id INTEGER PRIMARY KEY,
        user_id INTEGER NOT NULL REFERENCES users(id) ON DELETE CASCADE,
        amount numeric(10,2) NOT NULL DEFAULT 0,
        made timestamp DEFAULT CURRENT_TIMESTAMP,
        UNIQUE (user_id, made),
        CHECK (amount >= 0)
      );
      CREATE TABLE tags (name TEXT NOT NULL COLLATE NOCASE, PRIMARY KEY (name)) STRICT, WITHOUT ROWID;
      CREATE INDEX ix_orders_amount ON orders (amount DESC) WHERE amount > 0;
      CREATE UNIQUE INDEX ix_users_lower ON users (lower(email));
      CREATE VIEW rich AS SELECT id FROM users WHERE mood = 'ok';
      """;

  @Test
  void the_schema_of_sqlite_is_what_it_was_made_of() throws SQLException {
    assertThat(differences("sqlite", SQLITE)).isEmpty();
  }

  /** SCRIPT NODATA of H2 2.3, without the user, and with names that people gave. */
  private static final String H2_SCRIPT =
      """
      -- H2 2.3.232;
      ;
      CREATE SEQUENCE "PUBLIC"."NUMBERS" START WITH 1 RESTART WITH 5;
      CREATE CACHED TABLE "PUBLIC"."USERS"(
          "ID" BIGINT GENERATED BY DEFAULT AS IDENTITY(START WITH 1) NOT NULL,
          "EMAIL" CHARACTER VARYING(100) NOT NULL,
          "BIO" CHARACTER LARGE OBJECT,
          "ACTIVE" BOOLEAN DEFAULT TRUE NOT NULL,
          "MADE" TIMESTAMP(6) WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
          "SHORT" CHARACTER VARYING(10) GENERATED ALWAYS AS (LEFT("EMAIL", 10))
      );
      ALTER TABLE "PUBLIC"."USERS" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_4" PRIMARY KEY("ID");
      -- 0 +/- SELECT COUNT(*) FROM PUBLIC.USERS;
      CREATE INDEX "PUBLIC"."IX_USERS_MADE" ON "PUBLIC"."USERS"("MADE" NULLS FIRST, "EMAIL" DESC NULLS LAST);
      CREATE CACHED TABLE "PUBLIC"."ORDERS"(
          "ID" BIGINT NOT NULL,
          "USER_ID" BIGINT,
          "AMOUNT" NUMERIC(10, 2) DEFAULT 0.00 NOT NULL
      );
      ALTER TABLE "PUBLIC"."ORDERS" ADD CONSTRAINT "PUBLIC"."CK_AMOUNT" CHECK("AMOUNT" >= 0) NOCHECK;
      ALTER TABLE "PUBLIC"."ORDERS" ADD CONSTRAINT "PUBLIC"."CONSTRAINT_8" PRIMARY KEY("ID");
      ALTER TABLE "PUBLIC"."USERS" ADD CONSTRAINT "PUBLIC"."UQ_USERS_EMAIL" UNIQUE NULLS DISTINCT ("EMAIL");
      ALTER TABLE "PUBLIC"."ORDERS" ADD CONSTRAINT "PUBLIC"."FK_ORDERS_USER" FOREIGN KEY("USER_ID") REFERENCES "PUBLIC"."USERS"("ID") NOCHECK;
      """;

  @Test
  void a_script_of_h2_is_what_it_was_made_of() throws SQLException {
    assertThat(differences("h2", H2_SCRIPT)).isEmpty();
  }

  /** What Hibernate 6 generates. */
  @Test
  void ddl_of_hibernate_is_what_it_was_made_of() throws SQLException {
    assertThat(
            differences(
                "postgresql",
                """
                create sequence orders_seq start with 1 increment by 50;
                create table orders (amount numeric(38,2), placed timestamp(6) with time zone, \
                id bigint not null, user_id bigint, kind varchar(255) check (kind in ('WEB','SHOP')), primary key (id));
                create table users (active boolean not null, id bigint generated by default as identity, \
                email varchar(255) not null unique, photo oid, primary key (id));
                alter table if exists orders add constraint FK32ql8ubntj5uh44ph9659tiih foreign key (user_id) references users;
                """))
        .isEmpty();
    assertThat(
            differences(
                "mysql",
                """
                create table orders (amount decimal(38,2), placed datetime(6), id bigint not null auto_increment, \
                user_id bigint, kind enum ('SHOP','WEB'), primary key (id)) engine=InnoDB;
                create table users (active bit not null, id bigint not null auto_increment, \
                email varchar(255) not null, primary key (id)) engine=InnoDB;
                alter table users add constraint UK6dotkott2kjsp8vw4d0m25fb7 unique (email);
                alter table orders add constraint FK32ql8ubntj5uh44ph9659tiih foreign key (user_id) references users (id);
                """))
        .isEmpty();
    assertThat(
            differences(
                "h2",
                """
                create table orders (amount numeric(38,2), id bigint generated by default as identity, \
                user_id bigint, kind enum ('SHOP','WEB'), primary key (id));
                create table users (id bigint generated by default as identity, email varchar(255) not null, primary key (id));
                alter table if exists users add constraint UK6dotkott2kjsp8vw4d0m25fb7 unique (email);
                alter table if exists orders add constraint FK32ql8ubntj5uh44ph9659tiih foreign key (user_id) references users;
                """))
        .isEmpty();
  }

  @Test
  void serial_is_a_sequence_and_a_default() throws SQLException {
    assertThat(differences("postgresql", "CREATE TABLE t (id serial PRIMARY KEY, big bigserial)"))
        .isEmpty();
  }

  /** What EclipseLink writes of a Long with IDENTITY, and what refers to it. */
  @Test
  void a_wider_number_refers_to_a_serial() throws SQLException {
    assertThat(
            differences(
                "postgresql",
                """
                CREATE TABLE users (id SERIAL NOT NULL, PRIMARY KEY (id));
                CREATE TABLE posts (id SERIAL NOT NULL, user_id BIGINT, PRIMARY KEY (id));
                ALTER TABLE posts ADD CONSTRAINT fk_posts_user_id FOREIGN KEY (user_id) REFERENCES users (id);
                """))
        .isEmpty();
    assertThat(mistakes("postgresql", "CREATE TABLE t (id BIGINT SERIAL NOT NULL);"))
        .contains("write BIGSERIAL");
  }

  /** Hibernate's @Nationalized. */
  @Test
  void the_usual_character_set_needs_no_collation() throws SQLException {
    String columns = "a varchar(20) character set utf8mb4, b varchar(20)";
    assertThat(differences("mysql", "create table t (" + columns + ") engine=InnoDB")).isEmpty();
    assertThat(differences("mariadb", "create table t (" + columns + ") engine=InnoDB")).isEmpty();
    for (String statement :
        List.of(
            "create table t (a varchar(20) character set latin1)",
            "create table t (" + columns + ") default charset=latin1",
            "create table t (" + columns + ") collate=utf8mb4_bin",
            "create table t (b int); alter table t add a varchar(20) character set utf8mb4")) {
      assertThat(mistakes("mysql", statement + ";")).contains("Write the collation too");
    }
  }

  @Test
  void quoted_names_that_the_database_folds_say_what_to_do() {
    assertThat(mistakes("h2", "create table \"users\" (id bigint);"))
        .contains("leave the quotation marks out")
        .contains("hibernate.globally_quoted_identifiers");
  }

  @Test
  void comments_say_former_names() {
    Target target =
        target(
            dialect("postgresql"),
            """
            -- People who log in.
            -- renamed_from: people
            CREATE TABLE users (
              id bigint PRIMARY KEY, -- renamed_from: null
              -- renamed_from: mail
              email text NOT NULL
            );
            CREATE TABLE posts ( -- renamed_from: "Articles"
              id bigint,
              body text -- renamed_from: text
            );
            """);
    TableName users = TableName.of("users");
    TableName posts = TableName.of("posts");
    assertThat(target.renames().tables())
        .isEqualTo(Map.of(users, Optional.of("people"), posts, Optional.of("Articles")));
    assertThat(target.renames().columns())
        .isEqualTo(
            Map.of(
                new Renames.ColumnName(users, "id"), Optional.empty(),
                new Renames.ColumnName(users, "email"), Optional.of("mail"),
                new Renames.ColumnName(posts, "body"), Optional.of("text")));
  }

  @Test
  void what_has_no_place_is_told_with_its_place() {
    assertThat(
            mistakes(
                "postgresql",
                """
                CREATE TABLE t (
                  id bigint PRIMARY KEY,
                  -- renamed_from:
                  a text STORAGE plain,
                  b
                );
                INSERT INTO t VALUES (1);
                GRANT SELECT ON t TO bob;
                SET search_path = x;
                ALTER TABLE t OWNER TO bob;
                COMMENT ON INDEX i IS 'x';
                CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE TYPE pair AS (a int, b int);
                CREATE TABLE u (id int) PARTITION BY RANGE (id);
                """))
        .isEqualTo(
            """
                schema.sql:3:3: error: The comment names no former name.
                      -- renamed_from:
                      ^
                  hint: Write `-- renamed_from: old_name`, or `-- renamed_from: null` for a new part.
                schema.sql:4:10: error: `STORAGE` is not understood here.
                      a text STORAGE plain,
                             ^
                  hint: Write it in another way, or move what it defines to a model file in YAML: a target can have both.
                schema.sql:7:1: error: INSERT does not define a schema.
                    INSERT INTO t VALUES (1);
                    ^
                  hint: Remove it; pg_dump --schema-only and mysqldump --no-data leave rows out.
                schema.sql:8:1: error: GRANT does not define a schema.
                    GRANT SELECT ON t TO bob;
                    ^
                  hint: Remove it; pg_dump --no-privileges leaves rights out.
                schema.sql:9:1: error: `SET` is not understood here.
                    SET search_path = x;
                    ^
                  hint: A session's settings define no schema. Remove it; those that dumps write in front and that change nothing may stay.
                schema.sql:10:15: error: `OWNER` is not understood here.
                    ALTER TABLE t OWNER TO bob;
                                  ^
                  hint: Owners are not in the model: remove the statement; pg_dump --no-owner leaves them out.
                schema.sql:11:12: error: `INDEX` is not understood here.
                    COMMENT ON INDEX i IS 'x';
                               ^
                  hint: In SQL the comments of tables and columns are read. Remove it, or write it in a model file in YAML; pg_dump --no-comments leaves all comments out.
                schema.sql:12:8: error: `FUNCTION` is not understood here.
                    CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
                           ^
                  hint: In SQL tables, indexes, sequences, views, enum types, schemas and extensions are read. Write others in a model file in YAML: a target can have both.
                schema.sql:13:18: error: `AS` is not understood here.
                    CREATE TYPE pair AS (a int, b int);
                                     ^
                  hint: Of types the model has those that are AS ENUM.
                schema.sql:14:25: error: `PARTITION` is not understood here.
                    CREATE TABLE u (id int) PARTITION BY RANGE (id);
                                            ^
                  hint: A table with partitions or a parent is written in a model file in YAML.""");
  }

  @Test
  void a_table_is_defined_once() {
    assertThat(
            mistakes(
                "postgresql",
                "CREATE TABLE t (id int);\n",
                "-- Another one.\nCREATE TABLE public.t (id int);\nDROP TABLE IF EXISTS t;\n"))
        .isEqualTo(
            """
                more.sql:3:1: error: The table t is defined and then dropped.
                    DROP TABLE IF EXISTS t;
                    ^
                more.sql:2:1: error: The table t is defined twice: schema.sql:1:1 too.
                    CREATE TABLE public.t (id int);
                    ^
                  hint: Leave one of the two.""");
  }

  /** Two checks of a column, two of the table. */
  @Test
  void unnamed_constraints_get_names_that_say_nothing() {
    Target target =
        target(
            dialect("postgresql"),
            """
            CREATE TABLE t (
              id int PRIMARY KEY,
              a int UNIQUE CHECK (a > 0) CHECK (a < 9) REFERENCES t,
              CHECK (a <> id),
              CONSTRAINT given CHECK (a <> 5),
              CHECK (id > 0)
            );
            CREATE INDEX ON t (a, id);
            """);
    assertThat(target.madeUp().stream().map(MadeUpName::name).sorted())
        .containsExactly(
            "ck_t_1", "ck_t_3", "ck_t_a", "ck_t_a_2", "fk_t_a_t", "ix_t_a_id", "pk_t", "uq_t_a");
    assertThat(target.schema().tables().stream().flatMap(t -> t.checks().stream()))
        .extracting(Check::name)
        .containsExactly("ck_t_a", "ck_t_a_2", "ck_t_1", "given", "ck_t_3");
  }

  @Test
  void mistakes_of_several_files() {
    assertThat(
            mistakes(
                "postgresql",
                "CREATE TABLE t (id int);\n-- renamed_from: x\nCREATE INDEX ON t (id);\n",
                "CREATE TABLE t (id int);\n\\connect shop\n"))
        .isEqualTo(
            """
                schema.sql:2:1: error: `renamed_from` belongs to nothing here.
                    -- renamed_from: x
                    ^
                  hint: Write it behind a column or behind the parenthesis of CREATE TABLE, or alone in the line above one of them.
                more.sql:2:1: error: `\\connect shop` is a command of the database's client, not SQL.
                    \\connect shop
                    ^
                  hint: Remove the line: only SQL is read.""");
    assertThat(
            mistakes(
                "mysql",
                """
                CREATE TABLE t (
                  id int REFERENCES u (id),
                  at datetime DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
                ) ENGINE=InnoDB PARTITION BY HASH (id);
                CREATE TABLE u (at datetime DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);
                CREATE TABLE w (id int) PARTITION BY HASH (id);
                LOCK TABLES t WRITE;
                """))
        .isEqualTo(
            """
                schema.sql:2:10: error: `REFERENCES` is not understood here.
                      id int REFERENCES u (id),
                             ^
                  hint: MySQL passes over REFERENCES behind a column: write `FOREIGN KEY (…) REFERENCES …` behind the columns.
                schema.sql:5:55: error: `ON` is not understood here.
                    CREATE TABLE u (at datetime DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);
                                                                          ^
                  hint: The model has no ON UPDATE of a column: use a trigger.
                schema.sql:6:25: error: `PARTITION` is not understood here.
                    CREATE TABLE w (id int) PARTITION BY HASH (id);
                                            ^
                  hint: A table with partitions or a parent is written in a model file in YAML.
                schema.sql:7:1: error: LOCK does not define a schema.
                    LOCK TABLES t WRITE;
                    ^
                  hint: Remove it; mysqldump --skip-add-locks leaves locks out.""");
    assertThat(
            mistakes("sqlite", "CREATE TABLE t (id text PRIMARY KEY);\nPRAGMA foreign_keys=ON;\n"))
        .isEqualTo(
            """
                schema.sql:1:1: error: The primary key of t may be NULL: write NOT NULL for its columns.
                    CREATE TABLE t (id text PRIMARY KEY);
                    ^
                schema.sql:2:1: error: `PRAGMA` is not understood here.
                    PRAGMA foreign_keys=ON;
                    ^
                  hint: A session's settings define no schema. Remove it; those that dumps write in front and that change nothing may stay.""");
  }
}
