package io.schemachain.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The goals and properties in goals.md are those of the plugin, as its descriptor has them. */
final class GoalsPageTest {
  private static final String PAGE = text("/io/schemachain/format/docs/goals.md");
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{(schema\\.\\w+)}");
  private static final String COMMON = "Properties of all goals";

  @Test
  void every_goal_has_its_place_and_no_other_has() throws Exception {
    Set<String> headings = new TreeSet<>();
    Matcher table = Pattern.compile("(?m)^\\| \\[`(\\w+)`]\\(#(\\w+)\\)").matcher(PAGE);
    while (table.find()) {
      assertThat(PAGE).contains("\n## " + table.group(2) + "\n");
      headings.add(table.group(1));
    }
    Set<String> goals = new TreeSet<>(goals().keySet());
    goals.add("help");
    assertThat(headings).isEqualTo(goals);
  }

  @Test
  void every_property_stands_where_it_belongs() throws Exception {
    Map<String, Set<String>> goals = goals();
    Set<String> common = new TreeSet<>(goals.get("init"));
    Set<String> described = properties(COMMON);
    described.removeIf(name -> name.endsWith(".<name>"));
    assertThat(described).isEqualTo(common);
    goals.forEach(
        (goal, properties) -> {
          Set<String> own = new TreeSet<>(properties);
          own.removeAll(common);
          assertThat(properties(goal)).as(goal).isEqualTo(own);
        });
  }

  @Test
  void every_status_is_explained() {
    for (Status status : Status.values()) {
      assertThat(PAGE).contains("\n| `" + status.word() + "` |");
    }
  }

  /** The properties in the first column of tables between a heading and the next. */
  private static Set<String> properties(String heading) {
    int start = PAGE.indexOf("\n## " + heading + "\n");
    assertThat(start).as(heading).isNotNegative();
    int end = PAGE.indexOf("\n## ", start + 1);
    Set<String> properties = new TreeSet<>();
    Matcher row =
        Pattern.compile("(?m)^\\| `(schema\\.[^`]+)` \\|")
            .matcher(PAGE.substring(start, end < 0 ? PAGE.length() : end));
    while (row.find()) {
      properties.add(row.group(1));
    }
    return properties;
  }

  /** Each goal and its properties. */
  private static Map<String, Set<String>> goals()
      throws IOException, ParserConfigurationException, SAXException {
    Document descriptor;
    try (InputStream in = open("/META-INF/maven/plugin.xml")) {
      descriptor = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }
    Map<String, Set<String>> goals = new TreeMap<>();
    NodeList mojos = descriptor.getElementsByTagName("mojo");
    for (int i = 0; i < mojos.getLength(); i++) {
      Element mojo = (Element) mojos.item(i);
      String goal = mojo.getElementsByTagName("goal").item(0).getTextContent();
      if (!goal.equals("help")) {
        goals.put(goal, properties((Element) mojo.getElementsByTagName("configuration").item(0)));
      }
    }
    return goals;
  }

  private static Set<String> properties(Element configuration) {
    Set<String> properties = new TreeSet<>();
    for (Node node = configuration.getFirstChild(); node != null; node = node.getNextSibling()) {
      Matcher property = PROPERTY.matcher(node.getTextContent().strip());
      if (property.matches()) {
        properties.add(property.group(1));
      }
    }
    return properties;
  }

  private static String text(String path) {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + path, e);
    }
  }

  private static InputStream open(String path) {
    InputStream in = GoalsPageTest.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException("Not on the class path: " + path);
    }
    return in;
  }
}
