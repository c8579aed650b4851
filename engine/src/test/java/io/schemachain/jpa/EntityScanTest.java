package io.schemachain.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

final class EntityScanTest {
  private static final String BLOG = "com.example.blog";
  private static final SourceLocation ASKED =
      new SourceLocation(new SourceText("schema.yaml", "target: [{jpa: com.example}]\n"), 1, 16);

  @TempDir private Path root;
  private TestClasses classes;

  @BeforeEach
  void setUp() throws IOException {
    classes = new TestClasses(root);
  }

  // What is found

  @Test
  void finds_what_is_mapped_in_packages_and_below() throws IOException {
    source("@jakarta.persistence.Entity public class User { @jakarta.persistence.Id long id; }");
    source("public class Outer { @jakarta.persistence.Embeddable public record Inner(int x) {} }");
    source("@jakarta.persistence.Converter public class Money {}");
    source("public class Service {}");
    classes.source(
        "src",
        BLOG + ".base",
        "@jakarta.persistence.MappedSuperclass public abstract class Base {}");
    classes.source(
        "src", "com.example.blogger", "@jakarta.persistence.Entity public class Other {}");
    classes.file(
        "src",
        "com/example/blog/package-info.java",
        "@org.hibernate.annotations.FilterDef package com.example.blog;");
    classes.file(
        "src",
        "com/example/blog/base/package-info.java",
        "@org.example.other.Marked package com.example.blog.base;");
    Diagnostics diagnostics = new Diagnostics();
    EntityScan.Found found = scan(diagnostics, BLOG, compiled());
    assertThat(said(diagnostics)).isEmpty();
    assertThat(found.classes())
        .containsExactly(
            "com.example.blog.Money",
            "com.example.blog.Outer$Inner",
            "com.example.blog.User",
            "com.example.blog.base.Base",
            "com.example.blog.package-info");
    assertThat(found.api()).isEqualTo("jakarta.persistence");
  }

  @Test
  void jar_of_several_releases_and_with_a_module_is_a_jar() throws IOException {
    source("@javax.persistence.Entity public class User {}");
    Path user = compiled().own().get(0).resolve("com/example/blog/User.class");
    Path module = classes.file("module", "module-info.class", "not read");
    Path jar =
        classes.jar(
            "blog.jar",
            Map.of(
                "com/example/blog/User.class",
                user,
                "META-INF/versions/21/com/example/blog/User.class",
                user,
                "module-info.class",
                module));
    Diagnostics diagnostics = new Diagnostics();
    EntityScan.Found found =
        scan(diagnostics, BLOG, TestClasses.classPath(List.of(), List.of(jar), List.of()));
    assertThat(said(diagnostics)).isEmpty();
    assertThat(found)
        .isEqualTo(new EntityScan.Found(List.of("com.example.blog.User"), "javax.persistence"));
  }

  @Test
  void two_packages_of_which_one_is_in_the_other_have_a_class_once() throws IOException {
    source("@jakarta.persistence.Entity public class User {}");
    Diagnostics diagnostics = new Diagnostics();
    EntityScan.Found found =
        EntityScan.find(List.of(BLOG, "com.example"), compiled(), ASKED, diagnostics);
    assertThat(said(diagnostics)).isEmpty();
    assertThat(found.classes()).containsExactly("com.example.blog.User");
  }

  // Nothing is found

  @Test
  void package_without_entities_leads_to_those_that_have_some() throws IOException {
    source("@jakarta.persistence.Entity public class User {}");
    classes.source("src", "com.example.shop", "public class Service {}");
    ClassPath classPath = compiled();
    assertThat(said("com.example.shop", classPath))
        .isEqualTo(
            """
            There are no entities in the package com.example.shop and below.
              There are entities in com.example.blog. Looked at: %s/src-classes."""
                .formatted(root));
    assertThat(said("com.example.blogs", classPath))
        .isEqualTo(
            """
            There is no package com.example.blogs on the class path.
              There are entities in com.example.blog. Looked at: %s/src-classes."""
                .formatted(root));
  }

  @Test
  void entities_of_libraries_are_named_where_the_project_has_none() throws IOException {
    source("@jakarta.persistence.Entity public class User {}");
    Path jar = classes.jar("blog-1.0.jar", TestClasses.content(compiled().own().get(0)));
    classes.source("app", "com.example.app", "public class Service {}");
    ClassPath classPath =
        TestClasses.classPath(List.of(classes.compile("app")), List.of(jar), List.of());
    assertThat(said("com.example.app", classPath))
        .endsWith(
            "\n  There are entities in com.example.blog. Looked at: "
                + root
                + "/app-classes, blog-1.0.jar.");
    assertThat(said(BLOG, classPath)).isEmpty();
  }

  @Test
  void embeddables_alone_are_no_model() throws IOException {
    source("@jakarta.persistence.Embeddable public class Address {}");
    assertThat(said(BLOG, compiled()))
        .startsWith(
            "There is no @Entity in the package com.example.blog and below.\n  Looked at: ");
  }

  @Test
  void project_that_was_not_compiled_is_told_so() {
    ClassPath nothing =
        new ClassPath(
            List.of(root.resolve("target/classes")),
            List.of(),
            List.of(),
            false,
            phases -> "mvn " + phases + " schema:check");
    assertThat(said(BLOG, nothing))
        .isEqualTo(
            """
            There is no package com.example.blog on the class path.
              %s/target/classes has no classes. Compile the project: mvn compile schema:check"""
                .formatted(root));
  }

  // The API

  @Test
  void two_versions_of_the_api_are_named_with_their_places() throws IOException {
    classes.source("old", BLOG, "@javax.persistence.Entity public class Post {}");
    Path jar = classes.jar("posts-1.0.jar", TestClasses.content(classes.compile("old")));
    source("@jakarta.persistence.Entity public class User {}");
    ClassPath classPath = TestClasses.classPath(compiled().own(), List.of(jar), List.of());
    assertThat(said(BLOG, classPath))
        .startsWith(
            "Two versions of the API: com.example.blog.User (in "
                + root
                + "/src-classes) has annotations of jakarta.persistence, and com.example.blog.Post"
                + " (in posts-1.0.jar) of javax.persistence.");
  }

  @Test
  void class_with_both_is_named() throws IOException {
    source("@jakarta.persistence.Entity public class User { @javax.persistence.Id long id; }");
    assertThat(said(BLOG, compiled()))
        .startsWith(
            "com.example.blog.User (in "
                + root
                + "/src-classes) has annotations of both versions of the API:");
  }

  @Test
  void provider_for_the_other_api_is_named() throws IOException {
    source("@javax.persistence.Entity public class User {}");
    Path service = classes.file("service", "provider", "org.hibernate.Provider");
    Path jar =
        classes.jar(
            "hibernate-core-7.1.jar",
            Map.of("META-INF/services/jakarta.persistence.spi.PersistenceProvider", service));
    ClassPath classPath = TestClasses.classPath(compiled().own(), List.of(jar), List.of());
    assertThat(said(BLOG, classPath))
        .startsWith(
            "Two versions of the API: the entities have annotations of javax.persistence, and the"
                + " provider hibernate-core-7.1.jar is for jakarta.persistence.");
    Path both =
        classes.jar(
            "hibernate-core-5.6.jar",
            Map.of("META-INF/services/javax.persistence.spi.PersistenceProvider", service));
    assertThat(said(BLOG, TestClasses.classPath(classPath.own(), List.of(jar, both), List.of())))
        .isEmpty();
  }

  // Classes that no provider could read

  @Test
  void class_on_the_class_path_twice_is_refused() throws IOException {
    source("@jakarta.persistence.Entity public class User {}");
    Path built = compiled().own().get(0);
    Path one = classes.jar("blog-1.0.jar", TestClasses.content(built));
    Path two = classes.jar("blog-all-1.0.jar", TestClasses.content(built));
    assertThat(said(BLOG, TestClasses.classPath(List.of(), List.of(one, two), List.of())))
        .startsWith(
            "The class com.example.blog.User is on the class path twice: in blog-1.0.jar and in"
                + " blog-all-1.0.jar.");
  }

  @Test
  void class_for_a_newer_java_is_refused() throws IOException {
    source("@jakarta.persistence.Entity public class User {}");
    ClassPath classPath = compiled();
    Path user = classPath.own().get(0).resolve("com/example/blog/User.class");
    int here = Runtime.version().feature();
    setRelease(user, here + 1);
    assertThat(said(BLOG, classPath))
        .startsWith(
            "com.example.blog.User (in "
                + root
                + "/src-classes) is compiled for Java "
                + (here + 1)
                + ", and this Maven runs on Java "
                + here
                + ".\n  Run Maven on Java "
                + (here + 1)
                + " or newer");
    setRelease(user, 150);
    assertThat(said(BLOG, classPath))
        .isEqualTo(
            "The class file %s in %s/src-classes cannot be read: it is compiled for Java 150, of which Schemachain knows nothing.\n  Compile for an older release, with <maven.compiler.release>, or take a newer version of Schemachain."
                .formatted(user, root));
    Files.writeString(user, "no class");
    assertThat(said(BLOG, classPath)).contains("it is damaged, or no class file at all");
  }

  private static void setRelease(Path file, int release) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[7] = (byte) (release + 44);
    Files.write(file, bytes);
  }

  /** The provider reads it: what is an entity by it has no annotation. */
  @Test
  void where_there_is_a_mapping_file_no_annotation_is_missed_but_a_package_is() throws IOException {
    source("public class User {}");
    ClassPath classPath = compiled();
    assertThat(said(BLOG, classPath)).isNotEmpty();
    classes.file("src-classes", "META-INF/orm.xml", "<entity-mappings/>");
    assertThat(said(BLOG, classPath)).isEmpty();
    assertThat(said("com.example.blogs", classPath))
        .startsWith("There is no package com.example.blogs on the class path.");
  }

  // Sources

  @Test
  void source_that_is_newer_than_its_class_is_refused() throws IOException {
    Path user = source("@jakarta.persistence.Entity public class User {}");
    ClassPath classPath = withSources(compiled());
    assertThat(said(BLOG, classPath)).isEmpty();
    TestClasses.changed(user);
    assertThat(said(BLOG, classPath))
        .isEqualTo(
            """
            A source is newer than its class: %1$s/src/com/example/blog/User.java is newer than \
            %1$s/src-classes/com/example/blog/User.class.
              Compile the project: mvn compile schema:check"""
                .formatted(root));
    ClassPath compiledNow =
        new ClassPath(
            classPath.own(), List.of(), classPath.sources(), true, phases -> "mvn " + phases);
    assertThat(said(BLOG, compiledNow)).isEmpty();
  }

  @Test
  void what_an_entity_names_is_looked_at_as_well() throws IOException {
    Path colour = classes.source("src", "com.example.values", "public enum Colour { RED }");
    Path unused = classes.source("src", "com.example.values", "public class Unused {}");
    source(
        "@jakarta.persistence.Entity public class User {"
            + " java.util.List<com.example.values.Colour> colours; }");
    ClassPath classPath = withSources(compiled());
    TestClasses.changed(unused);
    assertThat(said(BLOG, classPath)).isEmpty();
    TestClasses.changed(colour);
    assertThat(said(BLOG, classPath)).contains("values/Colour.java is newer than ");
  }

  /** Such as one with constants, of which a class file keeps only the values. */
  @Test
  void every_class_of_the_packages_is_looked_at() throws IOException {
    source("@jakarta.persistence.Entity public class User {}");
    Path lengths = source("interface Lengths { int NAME = 40; }");
    ClassPath classPath = withSources(compiled());
    assertThat(said(BLOG, classPath)).isEmpty();
    TestClasses.changed(lengths);
    assertThat(said(BLOG, classPath)).contains("blog/Lengths.java is newer than ");
  }

  @Test
  void settings_that_are_newer_than_their_copy_are_refused() throws IOException {
    source("@jakarta.persistence.Entity public class User {}");
    ClassPath classPath = withSources(compiled());
    classes.file("src-classes", "config/application-prod.yml", "a: b");
    Path source = classes.file("src", "config/application-prod.yml", "a: b");
    TestClasses.changed(classes.file("src", "messages.properties", "a=b"));
    assertThat(said(BLOG, classPath)).isEmpty();
    TestClasses.changed(source);
    assertThat(said(BLOG, classPath))
        .isEqualTo(
            """
            A source is newer than its class: %1$s/src/config/application-prod.yml is newer than \
            %1$s/src-classes/config/application-prod.yml.
              Compile the project: mvn compile schema:check"""
                .formatted(root));
  }

  @Test
  void source_of_an_entity_without_a_class_is_refused() throws IOException {
    source("@jakarta.persistence.Entity public class User {}");
    ClassPath classPath = withSources(compiled());
    source("/** Like @jakarta.persistence.Entity. */ public class Service {}");
    classes.source("src", "com.example.shop", "@jakarta.persistence.Entity public class Other {}");
    assertThat(said(BLOG, classPath)).isEmpty();
    classes.file(
        "src",
        "com/example/blog/Post.java",
        "package com.example.blog;\nimport jakarta.persistence.*;\n@Entity class Post {}");
    assertThat(said(BLOG, classPath))
        .isEqualTo(
            """
            An entity is not compiled: there is no class of %s/src/com/example/blog/Post.java.
              Compile the project: mvn compile schema:check"""
                .formatted(root));
  }

  @Test
  void nothing_compiled_yet_is_told_by_its_sources() throws IOException {
    source("@jakarta.persistence.Entity public class User {}");
    ClassPath classPath =
        withSources(TestClasses.classPath(List.of(root.resolve("nothing")), List.of(), List.of()));
    assertThat(said(BLOG, classPath))
        .startsWith("An entity is not compiled: ")
        .doesNotContain("\n\n");
  }

  @Test
  void class_whose_source_is_gone_is_refused() throws IOException {
    source("@jakarta.persistence.Entity public class User {}");
    Path post = source("@jakarta.persistence.Entity public class Post {}");
    ClassPath classPath = withSources(compiled());
    Files.delete(post);
    assertThat(said(BLOG, classPath))
        .isEqualTo(
            """
            A class has no source any more: %s/src-classes/com/example/blog/Post.class.
              Compile the project: mvn clean compile schema:check"""
                .formatted(root));
    assertThat(said(BLOG, TestClasses.classPath(classPath.own(), List.of(), List.of()))).isEmpty();
  }

  /** There may be classes that the build unpacks; and who has compiled has nothing more to do. */
  @Test
  void class_without_a_source_is_taken_from_a_build_that_compiled_just_now() throws IOException {
    source("@jakarta.persistence.Entity public class User {}");
    Path post = source("@jakarta.persistence.Entity public class Post {}");
    ClassPath classPath = withSources(compiled());
    Files.delete(post);
    ClassPath compiledNow =
        new ClassPath(
            classPath.own(), List.of(), classPath.sources(), true, phases -> "mvn " + phases);
    assertThat(said(BLOG, compiledNow)).isEmpty();
  }

  @Test
  void package_in_a_comment_is_none() throws IOException {
    classes.file(
        "src",
        "com/example/blog/User.java",
        """
        /*
           package management tool
        */
        package com.example.blog;
        @jakarta.persistence.Entity public class User {}
        """);
    assertThat(said(BLOG, withSources(compiled()))).isEmpty();
  }

  /** Kotlin lets the folders begin below the packages that all files share. */
  @Test
  void source_of_kotlin_is_found_by_its_name_and_package() throws IOException {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V17, Opcodes.ACC_PUBLIC, "com/example/blog/User", null, "java/lang/Object", null);
    writer.visitSource("Blog.kt", null);
    writer.visitAnnotation("Ljakarta/persistence/Entity;", true).visitEnd();
    writer.visitEnd();
    Path file = root.resolve("src-classes/com/example/blog/User.class");
    Files.createDirectories(file.getParent());
    Files.write(file, writer.toByteArray());
    Path source =
        classes.file(
            "src",
            "blog/Blog.kt",
            "@file:JvmName(\"X\")\npackage com.example.blog\nimport jakarta.persistence.Entity\n"
                + "@Entity class User");
    ClassPath classPath =
        withSources(
            TestClasses.classPath(List.of(root.resolve("src-classes")), List.of(), List.of()));
    assertThat(said(BLOG, classPath)).isEmpty();
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(9)));
    assertThat(said(BLOG, classPath)).contains("blog/Blog.kt is newer than ");
    Files.delete(source);
    source("public class Service {}");
    assertThat(said(BLOG, classPath)).as("Kotlin's folder may be unknown").isEmpty();
  }

  // A unit

  @Test
  void unit_has_to_be_there() throws IOException {
    source("@jakarta.persistence.Entity public class User {}");
    ClassPath classPath = compiled();
    assertThat(saidOfUnit("blog", classPath))
        .startsWith(
            "There is no META-INF/persistence.xml on the class path, so there is no persistence"
                + " unit blog.");
    classes.file(
        "src-classes",
        "META-INF/persistence.xml",
        "<persistence xmlns='https://jakarta.ee/xml/ns/persistence'>"
            + "<persistence-unit name='blog'/></persistence>");
    assertThat(saidOfUnit("blog", classPath)).isEmpty();
    assertThat(saidOfUnit("blogs", classPath))
        .isEqualTo(
            """
            There is no persistence unit 'blogs' in META-INF/persistence.xml.
              Did you mean blog?""");
    assertThat(EntityScan.ofUnit("blog", classPath, ASKED, new Diagnostics()).classes())
        .as("for what messages say")
        .containsExactly("com.example.blog.User");
  }

  // Helpers

  private Path source(String declaration) throws IOException {
    return classes.source("src", BLOG, declaration);
  }

  private ClassPath compiled() throws IOException {
    return TestClasses.classPath(List.of(classes.compile("src")), List.of(), List.of());
  }

  private ClassPath withSources(ClassPath classPath) {
    return new ClassPath(
        classPath.own(),
        classPath.libraries(),
        List.of(root.resolve("src")),
        false,
        phases -> "mvn " + phases + " schema:check");
  }

  private static EntityScan.Found scan(
      Diagnostics diagnostics, String packageName, ClassPath classPath) {
    return EntityScan.find(List.of(packageName), classPath, ASKED, diagnostics);
  }

  private static String said(String packageName, ClassPath classPath) {
    Diagnostics diagnostics = new Diagnostics();
    scan(diagnostics, packageName, classPath);
    return said(diagnostics);
  }

  private static String saidOfUnit(String unit, ClassPath classPath) {
    Diagnostics diagnostics = new Diagnostics();
    EntityScan.ofUnit(unit, classPath, ASKED, diagnostics);
    return said(diagnostics);
  }

  private static String said(Diagnostics diagnostics) {
    assertThat(diagnostics.all()).allMatch(each -> ASKED.equals(each.location()));
    return String.join(
        "\n\n",
        diagnostics.all().stream().map(each -> each.message() + "\n  " + each.hint()).toList());
  }
}
