package org.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.GenerationType;
import java.math.BigDecimal;

@Embeddable
public class Money {
  @Column(precision = 12, scale = 2, nullable = false)
  BigDecimal amount;

  @Column(columnDefinition = "varchar(3) default 'EUR'")
  String currency;
}
