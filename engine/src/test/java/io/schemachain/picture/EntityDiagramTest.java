package io.schemachain.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.picture.Entities.Entity;
import io.schemachain.picture.Entities.Field;
import io.schemachain.picture.Entities.Link;
import io.schemachain.picture.Entities.Mark;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

final class EntityDiagramTest {
  private static final Pattern BOX =
      Pattern.compile(
          "translate\\((\\d+) (\\d+)\\)\"><title>([^<]*)</title><rect class=\"box\" width=\"(\\d+)\" height=\"(\\d+)\"");

  private static Entity entity(String name, String... targets) {
    List<Field> fields = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    fields.add(new Field("id", "bigint not null", true, false, false));
    for (String target : targets) {
      fields.add(new Field(target + "_id", "bigint", false, true, false));
      links.add(new Link(target + "_id", target));
    }
    fields.add(new Field("name", "string(100)", false, false, false));
    return new Entity(name, Mark.SAME, fields, links);
  }

  /** A shop: hubs that much refers to, ways over several tables, a circle, and tables alone. */
  static Entities fifty() {
    Random random = new Random(3);
    List<Entity> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      List<String> targets = new ArrayList<>();
      int links = i < 4 || i % 9 == 0 ? 0 : 1 + random.nextInt(3);
      for (int k = 0; k < links; k++) {
        String target = name(random.nextBoolean() ? random.nextInt(4) : random.nextInt(i));
        if (!targets.contains(target)) {
          targets.add(target);
        }
      }
      all.add(entity(name(i), targets.toArray(String[]::new)));
    }
    all.set(1, entity(name(1), name(49)));
    return new Entities("Fifty tables", all, 0);
  }

  private static String name(int i) {
    return List.of("customer", "order", "product", "account").get(i % 4) + (i < 4 ? "" : "_" + i);
  }

  private record Box(int x, int y, int width, int height) {
    boolean meets(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  private static List<Box> boxes(String svg) {
    List<Box> boxes = new ArrayList<>();
    Matcher matcher = BOX.matcher(svg);
    while (matcher.find()) {
      int[] n =
          IntStream.of(1, 2, 4, 5).map(group -> Integer.parseInt(matcher.group(group))).toArray();
      boxes.add(new Box(n[0], n[1], n[2], n[3]));
    }
    return boxes;
  }

  @Test
  void fifty_tables_are_all_there_and_none_covers_another() throws Exception {
    String svg = EntityDiagram.of(fifty());
    if (Boolean.getBoolean("golden.update")) {
      write(svg);
    }
    parse(svg);
    List<Box> boxes = boxes(svg);
    assertThat(boxes).hasSize(50);
    for (Box one : boxes) {
      assertThat(boxes.stream().filter(one::meets)).containsExactly(one);
    }
    assertThat(EntityDiagram.of(fifty())).isEqualTo(svg);
  }

  /** To be looked at. */
  private static void write(String svg) throws IOException {
    Files.writeString(Path.of("target/fifty-tables.svg"), svg);
  }

  @Test
  void a_table_that_refers_stands_right_of_what_it_refers_to() {
    List<Box> boxes =
        boxes(
            EntityDiagram.of(
                new Entities(
                    "", List.of(entity("a"), entity("b", "a"), entity("c", "b", "a")), 0)));
    assertThat(boxes.get(0).x).isLessThan(boxes.get(1).x);
    assertThat(boxes.get(1).x).isLessThan(boxes.get(2).x);
  }

  @Test
  void circles_and_a_table_that_refers_to_itself_and_names_of_any_kind_are_drawn()
      throws Exception {
    List<Entity> entities =
        List.of(entity("a<\"&", "b"), entity("b", "a<\"&"), entity("c", "c"), entity("d", "gone"));
    String svg = EntityDiagram.of(new Entities("<x>", entities, 0));
    parse(svg);
    assertThat(boxes(svg)).hasSize(4);
    assertThat(svg.split("class=\"line\"", -1)).hasSize(4);
  }

  private static void parse(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }
}
