package io.schemachain.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Graphs to draw. */
final class Graphs {
  private Graphs() {}

  static Map<String, Graph> golden() {
    Map<String, Graph> all = new LinkedHashMap<>();
    all.put("empty", new Graph(List.of(), "shop"));
    all.put("linear", linear());
    all.put("offline", offline());
    all.put("fork", fork());
    all.put("diamond", diamond());
    all.put("octopus", octopus());
    all.put("two_bases", twoBases());
    all.put("dependency", dependency());
    all.put("branches50", branches(50));
    all.put("hostile", hostile());
    return all;
  }

  static Graph linear() {
    return new Graph(
        List.of(
            node("1975ea83b712", "Create users").labels("billing").applied().done(),
            node("8f4b2c1d90ae", "Add status to users", "1975ea83b712").applied().current().done(),
            node("ae1027a6acf0", "Orders, with their lines and prices", "8f4b2c1d90ae").done(),
            node("c0ffee000001", null, "ae1027a6acf0").head().done()),
        "shop: linear");
  }

  /** No database was asked, and only a range is shown. */
  private static Graph offline() {
    return new Graph(
        List.of(
            node("b1", "Below it is more", "a1").state(State.UNKNOWN).done(),
            node("b2", "A merge of what is shown and what is not", "b1", "a2")
                .state(State.UNKNOWN)
                .done(),
            node("b3", "Head", "b2").state(State.UNKNOWN).head().done()),
        "shop: offline, a range");
  }

  private static Graph fork() {
    return new Graph(
        List.of(
            node("base1", "Base").applied().done(),
            node("left1", "Left", "base1").applied().done(),
            node("right1", "Right", "base1").done(),
            node("left2", "Left again", "left1").applied().current().head().done(),
            node("right2", "Right again", "right1").labels("right").head().done(),
            node("gone1", "Applied once, its file is away", "left1")
                .state(State.NO_FILE)
                .appliedAt("2026-11-19T07:00:00Z")
                .file("")
                .done()),
        "shop: fork");
  }

  private static Graph diamond() {
    return new Graph(
        List.of(
            node("a", "Base").applied().done(),
            node("b", "One way", "a").applied().done(),
            node("c", "The other way", "a").applied().current().done(),
            node("d", "Both joined", "b", "c").done(),
            node("e", "On top", "d").head().done()),
        "shop: diamond");
  }

  private static Graph octopus() {
    List<Node> nodes = new ArrayList<>();
    nodes.add(node("base", "Base").applied().done());
    List<String> arms = new ArrayList<>();
    for (int arm = 1; arm <= 7; arm++) {
      nodes.add(node("arm" + arm, "Arm " + arm, "base").applied().done());
      arms.add("arm" + arm);
    }
    nodes.add(node("arm3b", "Arm 3, longer", "arm3").applied().current().done());
    arms.set(2, "arm3b");
    nodes.add(node("merge", "All seven joined", arms.toArray(String[]::new)).head().done());
    return new Graph(nodes, "shop: octopus");
  }

  private static Graph twoBases() {
    return new Graph(
        List.of(
            node("crm1", "Customers").labels("crm").applied().done(),
            node("erp1", "Stock").labels("erp", "warehouse", "eu", "us", "asia").applied().done(),
            node("crm2", "Contacts", "crm1").applied().current().done(),
            node("erp2", "Deliveries", "erp1").applied().current().done(),
            node("crm3", "Calls", "crm2").done(),
            node("one1", "One product from now on", "crm3", "erp2").done(),
            node("one2", "Invoices", "one1").head().done()),
        "shop: two bases joined");
  }

  private static Graph dependency() {
    return new Graph(
        List.of(
            node("a1", "Users").labels("accounts").applied().done(),
            node("b1", "Ledger").labels("billing").applied().done(),
            node("a2", "Roles", "a1").applied().done(),
            node("a3", "Groups", "a2").applied().current().done(),
            node("b2", "Invoices of users", "b1").dependsOn("a2").applied().current().done(),
            node("a4", "Members", "a3").head().done(),
            node("b3", "Rights on invoices", "b2").dependsOn("a2", "a3").done(),
            node("b4", "Dunning", "b3").head().done()),
        "shop: dependencies");
  }

  /** Each of three revisions, in the order in which they are applied, all from one base. */
  static Graph branches(int count) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(node("base", "Base").applied().current().done());
    for (int step = 1; step <= 3; step++) {
      for (int branch = 10; branch < count + 10; branch++) {
        String parent = step == 1 ? "base" : "b" + branch + "." + (step - 1);
        Builder node =
            node("b" + branch + "." + step, "Branch " + branch + ", step " + step, parent);
        nodes.add((step == 3 ? node.head() : node).done());
      }
    }
    return new Graph(nodes, "shop: " + count + " branches");
  }

  private static final List<String> HOSTILE =
      List.of(
          "<script>alert('x')</script> & &amp; ]]> <!-- --> \"quoted\" %% %%{init: {}}%%",
          "line\nbreak\ttab\r\0\u0001\u001b[31m\u007f\u0085\u2028\uffff\ud800 end",
          "مرحبا بالعالم \u202ereversed\u202c שלום",
          "👩‍👩‍👧‍👦 🇩🇪 日本語の長い説明がここにあります。とても長いので切られます。日本語の長い説明。とても長い",
          "1. list **bold** _em_ `code` $$x^2$$ fa:fa-car [a](b) {c} |d| #35; C# a;b \\n ﬂ°°35¶ß",
          "A very long message that says at length what nobody reads to its end, since it goes on and"
              + " on, and then, when all seems said, begins again from the start, word by word",
          "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
          "end",
          "",
          "---\nflowchart TD; classDef x");

  static Graph hostile() {
    List<Node> nodes = new ArrayList<>();
    String below = "not_there\" --> <x>";
    for (String text : HOSTILE) {
      String id = text.isEmpty() ? "end" : text.strip() + nodes.size();
      nodes.add(
          node(id, text, below)
              .labels(text, "click")
              .state(List.of(State.values()).get(nodes.size() % 4))
              .appliedAt(nodes.size() % 4 == 1 ? null : "2026-11-20 <when>")
              .file(text)
              .dependsOn(nodes.size() == 5 ? HOSTILE.get(0) + "0" : below)
              .done());
      below = id;
    }
    return new Graph(nodes, "a < b & \"c\" 'd' --- {e} %%{init}%% \ud83d\n#1 <i>x</i>");
  }

  /** Any graph: several bases, merges, dependencies, parents that are not shown. */
  static Graph random(int size, long seed) {
    Random random = new Random(seed);
    List<Node> nodes = new ArrayList<>();
    int reach = 2 + random.nextInt(20);
    for (int i = 0; i < size; i++) {
      List<String> parents = new ArrayList<>();
      List<String> dependencies = new ArrayList<>();
      int most = random.nextInt(10) == 0 ? 0 : 1 + Math.max(0, random.nextInt(12) - 8);
      for (int k = 0; k < most; k++) {
        parents.add("n" + (i - 1 - random.nextInt(reach)));
      }
      if (random.nextInt(6) == 0) {
        dependencies.add("n" + (i - 1 - random.nextInt(reach)));
      }
      nodes.add(
          node("n" + i, "Revision " + i, parents.toArray(String[]::new))
              .dependsOn(dependencies.toArray(String[]::new))
              .done());
    }
    return new Graph(nodes, "random " + seed);
  }

  static Builder node(String id, @Nullable String message, String... parents) {
    return new Builder(id, message, List.of(parents));
  }

  /** Pending, unless it is said otherwise. */
  static final class Builder {
    private final String id;
    private final @Nullable String message;
    private final List<String> parents;
    private List<String> dependencies = List.of();
    private List<String> labels = List.of();
    private State state = State.PENDING;
    private boolean head;
    private boolean current;
    private @Nullable String appliedAt;
    private String file;

    private Builder(String id, @Nullable String message, List<String> parents) {
      this.id = id;
      this.message = message;
      this.parents = parents;
      file = "src/main/schema/versions/" + id + ".yaml";
    }

    Builder dependsOn(String... ids) {
      dependencies = List.of(ids);
      return this;
    }

    Builder labels(String... names) {
      labels = List.of(names);
      return this;
    }

    Builder state(State value) {
      state = value;
      return this;
    }

    Builder applied() {
      return state(State.APPLIED).appliedAt("2026-11-20T12:10:03Z");
    }

    Builder appliedAt(@Nullable String time) {
      appliedAt = time;
      return this;
    }

    Builder file(String path) {
      file = path;
      return this;
    }

    Builder head() {
      head = true;
      return this;
    }

    Builder current() {
      current = true;
      return this;
    }

    Node done() {
      return new Node(
          id, message, parents, dependencies, labels, state, head, current, appliedAt, file);
    }
  }
}
