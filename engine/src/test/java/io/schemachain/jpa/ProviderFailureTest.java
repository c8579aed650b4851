package io.schemachain.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProviderFailureTest {
  private static final List<String> CLASSES =
      List.of("com.example.User", "com.example.User$Name", "com.example.UserRole");

  @Test
  void entity_is_not_taken_for_one_whose_name_is_longer() throws IOException {
    assertThat(told("Error in com.example.UserRole.id").getMessage())
        .startsWith("Hibernate cannot read the entities; at com.example.UserRole: ");
    assertThat(told("Error in com.example.User$Name").getMessage())
        .startsWith("Hibernate cannot read the entities; at com.example.User$Name: ");
    assertThat(told("Error in com.example.User.").getMessage())
        .startsWith("Hibernate cannot read the entities; at com.example.User: ");
  }

  private static JpaException told(String outer) throws IOException {
    Throwable thrown = new IllegalStateException(outer, new IllegalStateException("boom"));
    try (EntityLoader loader = new EntityLoader(List.of())) {
      return ProviderFailure.of("Hibernate", loader, CLASSES, thrown);
    }
  }
}
