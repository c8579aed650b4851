package org.example.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Table;

@Entity
@Table(name = "reports")
public class Report extends Document {
  int pages;
}
