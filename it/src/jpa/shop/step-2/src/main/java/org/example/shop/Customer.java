package org.example.shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Comment;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/** Ids that are made here; embeddables, all kinds of enums, a collection, a second table, history. */
@Audited
@Entity
@Table(name = "customers")
@SecondaryTable(
    name = "customer_notes",
    pkJoinColumns = @PrimaryKeyJoinColumn(name = "customer_id"))
@Comment("Who buys")
@Check(name = "ck_customers_credit", constraints = "credit >= 0")
public class Customer {
  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  UUID id;

  @Column(length = 320, nullable = false, unique = true)
  @Comment("As it was typed")
  String email;

  @Column(length = 30)
  String nickname;

  @Column(nullable = false)
  int credit;

  @Embedded Address home;

  @Embedded
  @AttributeOverride(name = "street", column = @Column(name = "billing_street", length = 100))
  @AttributeOverride(name = "city", column = @Column(name = "billing_city", length = 60))
  Address billing;

  @Enumerated(EnumType.STRING)
  @Column(length = 10, nullable = false)
  Level level;

  @Enumerated(EnumType.ORDINAL)
  Level formerLevel;

  @Enumerated(EnumType.STRING)
  Channel channel;

  @Column(table = "customer_notes", length = 1000)
  String note;

  @NotAudited
  @ElementCollection
  @CollectionTable(name = "customer_phones", joinColumns = @JoinColumn(name = "customer_id"))
  @Column(name = "phone", length = 20, nullable = false)
  Set<String> phones;
}
