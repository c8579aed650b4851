package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.OperationSite;
import io.schemachain.lint.Report;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import io.schemachain.lint.Waiting;
import io.schemachain.operation.AlterColumn;

/** A text or binary column becomes so long that its length takes a byte more. */
public final class StringLengthBoundaryRule extends Rule {
  public StringLengthBoundaryRule() {
    super(
        "string-length-boundary",
        RuleGroup.LOCKS,
        Level.WARNING,
        "Up to 255 bytes MySQL and MariaDB keep the length of a value in one byte, "
            + "above in two. A column that stays on its side of the boundary becomes longer "
            + "in a moment; one that crosses it is copied.");
  }

  @Override
  protected void lookAt(OperationSite site, Report report) {
    if (!(site.operation() instanceof AlterColumn alter)) {
      return;
    }
    site.effects().stream()
        .filter(effect -> effect.form().endsWith("/more-length-bytes"))
        .findFirst()
        .ifPresent(
            effect ->
                report
                    .at(
                        site,
                        alter.table()
                            + "."
                            + alter.column()
                            + " gets longer than 255 bytes: "
                            + alter.table()
                            + " is copied"
                            + (Waiting.blocksRows(effect)
                                ? " while " + Waiting.who(effect) + " wait."
                                : "."))
                    .growsWith(alter.table())
                    .fix(
                        "Make it as long as it will ever have to be, so that this happens once; how"
                            + " many characters fit into 255 bytes depends on the character set: 63 of"
                            + " utf8mb4."));
  }
}
