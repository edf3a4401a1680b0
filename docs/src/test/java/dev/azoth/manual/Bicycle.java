package dev.azoth.manual;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

// tag::bicycle-entity
@Entity
@DiscriminatorValue("bike")
final class Bicycle extends Vehicle {
    boolean electric;
}
// end::bicycle-entity
