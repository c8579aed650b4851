package io.schemachain.picture;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The colours of SVG and HTML by what they are for; a test holds their contrast to WCAG AA. */
public enum Colour {
  PAPER("#ffffff", "#0d1117"),
  INK("#1f2328", "#e6edf3"),
  QUIET("#59636e", "#9198a1"),
  RULE("#d1d9e0", "#3d444d"),
  BAND("#eef4fc", "#15233a"),
  LINK("#0550ae", "#79c0ff"),
  PENDING("#7a4a00", "#f0c050"),
  PENDING_PAPER("#fff3d1", "#33270a"),
  NOFILE("#b3131f", "#ff8d85"),
  NOFILE_PAPER("#ffebe9", "#3a1416"),
  CURRENT("#ffffff", "#06210e"),
  CURRENT_PAPER("#1a7f37", "#56d364"),
  HEAD("#ffffff", "#04203f"),
  HEAD_PAPER("#0969da", "#79c0ff"),
  LABEL("#6639ba", "#d2b3ff"),
  LABEL_PAPER("#f5efff", "#271a45"),
  LANE0("#0969da", "#58a6ff"),
  LANE1("#1a7f37", "#3fb950"),
  LANE2("#8250df", "#bc8cff"),
  LANE3("#bc4c00", "#f0883e"),
  LANE4("#bf3989", "#f778ba"),
  LANE5("#0b7285", "#39c5cf"),
  LANE6("#86660a", "#d6a62c");

  /** How many colours lanes have before they begin again. */
  static final int LANES = 7;

  private static final Pattern USE = Pattern.compile("([a-z-]+):@([a-z0-9-]+)");

  private final String light;
  private final String dark;

  Colour(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  String light() {
    return light;
  }

  String dark() {
    return dark;
  }

  private String cssName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Rules that follow light and dark, and paper, which is light. A viewer that knows no custom
   * properties, such as librsvg, takes the light colour that is written before each.
   *
   * @param scope the selector of the element that the colours are set on
   * @param rules with {@code fill:@ink} for a colour
   */
  public static String css(String scope, String rules) {
    String light = scope + "{" + properties(Colour::light) + "}\n";
    String dark = scope + "{" + properties(Colour::dark) + "}";
    return light
        + "@media screen and (prefers-color-scheme:dark){"
        + dark
        + "}\n"
        + USE.matcher(rules)
            .replaceAll(
                use -> {
                  Colour colour = valueOf(use.group(2).toUpperCase(Locale.ROOT).replace('-', '_'));
                  String name = use.group(1);
                  return name + ":" + colour.light + ";" + name + ":var(--" + use.group(2) + ")";
                });
  }

  private static String properties(Function<Colour, String> value) {
    return Stream.of(values())
        .map(colour -> "--" + colour.cssName() + ":" + value.apply(colour))
        .collect(Collectors.joining(";"));
  }
}
