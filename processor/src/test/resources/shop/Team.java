package shop;

import dev.azoth.orm.annotation.Uuid;
import jakarta.persistence.*;
import java.util.UUID;

@Entity
public class Team {
    @Id
    @Uuid(version = 4)
    UUID id;

    @Column(unique = true, nullable = false, length = 40)
    String team;

    @ManyToOne(fetch = FetchType.LAZY)
    Team parent;
}
