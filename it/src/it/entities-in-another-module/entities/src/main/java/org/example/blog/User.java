package org.example.blog;

@jakarta.persistence.Entity
public class User {}
