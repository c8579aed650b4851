package org.example.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GenerationType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "letters")
public class Letter extends Document {
  @ManyToOne(fetch = FetchType.LAZY)
  Customer receiver;
}
