package dev.azoth.manual;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

// tag::note-entity
@Entity
class Note {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    String text = "";

    @Nullable
    Instant changed;

    transient int words;

    protected Note() {}

    Note(String text) {
        this.text = text;
    }

    @PrePersist
    @PreUpdate
    void stamp() {
        changed = Instant.now();
    }

    @PostLoad
    void count() {
        words = text.split(" ").length;
    }
}
// end::note-entity
