package dev.azoth.manual;

import dev.azoth.orm.annotation.Ulid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

// tag::ticket-entity
@Entity
public class Ticket {
    @Id
    @Ulid
    @Column(length = 26)
    @Nullable
    String id;

    @TicketNumber(prefix = "T-")
    @Nullable
    String number;
}
// end::ticket-entity
