package dev.azoth.manual;

import dev.azoth.vector.annotation.Vector;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

// tag::vectors-entity
@Entity
public class Article {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Nullable
    String title;

    @Vector(3)
    float @Nullable [] embedding;
}
// end::vectors-entity
