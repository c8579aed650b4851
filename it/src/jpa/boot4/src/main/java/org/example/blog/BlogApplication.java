package org.example.blog;

import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts on a database {@code url user password}, if it has the schema. */
@SpringBootApplication
public class BlogApplication {
  public static void main(String[] database) {
    Map<String, Object> settings =
        Map.of(
            "spring.datasource.url", database[0],
            "spring.datasource.username", database[1],
            "spring.datasource.password", database[2]);
    new SpringApplicationBuilder(BlogApplication.class).properties(settings).run().close();
    System.out.println("The application accepts the database.");
  }
}
