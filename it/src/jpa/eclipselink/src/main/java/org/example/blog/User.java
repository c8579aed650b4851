package org.example.blog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

@Entity
@Table(name = "users")
public class User {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(length = 50, nullable = false, unique = true)
  String username;

  @Column(length = 100, nullable = false, unique = true)
  String email;

  @Column(
      name = "created_at",
      columnDefinition = "TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL",
      insertable = false,
      updatable = false)
  LocalDateTime createdAt;
}
