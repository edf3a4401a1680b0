package dev.azoth.manual;

import dev.azoth.orm.annotation.Computed;
import dev.azoth.orm.annotation.CreatedAt;
import dev.azoth.orm.annotation.ServerDefault;
import dev.azoth.orm.annotation.UpdatedBy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

// tag::invoice-entity
@Entity
public class Invoice {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @ServerDefault("'open'")
    @Column(length = 10, nullable = false)
    @Nullable
    String state;

    int price;
    int pieces;

    @Computed("price * pieces")
    int total;

    @CreatedAt
    @Nullable
    Instant createdAt;

    @UpdatedBy
    @Nullable
    String updatedBy;
}
// end::invoice-entity
