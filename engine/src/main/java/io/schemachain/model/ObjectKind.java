package io.schemachain.model;

/** What can carry a name in a schema, apart from columns. */
public enum ObjectKind {
  TABLE("table"),
  INDEX("index"),
  PRIMARY_KEY("primary key"),
  UNIQUE("unique constraint"),
  FOREIGN_KEY("foreign key"),
  CHECK("check constraint"),
  PARTITION("partition"),
  EXCLUSION("exclude constraint"),
  SEQUENCE("sequence"),
  VIEW("view"),
  MATERIALIZED_VIEW("materialized view"),
  TYPE("type"),
  FUNCTION("function"),
  PROCEDURE("procedure"),
  TRIGGER("trigger"),
  SCHEMA("schema"),
  EXTENSION("extension");

  private final String words;

  ObjectKind(String words) {
    this.words = words;
  }

  /** For messages: {@code unique constraint}. */
  public String words() {
    return words;
  }

  public static ObjectKind of(Constraint constraint) {
    if (constraint instanceof PrimaryKey) {
      return PRIMARY_KEY;
    }
    if (constraint instanceof UniqueConstraint) {
      return UNIQUE;
    }
    if (constraint instanceof Exclusion) {
      return EXCLUSION;
    }
    return constraint instanceof ForeignKey ? FOREIGN_KEY : CHECK;
  }
}
