package org.example.blog;

import jakarta.persistence.Entity;

@Entity
public class User {}
