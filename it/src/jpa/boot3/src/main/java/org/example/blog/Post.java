package org.example.blog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "posts", indexes = @Index(columnList = "user_id"))
public class Post {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  User user;

  @Column(length = 200, nullable = false)
  String title;

  @Column(columnDefinition = "text")
  String body;

  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  Visibility visibility;

  @ColumnDefault("CURRENT_TIMESTAMP")
  @Column(nullable = false, insertable = false, updatable = false)
  Instant createdAt;
}
