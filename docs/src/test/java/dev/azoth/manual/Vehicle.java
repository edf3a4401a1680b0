package dev.azoth.manual;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

// tag::vehicle-entity
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
abstract sealed class Vehicle permits Truck, Bicycle {
    @Id
    @GeneratedValue
    @Nullable
    UUID id;

    String owner = "";
}
// end::vehicle-entity
