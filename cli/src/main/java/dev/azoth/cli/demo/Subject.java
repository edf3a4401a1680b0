package dev.azoth.cli.demo;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "azoth_demo_subject")
class Subject {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 50, nullable = false, unique = true)
    String name = "";

    Subject() {}

    Subject(String name) {
        this.name = name;
    }
}
