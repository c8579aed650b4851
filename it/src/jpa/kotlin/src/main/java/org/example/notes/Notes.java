package org.example.notes;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;

/** Starts on a database {@code url user password}, if it has the schema. */
public class Notes {
  private Notes() {}

  public static void main(String[] database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("jakarta.persistence.jdbc.url", database[0]);
    settings.put("jakarta.persistence.jdbc.user", database[1]);
    settings.put("jakarta.persistence.jdbc.password", database[2]);
    settings.put("hibernate.hbm2ddl.auto", "validate");
    EntityManagerFactory notes = Persistence.createEntityManagerFactory("notes", settings);
    notes.close();
    System.out.println("The application accepts the database.");
  }
}
