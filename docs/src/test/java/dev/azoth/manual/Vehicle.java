package dev.azoth.manual;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

// tag::vehicle-entities
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
abstract sealed class Vehicle permits Truck, Bicycle {
    @Id
    @GeneratedValue
    @Nullable
    UUID id;

    String owner = "";
}

@Entity
final class Truck extends Vehicle {
    int load;
}

@Entity
@DiscriminatorValue("bike")
final class Bicycle extends Vehicle {
    boolean electric;
}
// end::vehicle-entities
