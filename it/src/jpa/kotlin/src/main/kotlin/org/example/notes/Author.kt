package org.example.notes

import jakarta.persistence.Entity
import jakarta.persistence.Id

@Entity
data class Author(@Id val name: String = "")
