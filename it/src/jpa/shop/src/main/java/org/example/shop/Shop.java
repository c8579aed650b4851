package org.example.shop;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;

/** Starts on databases, each with {@code url user password}, if they have the schema. */
public class Shop {
  private Shop() {}

  public static void main(String[] databases) {
    for (int i = 0; i < databases.length; i += 3) {
      Map<String, String> settings = new HashMap<>();
      settings.put("jakarta.persistence.jdbc.url", databases[i]);
      settings.put("jakarta.persistence.jdbc.user", databases[i + 1]);
      settings.put("jakarta.persistence.jdbc.password", databases[i + 2]);
      settings.put("hibernate.hbm2ddl.auto", "validate");
      try (EntityManagerFactory shop = Persistence.createEntityManagerFactory("shop", settings)) {
        System.out.println("The application accepts the database.");
      }
    }
  }
}
