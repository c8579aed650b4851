package io.schemachain.format;

import static java.util.Objects.requireNonNull;

import io.schemachain.diagnostic.SourceLocation;
import java.util.List;

/** Where a target, or a part of it, is. */
public sealed interface TargetPlace {
  String MODEL = "model";
  String SQL = "sql";
  String DATABASE = "database";
  String JPA = "jpa";

  /** What a target may be, in the words of the settings. */
  List<String> WORDS = List.of(MODEL, SQL, DATABASE, JPA);

  /** For people: {@code sql sql/schema.sql}. Two places with the same words are the same. */
  String words();

  SourceLocation location();

  /**
   * A file or a folder of the model, in YAML.
   *
   * @param path from the schema folder
   */
  record Model(String path, SourceLocation location) implements TargetPlace {
    @Override
    public String words() {
      return MODEL + " " + path;
    }
  }

  /**
   * A file or a folder of SQL.
   *
   * @param path from the schema folder
   */
  record Sql(String path, SourceLocation location) implements TargetPlace {
    @Override
    public String words() {
      return SQL + " " + path;
    }
  }

  /** Another database. */
  record Database(String environment, SourceLocation location) implements TargetPlace {
    @Override
    public String words() {
      return DATABASE + " " + environment;
    }
  }

  /** The entities of the project. */
  record Jpa(EntityModel model, SourceLocation location) implements TargetPlace {
    public Jpa {
      requireNonNull(model, "model");
    }

    @Override
    public String words() {
      return JPA + " " + model.words();
    }
  }
}
