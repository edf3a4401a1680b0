package shop;

import jakarta.persistence.*;
import java.util.UUID;

@Entity
public class Team {
    @Id
    UUID id;

    @Column(unique = true, nullable = false, length = 40)
    String team;

    @ManyToOne(fetch = FetchType.LAZY)
    Team parent;
}
