package dev.azoth.manual;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

// tag::badge-entity
@Entity
public record Badge(
        @Id @GeneratedValue @Nullable Long id,
        String title,
        @Column(length = 10) String metal) {}
// end::badge-entity
