package io.schemachain.lint.rule;

import io.schemachain.lint.Level;
import io.schemachain.lint.RawWords;
import io.schemachain.lint.Report;
import io.schemachain.lint.RevisionSite;
import io.schemachain.lint.Rule;
import io.schemachain.lint.RuleGroup;
import java.util.List;

/** SQL drops whatever depends on something. */
public final class DropCascadeRule extends Rule {
  public DropCascadeRule() {
    super(
        "drop-cascade",
        RuleGroup.DATA_LOSS,
        Level.WARNING,
        "The database decides what goes, and neither the file nor the replayed schema "
            + "says what it was.");
  }

  @Override
  protected void lookAt(RevisionSite site, Report report) {
    if (site.dialect().keys().contains("mysql")) {
      return; // There the word does nothing.
    }
    for (RawWords statement : RawWords.of(site)) {
      boolean drops = statement.starts("DROP") || statement.starts("ALTER");
      if (drops && cascades(statement.words())) {
        report
            .at(statement.site(), statement.beginning() + " drops whatever depends on it.")
            .fix("Drop each thing by an operation of its own, and leave CASCADE out.");
      }
    }
  }

  /** Whether it stands there by itself, and not as what a foreign key does. */
  private static boolean cascades(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      String last = words.get(i - 1);
      if (words.get(i).equals("CASCADE") && !last.equals("DELETE") && !last.equals("UPDATE")) {
        return true;
      }
    }
    return false;
  }
}
