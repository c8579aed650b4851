package io.schemachain.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.maven.InstalledModules.Changed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InstalledModulesTest {
  @TempDir Path root;
  private final MavenProject module = new MavenProject();
  private Path source = Path.of("");
  private Artifact installed = new DefaultArtifact("com.example:entities:1.0");

  @BeforeEach
  void module() throws IOException {
    module.setGroupId("com.example");
    module.setArtifactId("entities");
    module.setVersion("1.0");
    module.addCompileSourceRoot(root.resolve("src").toString());
    Files.createDirectories(root.resolve("src"));
    source = Files.writeString(root.resolve("src/User.java"), "class User {}");
    Path jar = Files.writeString(root.resolve("entities-1.0.jar"), "");
    Files.setLastModifiedTime(source, FileTime.fromMillis(1000));
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1000));
    installed = installed.setFile(jar.toFile());
  }

  private List<Changed> changed() {
    return new InstalledModules(List.of(module)).changed(List.of(installed));
  }

  @Test
  void sourceThatIsNewerThanTheInstalledJarIsFound() throws IOException {
    assertThat(changed()).isEmpty();
    Files.setLastModifiedTime(source, FileTime.fromMillis(2000));
    assertThat(changed()).containsExactly(new Changed(module, source));
  }

  @Test
  void moduleThatThisRunCompilesIsCurrent() throws IOException {
    Files.setLastModifiedTime(source, FileTime.fromMillis(2000));
    module.addLifecyclePhase("compile");
    assertThat(changed()).isEmpty();
  }

  @Test
  void anotherVersionIsAnotherLibrary() throws IOException {
    Files.setLastModifiedTime(source, FileTime.fromMillis(2000));
    module.setVersion("1.1");
    assertThat(changed()).isEmpty();
  }
}
