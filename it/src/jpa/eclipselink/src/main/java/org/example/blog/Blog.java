package org.example.blog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.metamodel.EntityType;
import java.util.HashMap;
import java.util.Map;

/** Starts on a database {@code url user password}, if it has the schema. */
public class Blog {
  private Blog() {}

  public static void main(String[] database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("jakarta.persistence.jdbc.url", database[0]);
    settings.put("jakarta.persistence.jdbc.user", database[1]);
    settings.put("jakarta.persistence.jdbc.password", database[2]);
    EntityManagerFactory blog = Persistence.createEntityManagerFactory("blog", settings);
    EntityManager manager = blog.createEntityManager();
    for (EntityType<?> entity : blog.getMetamodel().getEntities()) {
      manager.createQuery("SELECT e FROM " + entity.getName() + " e").getResultList();
    }
    manager.close();
    blog.close();
    System.out.println("The application accepts the database.");
  }
}
