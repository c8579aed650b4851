package io.schemachain.command;

import io.schemachain.dialect.LockWaits;
import io.schemachain.plan.Bookkeeping;
import io.schemachain.plan.Plan;
import io.schemachain.script.ScriptPrinter;
import java.io.Writer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plan as a script, with what the settings say about scripts. */
final class PrintedScript {
  private PrintedScript() {}

  /**
   * The script, made now, so that whatever is wrong with it is known before any of it is shown.
   *
   * @param goesOn where the first step was interrupted; null where it was not
   */
  static Shown of(
      Plan plan,
      String from,
      String to,
      boolean transactionPerRun,
      Resumption.@Nullable Found goesOn,
      Workspace workspace) {
    Chain chain = workspace.chain();
    Bookkeeping bookkeeping = workspace.bookkeeping(plan.dialect());
    ScriptPrinter.Header header =
        new ScriptPrinter.Header(
            Tool.name(),
            from,
            to,
            plan.dialect()
                .waits()
                .limits(
                    new LockWaits.Limits(
                        chain.settings().timeouts().lock(),
                        chain.settings().timeouts().statement())),
            chain.settings().onConnect(),
            Optional.ofNullable(workspace.defaultSchema()),
            workspace.createSchema(),
            transactionPerRun,
            goesOn == null
                ? Optional.empty()
                : Optional.of(
                    new ScriptPrinter.GoesOn(
                        goesOn.from(), goesOn.entry(), goesOn.lastIsDone(), goesOn.line())),
            chain.graph());
    if (plan.hasLoads()) {
      // Rows of files may not fit into the memory, so that it is made once more to be written.
      ScriptPrinter.print(plan, bookkeeping, header, Writer.nullWriter());
      return out -> ScriptPrinter.print(plan, bookkeeping, header, out);
    }
    String script = ScriptPrinter.print(plan, bookkeeping, header);
    return out -> out.append(script);
  }
}
