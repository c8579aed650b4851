package io.schemachain.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * A way down from a revision to one below it, or a piece that flows into such a way. It is straight
 * between two points of one lane, and changes lanes only from one row to the next.
 */
final class Line {
  /** Rows are counted from the newest, lanes from the left. */
  record Point(int row, int lane) {}

  private final String target;
  private final boolean dependency;
  private final int colour;
  private final List<Point> points = new ArrayList<>();

  /** What flowed in last, in row {@link #joinedAt}. */
  private final List<Line> joined = new ArrayList<>();

  private int joinedAt = -1;

  Line(String target, boolean dependency, int colour, Point from) {
    this.target = target;
    this.dependency = dependency;
    this.colour = colour;
    points.add(from);
  }

  String target() {
    return target;
  }

  boolean dependency() {
    return dependency;
  }

  int colour() {
    return colour;
  }

  List<Point> points() {
    return points;
  }

  boolean leadsTo(String id, boolean asDependency) {
    return target.equals(id) && dependency == asDependency;
  }

  /** Where it is from its last point on. */
  int lane() {
    return last().lane();
  }

  private Point last() {
    return points.get(points.size() - 1);
  }

  /** Goes straight on, and then to this lane in this row, together with what flows in there. */
  void goTo(int row, int lane) {
    if (last().row() == row) {
      points.remove(points.size() - 1);
    } else if (last().lane() != lane && last().row() < row - 1) {
      points.add(new Point(row - 1, last().lane()));
    }
    points.add(new Point(row, lane));
    if (joinedAt == row) {
      joined.forEach(piece -> piece.goTo(row, lane));
    }
  }

  /** Another line to the same revision ends in this one. */
  void join(Line piece, int row) {
    if (joinedAt != row) {
      joined.clear();
      joinedAt = row;
    }
    joined.add(piece);
    piece.goTo(row, lane());
  }
}
