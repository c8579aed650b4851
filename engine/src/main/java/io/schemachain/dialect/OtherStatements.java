package io.schemachain.dialect;

import io.schemachain.dialect.SqlDefinitions.Mistake;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Statements beside those that define something. */
final class OtherStatements {
  static final String CREATED =
      "In SQL tables, indexes, sequences, views, enum types, schemas and extensions are read. Write"
          + " others in a model file in YAML: a target can have both.";

  private static final String DATA =
      "Remove it; pg_dump --schema-only and mysqldump --no-data leave rows out.";
  private static final String RIGHTS = "Remove it; pg_dump --no-privileges leaves rights out.";
  private static final String TRANSACTION = "Remove it: the file is read and not run.";

  private static final Map<String, String> FOREIGN =
      Map.ofEntries(
          Map.entry("INSERT", DATA),
          Map.entry("UPDATE", DATA),
          Map.entry("DELETE", DATA),
          Map.entry("MERGE", DATA),
          Map.entry("REPLACE", DATA),
          Map.entry("COPY", DATA),
          Map.entry("TRUNCATE", DATA),
          Map.entry("LOAD", DATA),
          Map.entry("GRANT", RIGHTS),
          Map.entry("REVOKE", RIGHTS),
          Map.entry("DENY", RIGHTS),
          Map.entry("BEGIN", TRANSACTION),
          Map.entry("START", TRANSACTION),
          Map.entry("COMMIT", TRANSACTION),
          Map.entry("ROLLBACK", TRANSACTION),
          Map.entry("LOCK", "Remove it; mysqldump --skip-add-locks leaves locks out."),
          Map.entry("UNLOCK", "Remove it; mysqldump --skip-add-locks leaves locks out."),
          Map.entry("USE", "Remove it: names without a schema are in the default one."));

  /**
   * What pg_dump writes in front. Time limits, messages, checks of functions and rights on rows do
   * not touch what is defined; nor does the encoding, for the text is read already.
   */
  private static final List<String> OF_POSTGRESQL =
      List.of(
          "SET statement_timeout = 0",
          "SET lock_timeout = 0",
          "SET idle_in_transaction_session_timeout = 0",
          "SET transaction_timeout = 0",
          "SET client_encoding = 'UTF8'",
          "SET standard_conforming_strings = on",
          // All names behind it have their schema.
          "SELECT pg_catalog.set_config('search_path', '', false)",
          "SET check_function_bodies = false",
          "SET xmloption = content",
          "SET client_min_messages = warning",
          "SET row_security = off",
          // Both are what is there without them.
          "SET default_tablespace = ''",
          "SET default_table_access_method = heap");

  /**
   * What mysqldump writes around tables: it keeps settings in variables and sets them back. The
   * time zone and the checks are for rows.
   */
  private static final List<String> OF_MYSQL =
      List.of(
          "SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT",
          "SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS",
          "SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION",
          "SET NAMES utf8mb4",
          "SET NAMES utf8",
          "SET @OLD_TIME_ZONE=@@TIME_ZONE",
          "SET TIME_ZONE='+00:00'",
          "SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0",
          "SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0",
          "SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO'",
          "SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0",
          "SET @saved_cs_client = @@character_set_client",
          "SET character_set_client = utf8",
          "SET character_set_client = utf8mb4",
          "SET character_set_client = @saved_cs_client",
          "SET TIME_ZONE=@OLD_TIME_ZONE",
          "SET SQL_MODE=@OLD_SQL_MODE",
          "SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS",
          "SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS",
          "SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT",
          "SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS",
          "SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION",
          "SET SQL_NOTES=@OLD_SQL_NOTES");

  private OtherStatements() {}

  /** Goes past a whole statement that is there in dumps and says nothing of what is defined. */
  static boolean isHarmless(SqlWords words, DefinitionContext context) {
    List<String> known =
        context.isPostgresql() ? OF_POSTGRESQL : context.isMysql() ? OF_MYSQL : List.of();
    for (String statement : known) {
      if (words.takeIf(statement)) {
        return true;
      }
    }
    if (words.isNext("SET") || words.isNext("PRAGMA") || words.isNext("SELECT")) {
      throw new NotUnderstoodException(
          "A session's settings define no schema. Remove it; those that dumps write in front and"
              + " that change nothing may stay.");
    }
    return false;
  }

  /**
   * Why a statement has no place in a definition, whatever it says; empty if it may.
   *
   * @param offset where it starts
   */
  static Optional<Mistake> mistake(SqlWords words, DefinitionContext context, int offset) {
    if (context.rules().companions() && words.isNext("INSERT INTO")) {
      return Optional.empty();
    }
    String word = words.peekOne().toUpperCase(Locale.ROOT);
    return Optional.ofNullable(FOREIGN.get(word))
        .map(hint -> new Mistake(word + " does not define a schema.", hint, offset));
  }
}
