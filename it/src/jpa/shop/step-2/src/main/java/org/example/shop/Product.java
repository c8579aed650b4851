package org.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDate;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.SoftDelete;

/** Ids of a sequence; soft deletion, named keys and indexes, a join table. */
@Entity
@Table(
    name = "products",
    uniqueConstraints =
        @UniqueConstraint(name = "uq_product_code", columnNames = {"maker", "code"}),
    indexes = {
      @Index(name = "ix_product_price", columnList = "amount, currency"),
      @Index(columnList = "released")
    })
@SoftDelete
public class Product {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "products")
  @SequenceGenerator(name = "products", sequenceName = "product_numbers", allocationSize = 20)
  Long id;

  @Column(length = 30, nullable = false)
  String maker;

  @Column(length = 30, nullable = false)
  String code;

  @Embedded Money price;

  LocalDate released;

  @ColumnDefault("true")
  @Column(nullable = false)
  boolean sold;

  @ColumnDefault("0")
  @Column(nullable = false)
  int stock;

  double weight;

  @Column(length = 4000)
  String description;

  byte[] picture;

  @ManyToMany
  @JoinTable(
      name = "product_categories",
      joinColumns = @JoinColumn(name = "product_id"),
      inverseJoinColumns = @JoinColumn(name = "category_id"))
  Set<Category> categories;
}
