package base;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.OffsetDateTime;

@MappedSuperclass
public class Tracked {
    protected Instant createdAt = Instant.EPOCH;
    @Column(name = "modified")
    OffsetDateTime changedAt;
}
