package io.schemachain.picture;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Tables to be drawn. Any text may stand in any component: it is shown and never understood.
 *
 * @param title one line for people
 * @param leftOut how many tables there are beside these
 */
public record Entities(String title, List<Entity> entities, int leftOut) {
  public Entities {
    requireNonNull(title, "title");
    entities = List.copyOf(entities);
  }

  /** What became of a table. */
  public enum Mark {
    SAME(""),
    NEW("new"),
    CHANGED("changed");

    private final String word;

    Mark(String word) {
      this.word = word;
    }

    /** For people; a picture never tells it by colour alone. */
    public String word() {
      return word;
    }
  }

  /**
   * A table.
   *
   * @param name different from those of the others
   * @param links to these tables, or to itself; those to tables that are not shown are not drawn
   */
  public record Entity(String name, Mark mark, List<Field> fields, List<Link> links) {
    public Entity {
      requireNonNull(name, "name");
      requireNonNull(mark, "mark");
      fields = List.copyOf(fields);
      links = List.copyOf(links);
    }
  }

  /**
   * A column.
   *
   * @param key whether it is of the primary key
   * @param refers whether it is of a foreign key
   * @param changed whether it is new or another than before
   */
  public record Field(String name, String type, boolean key, boolean refers, boolean changed) {
    public Field {
      requireNonNull(name, "name");
      requireNonNull(type, "type");
    }
  }

  /**
   * A foreign key.
   *
   * @param field the column where its line begins
   * @param target the name of a table
   */
  public record Link(String field, String target) {
    public Link {
      requireNonNull(field, "field");
      requireNonNull(target, "target");
    }
  }
}
