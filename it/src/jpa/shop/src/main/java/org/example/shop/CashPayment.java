package org.example.shop;

import jakarta.persistence.Entity;
import java.time.LocalDateTime;

@Entity
public class CashPayment extends Payment {
  LocalDateTime takenAt;
}
