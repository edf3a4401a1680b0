package shop;

import jakarta.persistence.Entity;

@Entity
public final class Machine extends Asset {
    int power;
    @jakarta.persistence.ManyToOne
    Team owner;
}
