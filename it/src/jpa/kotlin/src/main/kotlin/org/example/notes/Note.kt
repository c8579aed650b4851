package org.example.notes

import jakarta.persistence.Column
import jakarta.persistence.Entity
import jakarta.persistence.GeneratedValue
import jakarta.persistence.GenerationType
import jakarta.persistence.Id
import jakarta.persistence.JoinColumn
import jakarta.persistence.ManyToOne

/** Annotations on parameters of the constructor, which Kotlin puts on the fields. */
@Entity
data class Note(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) val id: Long? = null,
    @Column(nullable = false, length = 80) val title: String = "",
    @Column(length = 4000) val body: String? = null,
    val stars: Int = 0,
    val rating: Int? = null,
    @ManyToOne(optional = false) @JoinColumn(name = "writer_id") val author: Author? = null,
)
