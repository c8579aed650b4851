package org.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Ids of a table. */
@Entity
@Table(name = "invoices")
public class Invoice {
  @Id
  @GeneratedValue(strategy = GenerationType.TABLE, generator = "invoices")
  @TableGenerator(
      name = "invoices",
      table = "id_numbers",
      pkColumnName = "kind",
      valueColumnName = "last_number",
      allocationSize = 1)
  Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "customer_id", foreignKey = @ForeignKey(name = "fk_invoice_customer"))
  Customer customer;

  @Column(nullable = false)
  Instant sentAt;

  @OneToMany
  @JoinColumn(name = "invoice_id", nullable = false)
  @OnDelete(action = OnDeleteAction.CASCADE)
  List<InvoiceLine> lines;
}
