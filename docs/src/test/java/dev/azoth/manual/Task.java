package dev.azoth.manual;

import dev.azoth.orm.annotation.SoftDelete;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

// tag::task-entity
@Entity
class Task {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    String title = "";

    @SoftDelete
    @Nullable
    Instant deletedAt;
}
// end::task-entity
