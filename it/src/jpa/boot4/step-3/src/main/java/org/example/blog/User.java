package org.example.blog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(name = "users")
public class User {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(length = 50, nullable = false, unique = true)
  String username;

  @Column(length = 255, nullable = false, unique = true)
  String email;

  @Column(length = 20)
  String phoneNumber;

  @ColumnDefault("'active'")
  @Column(length = 20, nullable = false)
  String status;

  @ColumnDefault("CURRENT_TIMESTAMP(6)")
  @Column(nullable = false, insertable = false, updatable = false)
  Instant createdAt;
}
