package io.schemachain.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.command.Setting;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

final class MavenContextTest {
  private final MavenProject project = new MavenProject();
  private final MavenContext maven = context();
  private final Properties user = maven.session().getUserProperties();

  @SuppressWarnings("deprecation") // No other constructor is without a container.
  private MavenContext context() {
    DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    request.setUserProperties(new Properties());
    request.setSystemProperties(new Properties());
    MavenSession session =
        new MavenSession(null, request, new DefaultMavenExecutionResult(), List.of(project));
    session.setProjects(List.of(project));
    session.setAllProjects(List.of(project));
    return new MavenContext(
        session, project, new MojoExecution(plugin(), "upgrade", "default-cli"));
  }

  private static Plugin plugin() {
    Plugin plugin = new Plugin();
    plugin.setGroupId("io.schemachain");
    plugin.setArtifactId("schema-maven-plugin");
    plugin.setVersion("1.2");
    return plugin;
  }

  @Test
  void commandLineComesBeforeTheEnvironmentAndThePom() {
    // PATH stands for any variable that is set.
    assertThat(maven.setting("url", "PATH", "pom"))
        .isEqualTo(new Setting(System.getenv("PATH"), "PATH"));
    user.setProperty("schema.url", "given");
    assertThat(maven.setting("url", "PATH", "pom")).isEqualTo(new Setting("given", "-Dschema.url"));
    assertThat(maven.setting("dialect", null, "h2")).isEqualTo(new Setting("h2", "settings.xml"));
    assertThat(maven.setting("dialect", null, "")).isNull();
  }

  @Test
  void entriesOfTheCommandLineReplaceThoseOfThePom() {
    user.setProperty("schema.var.tenant", "b");
    user.setProperty("schema.var.region", "eu");
    user.setProperty("schema.variable", "x");
    assertThat(maven.entries("var", Map.of("tenant", "a", "kept", "k")))
        .isEqualTo(Map.of("tenant", "b", "region", "eu", "kept", "k"));
  }

  @Test
  void commandLineIsLongWithoutThePrefix() {
    assertThat(maven.commandLine("validate"))
        .isEqualTo("mvn io.schemachain:schema-maven-plugin:1.2:validate");
    project.setBuild(new Build());
    project.getBuild().addPlugin(plugin());
    assertThat(maven.commandLine("validate")).isEqualTo("mvn schema:validate");
  }

  @Test
  void commandLineNamesTheProjectOfSeveralAlsoIfOnlyOneIsBuilt() {
    project.setArtifactId("app");
    maven.session().setAllProjects(List.of(project, new MavenProject()));
    assertThat(maven.commandLine("validate"))
        .isEqualTo("mvn io.schemachain:schema-maven-plugin:1.2:validate -pl :app");
  }

  @Test
  void commandLineSaysNothingTwiceAndAsksForHelpAlone() {
    user.setProperty("schema.url", "jdbc:h2:x");
    user.setProperty("schema.verbose", "true");
    assertThat(maven.commandLine("upgrade", "-Dschema.verbose"))
        .isEqualTo(
            "mvn io.schemachain:schema-maven-plugin:1.2:upgrade -Dschema.url=jdbc:h2:x"
                + " -Dschema.verbose");
    assertThat(maven.commandLine("help", "-Ddetail"))
        .isEqualTo("mvn io.schemachain:schema-maven-plugin:1.2:help -Ddetail");
  }

  @Test
  void commandLineLeadsToTheSameDatabase() {
    project.setBuild(new Build());
    project.getBuild().addPlugin(plugin());
    user.setProperty("schema.environment", "prod");
    user.setProperty("schema.password", "secret");
    user.setProperty("schema.url", "jdbc:x:y?password=secret");
    user.setProperty("schema.target", "head");
    assertThat(maven.commandLine("downgrade", "-Dschema.target=-1"))
        .isEqualTo("mvn schema:downgrade -Dschema.environment=prod -Dschema.target=-1");
    assertThat(maven.commandLine("revision", "message=Don't stop"))
        .isEqualTo(
            "mvn schema:revision -Dschema.environment=prod '-Dschema.message=Don'\\''t stop'");
  }

  /** The goal that failed is called again with what it was asked for; another goal is not. */
  @Test
  void sameGoalIsCalledAgainWithItsOwnProperties() {
    project.setBuild(new Build());
    project.getBuild().addPlugin(plugin());
    user.setProperty("schema.environment", "prod");
    user.setProperty("schema.target", "+1");
    user.setProperty("schema.sql", "true");
    user.setProperty("schema.confirm", "prod");
    assertThat(maven.commandLine("upgrade"))
        .isEqualTo(
            "mvn schema:upgrade -Dschema.environment=prod -Dschema.target=+1 -Dschema.sql=true");
    assertThat(maven.commandLine("upgrade", "-Dschema.target=head"))
        .isEqualTo(
            "mvn schema:upgrade -Dschema.environment=prod -Dschema.sql=true -Dschema.target=head");
    assertThat(maven.commandLine("validate"))
        .isEqualTo("mvn schema:validate -Dschema.environment=prod");
  }

  @Test
  void aRevisionThatWasAskedToFillItselfIsAskedSoAgain() {
    project.setBuild(new Build());
    project.getBuild().addPlugin(plugin());
    user.setProperty("schema.autogenerate", "true");
    user.setProperty("schema.against", "database");
    MavenContext revision =
        new MavenContext(
            maven.session(), project, new MojoExecution(plugin(), "revision", "default-cli"));
    assertThat(revision.commandLine("revision", "message=Add phone"))
        .isEqualTo(
            "mvn schema:revision -Dschema.autogenerate=true -Dschema.against=database"
                + " '-Dschema.message=Add phone'");
  }

  @Test
  void packagesOfEntitiesAreRepeatedForGoalsThatReadThem() {
    project.setBuild(new Build());
    project.getBuild().addPlugin(plugin());
    user.setProperty("schema.jpa", "com.example.blog");
    assertThat(maven.commandLine("check"))
        .isEqualTo("mvn schema:check -Dschema.jpa=com.example.blog");
    assertThat(maven.commandLine("validate")).isEqualTo("mvn schema:validate");
    assertThat(maven.sourceOf("jpa")).isEqualTo("-Dschema.jpa");
  }

  @Test
  void sameGoalIsCalledBehindPhasesOfTheBuild() {
    project.setBuild(new Build());
    project.getBuild().addPlugin(plugin());
    user.setProperty("schema.target", "+1");
    assertThat(maven.againAfter("clean compile"))
        .isEqualTo("mvn clean compile schema:upgrade -Dschema.target=+1");
    assertThat(maven.commandLineAfter("compile", "revision", "-Dschema.autogenerate"))
        .isEqualTo("mvn compile schema:revision -Dschema.autogenerate");
    MojoExecution bound = new MojoExecution(plugin(), "check", "default");
    bound.setLifecyclePhase("verify");
    MavenContext inBuild = new MavenContext(maven.session(), project, bound);
    assertThat(inBuild.againAfter("compile")).isEqualTo("mvn verify");
    assertThat(inBuild.againAfter("clean compile")).isEqualTo("mvn clean verify");
  }
}
