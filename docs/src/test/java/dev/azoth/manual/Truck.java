package dev.azoth.manual;

import jakarta.persistence.Entity;

// tag::truck-entity
@Entity
final class Truck extends Vehicle {
    int load;
}
// end::truck-entity
