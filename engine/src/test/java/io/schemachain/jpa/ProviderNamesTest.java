package io.schemachain.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemachain.dialect.Dialects;
import io.schemachain.model.ObjectKind;
import io.schemachain.model.TableName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shortened names are those that EclipseLink 4.0.5 makes, by its TableDefinition. */
final class ProviderNamesTest {
  @ParameterizedTest
  @CsvSource({
    "postgresql, FOREIGN_KEY, invoice_lines, product_id, FK_invoice_lines_product_id, true",
    "postgresql, FOREIGN_KEY, invoice_lines, product_id, invoice_lines_product_id, false",
    "oracle, FOREIGN_KEY, invoice_lines, product_id, invoice_lines_product_id, false",
    "oracle, FOREIGN_KEY, invoice_line_items, product_id, invoice_line_items_product_id, true",
    "sqlserver, FOREIGN_KEY, invoice_lines, product_id, invoice_lines_product_id, false",
    "sqlserver, FOREIGN_KEY, invoice_lines, product_id, invoicelinesproduct_id, true",
    "mysql, UNIQUE, invoice_lines, number, UNQ_invoice_lines_0, true",
    "mysql, UNIQUE, invoice_lines, number, invoice_lines0, false",
    "sqlserver, UNIQUE, archived_invoice_lines, number, archivedinvoicelines10, true",
    "sqlserver, UNIQUE, invoice_line_items2, number, invoice_line_items20, true",
    "h2, INDEX, invoice_lines, number, INDEX_invoice_lines_number, true",
    "h2, INDEX, invoice_lines, number, invoice_lines_number, false",
    "h2, CHECK, invoice_lines, number, FK_invoice_lines_number, false",
  })
  void eclipseLinksAreToldFromThoseOfPeople(
      String dialect, ObjectKind kind, String table, String column, String name, boolean isMadeUp) {
    assertThat(
            ProviderNames.of("EclipseLink 4.0.5", Dialects.find(dialect).orElseThrow())
                .isMadeUp(kind, TableName.of(table), List.of(column), name))
        .isEqualTo(isMadeUp);
  }

  @ParameterizedTest
  @CsvSource({
    "FK6dotkott2kjsp8vw4d0m25fb7, true",
    "fk_posts_author, false",
    "UK_6dotkott2kjsp8vw4d0m25fb7, true",
    "uk_accounts_email, false",
  })
  void hibernatesAreToldByTheirSums(String name, boolean isMadeUp) {
    assertThat(
            ProviderNames.of("Hibernate ORM 6.6", Dialects.find("h2").orElseThrow())
                .isMadeUp(ObjectKind.UNIQUE, TableName.of("posts"), List.of("author"), name))
        .isEqualTo(isMadeUp);
  }
}
