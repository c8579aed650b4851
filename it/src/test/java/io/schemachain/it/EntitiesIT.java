package io.schemachain.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** From changed entities to a database that has them, and an application that accepts it. */
final class EntitiesIT {
  private static final String BOOT = "org.example.blog.BlogApplication";
  private static final String TAG = "src/main/java/org/example/blog/Tag.java";

  @Test
  void spring_boot_3() throws IOException {
    try (EntityProject blog = new EntityProject("boot3", "postgresql")) {
      assertThatThrownBy(() -> blog.start(BOOT))
          .hasMessageContaining("Schema-validation: missing table [posts]");
      blog.revision("b3a100000001", "Users and posts");
      blog.start(BOOT);

      blog.step(2);
      assertThat(blog.refused("verify"))
          .contains(
              "There are differences between the chain and the entities of org.example.blog:",
              "added column users.phone: string(20)",
              "added column users.status: string(20)",
              "Write a revision for that: mvn compile schema:revision -Dschema.autogenerate",
              "MojoFailureException");
      blog.revision("b3a100000002", "Add phone and status");
      blog.step(3);
      blog.revision("b3a100000003", "Phone number");
      blog.step(4);
      blog.revision("b3a100000004", "Long addresses");
      blog.step(5);
      blog.revision("b3a100000005", "Tags");
      blog.start(BOOT);
      blog.step(6);
      blog.remove(TAG);
      blog.revision("b3a100000006", "No tags");
      blog.start(BOOT);
    }
  }

  @Test
  void spring_boot_4() throws IOException {
    try (EntityProject blog = new EntityProject("boot4", "mysql")) {
      blog.revision("b4a100000001", "Users and posts");
      blog.start(BOOT);
      blog.step(2);
      blog.revision("b4a100000002", "Contacts");
      blog.step(3);
      blog.revision("b4a100000003", "Comments", "-Dschema.renamedFrom=users.phone_number=phone");
      blog.start(BOOT);
      blog.remove("src/main/java/org/example/blog/Comment.java");
      blog.revision("b4a100000004", "No comments");
      blog.start(BOOT);
    }
  }

  @Test
  void hibernate_5() throws IOException {
    try (EntityProject blog = new EntityProject("hibernate5", "mariadb")) {
      plain(blog, "b5a1", "users.phoneNumber=phone");
    }
  }

  @Test
  void eclipselink() throws IOException {
    try (EntityProject blog = new EntityProject("eclipselink", "h2")) {
      plain(blog, "e4a1", "users.phonenumber=phone");
    }
  }

  /** Compiled classes, whoever compiled them. */
  @Test
  void kotlin_and_lombok() throws IOException {
    try (EntityProject notes = new EntityProject("kotlin", "h2")) {
      notes.revision("7e1a00000001", "Notes and tags");
      notes.start("org.example.notes.Notes");
      notes.step(2);
      notes.revision("7e1a00000002", "Remarks and colors");
      notes.start("org.example.notes.Notes");
    }
  }

  private static void plain(EntityProject blog, String ids, String renamed) throws IOException {
    blog.revision(ids + "00000001", "Users and posts");
    blog.start("org.example.blog.Blog");
    blog.step(2);
    blog.revision(ids + "00000002", "Contacts");
    blog.step(3);
    blog.revision(ids + "00000003", "Tags", "-Dschema.renamedFrom=" + renamed);
    blog.start("org.example.blog.Blog");
    blog.step(4);
    blog.remove(TAG);
    blog.revision(ids + "00000004", "No tags");
    blog.start("org.example.blog.Blog");
  }

  /** Whatever entities can say, on four databases with one chain. */
  @Test
  void all_that_entities_can_say() throws IOException {
    String[] dialects = {"postgresql", "mysql", "mariadb", "h2"};
    try (EntityProject shop = new EntityProject("shop", dialects)) {
      shop.revision("c6a100000001", "The shop");
      shop.start("org.example.shop.Shop");
      shop.step(2);
      shop.revision("c6a100000002", "Nicknames and stock");
      shop.step(3);
      shop.revision("c6a100000003", "Owners");
      shop.remove("src/main/java/org/example/shop/Truck.java");
      shop.revision("c6a100000004", "No trucks");
      shop.start("org.example.shop.Shop");
    }
  }
}
