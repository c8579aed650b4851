package io.schemachain.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * What a sign means, and how often it is there.
 *
 * @param sign a piece of SVG, 16 pixels wide, whose middle line is 8
 */
record Legend(String sign, String text) {
  static List<Legend> of(Graph graph, Lanes lanes) {
    List<Legend> entries = new ArrayList<>();
    for (State state : graph.states()) {
      String text =
          state == State.UNKNOWN
              ? "no database asked (" + graph.count(state) + ")"
              : graph.count(state) + " " + state.word();
      entries.add(new Legend(Glyph.of(state, 0, "8", 8), text));
    }
    if (lanes.lines().stream().anyMatch(Line::dependency)) {
      entries.add(new Legend("<path class=\"line need\" d=\"M8 0V17\"/>", "depends on"));
    }
    if (lanes.spots().stream().anyMatch(Lanes.Spot::cut)) {
      entries.add(new Legend("<path class=\"more\" d=\"M8 1V16\"/>", "goes on, not shown"));
    }
    return entries;
  }
}
