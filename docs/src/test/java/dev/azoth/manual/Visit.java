package dev.azoth.manual;

import dev.azoth.orm.Lazy;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

@Entity
public class Visit {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    int pages;

    @ManyToOne(optional = false)
    Lazy<Reader> reader = Lazy.empty();

    protected Visit() {}

    Visit(int pages) {
        this.pages = pages;
    }
}
