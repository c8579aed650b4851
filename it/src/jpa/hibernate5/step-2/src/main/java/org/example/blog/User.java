package org.example.blog;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import java.time.LocalDateTime;
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
  String phone;

  @ColumnDefault("CURRENT_TIMESTAMP(6)")
  @Column(nullable = false, insertable = false, updatable = false)
  LocalDateTime createdAt;
}
