package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.TestChain;
import io.schemachain.command.Workspace;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Runs each revision up, down and up again on an empty scratch database, and compares the catalog
 * with the replayed schema after every step. Without a URL the database is one of its own, for H2
 * and SQLite. A database in which anything exists is refused.
 */
@Mojo(name = "test", requiresProject = false, threadSafe = true)
public final class TestMojo extends AbstractSchemaMojo {
  @Override
  protected CommandResult run(Workspace workspace) {
    return new TestChain(workspace).run(new TestChain.Request());
  }
}
