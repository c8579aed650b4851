package org.example.blog;

public enum Visibility {
  DRAFT,
  PUBLIC
}
