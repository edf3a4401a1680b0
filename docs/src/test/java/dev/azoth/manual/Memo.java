package dev.azoth.manual;

import dev.azoth.orm.annotation.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

// tag::memo-entity
@Entity
class Memo {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @TenantId
    @Nullable
    String tenant;

    String text = "";
}
// end::memo-entity
