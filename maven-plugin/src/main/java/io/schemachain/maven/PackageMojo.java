package io.schemachain.maven;

import io.schemachain.command.CommandResult;
import io.schemachain.command.PackageFolder;
import io.schemachain.command.Workspace;
import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Copies the migration folder to <code>META-INF/schemachain</code> in the classes of the project,
 * for an application that applies or checks its revisions when it starts.
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public final class PackageMojo extends AbstractSchemaMojo {
  /** The classes of the project. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
  private File classes = new File("target/classes");

  @Override
  protected CommandResult run(Workspace workspace) {
    return new PackageFolder(workspace).run(new PackageFolder.Request(classes.toPath()));
  }
}
