package dev.azoth.orm.inheritance;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.Subclasses;
import dev.azoth.schema.MetaData;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Vehicles, each class of which has a table of its own; the first of them has none. */
final class Fleet {
    static final MetaData TABLES = Entities.metadata(Depot.class, Trip.class);

    static final EntityPath<Depot> depot = Entities.path(Depot.class);
    static final EntityPath<Vehicle> vehicle = Entities.path(Vehicle.class);
    static final EntityPath<Truck> truck = Entities.path(Truck.class);
    static final EntityPath<Bike> bike = Entities.path(Bike.class);
    static final EntityPath<Trip> trip = Entities.path(Trip.class);

    private Fleet() {}

    @Entity
    @Table(name = "depot")
    static class Depot {
        @Id
        int id;

        String name = "";

        @OneToMany(mappedBy = "depot", cascade = CascadeType.ALL)
        @OrderBy("name")
        List<Vehicle> vehicles = new ArrayList<>();

        Depot() {}

        Depot(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    /** What all have, with a parameter that the entity fills. */
    @MappedSuperclass
    abstract static class Numbered<K> {
        @Id
        @Nullable
        K id;
    }

    /** One more between, which passes its own parameters on. */
    @MappedSuperclass
    abstract static class Named<N, K> extends Numbered<K> {
        @Nullable
        N name;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static sealed class Vehicle extends Named<String, Integer> permits Truck, Bike {
        @Version
        int version;

        @ManyToOne
        @Nullable
        Depot depot;

        Lazy<String> notes = Lazy.empty();

        @ManyToMany
        @OrderBy("name")
        List<Depot> visited = new ArrayList<>();
    }

    @Entity
    @Table(name = "truck")
    @Subclasses(Tanker.class)
    static non-sealed class Truck extends Vehicle {
        int load;

        @ManyToOne
        Lazy<Vehicle> tows = Lazy.empty();

        Truck() {}

        Truck(int id, String name, int load) {
            this.id = id;
            this.name = name;
            this.load = load;
        }
    }

    @Entity
    @Table(name = "tanker")
    @DiscriminatorValue("tank")
    static class Tanker extends Truck {
        @Column(name = "select")
        @Nullable
        String cargo;

        Tanker() {}

        Tanker(int id, String name, int load, @Nullable String cargo) {
            super(id, name, load);
            this.cargo = cargo;
        }
    }

    /** Its load is of another type than a truck's: they are in two tables. */
    @Entity
    @Table(name = "bike")
    static final class Bike extends Vehicle {
        @Nullable
        BigDecimal load;

        Bike() {}

        Bike(int id, String name, @Nullable String load) {
            this.id = id;
            this.name = name;
            this.load = load == null ? null : new BigDecimal(load);
        }
    }

    @Entity
    @Table(name = "trip")
    static class Trip {
        @Id
        int id;

        @ManyToOne
        @Nullable
        Vehicle vehicle;

        @ManyToOne
        @Nullable
        Tanker tanker;

        Trip() {}

        Trip(int id, Vehicle vehicle) {
            this.id = id;
            this.vehicle = vehicle;
        }
    }
}
