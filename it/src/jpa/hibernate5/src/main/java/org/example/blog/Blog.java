package org.example.blog;

import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;

/** Starts on a database {@code url user password}, if it has the schema. */
public class Blog {
  private Blog() {}

  public static void main(String[] database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("javax.persistence.jdbc.url", database[0]);
    settings.put("javax.persistence.jdbc.user", database[1]);
    settings.put("javax.persistence.jdbc.password", database[2]);
    settings.put("hibernate.hbm2ddl.auto", "validate");
    EntityManagerFactory blog = Persistence.createEntityManagerFactory("blog", settings);
    blog.close();
    System.out.println("The application accepts the database.");
  }
}
