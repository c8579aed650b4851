package io.schemachain.command;

import io.schemachain.plan.Plan;
import io.schemachain.script.ScriptPrinter;
import java.util.Optional;

/** A plan as a script, with what the settings say about scripts. */
final class PrintedScript {
  private PrintedScript() {}

  static String of(
      Plan plan, String from, String to, boolean transactionPerRun, Workspace workspace) {
    Chain chain = workspace.chain();
    return ScriptPrinter.print(
        plan,
        workspace.bookkeeping(plan.dialect()),
        new ScriptPrinter.Header(
            Tool.name(),
            from,
            to,
            chain.settings().onConnect(),
            Optional.ofNullable(workspace.defaultSchema()),
            workspace.createSchema(),
            transactionPerRun,
            chain.graph()));
  }
}
