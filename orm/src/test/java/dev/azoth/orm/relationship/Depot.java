package dev.azoth.orm.relationship;

import static dev.azoth.sql.Sql.exists;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.lower;
import static dev.azoth.sql.Sql.rowNumber;
import static dev.azoth.sql.Sql.select;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.JoinCondition;
import dev.azoth.orm.annotation.ViewOnly;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.Condition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** With relationships by conditions of every kind, and such as are only read. */
@Entity
class Depot {
    static final MetaData TABLES = Entities.metadata(Depot.class, Tour.class);

    @Id
    int id;

    @Column(length = 20)
    String region = "";

    int capacity;

    @OneToMany(mappedBy = "depot")
    List<Parcel> parcels = new ArrayList<>();

    @ViewOnly
    @OneToMany(mappedBy = "depot")
    @OrderBy("weight DESC")
    List<Parcel> heaviestFirst = new ArrayList<>();

    @OneToMany
    @JoinCondition
    @OrderBy("id")
    List<Parcel> urgent = new ArrayList<>();

    @OneToMany
    @JoinCondition
    @OrderBy("id")
    List<Parcel> tooHeavy = new ArrayList<>();

    @OneToMany
    @JoinCondition("sameRegion")
    Set<Parcel> bound = new HashSet<>();

    @OneToMany
    @JoinCondition
    @MapKey(name = "id")
    Map<Integer, Depot> neighbours = new HashMap<>();

    @ManyToMany
    @JoinCondition
    @OrderBy("name")
    List<Carrier> carriers = new ArrayList<>();

    /** Of the pairs only some, as a column of their table says. */
    @ManyToMany
    @JoinCondition
    Set<Carrier> byNight = new HashSet<>();

    @OneToMany
    @JoinCondition
    @OrderBy("weight DESC")
    List<Parcel> twoHeaviest = new ArrayList<>();

    @OneToOne
    @JoinCondition
    Lazy<Parcel> first = Lazy.empty();

    @Nullable
    @OneToOne
    @JoinCondition("first")
    Parcel plainFirst;

    static Condition urgent(EntityPath<Depot> depot, EntityPath<Parcel> parcel) {
        return parcel.toOne("depot", Depot.class)
                .on(depot)
                .and(parcel.column("urgent", Boolean.class).eq(true));
    }

    static Condition tooHeavy(EntityPath<Depot> depot, EntityPath<Parcel> parcel) {
        return parcel.column("weight", Integer.class).gt(depot.column("capacity", Integer.class));
    }

    static Condition sameRegion(EntityPath<Depot> depot, EntityPath<Parcel> parcel) {
        return lower(parcel.column("region", String.class)).eq(lower(depot.column("region", String.class)));
    }

    static Condition neighbours(EntityPath<Depot> depot, EntityPath<Depot> other) {
        return other.column("region", String.class)
                .eq(depot.column("region", String.class))
                .and(other.column("id", Integer.class).ne(depot.column("id", Integer.class)));
    }

    static Condition carriers(EntityPath<Depot> depot, EntityPath<Carrier> carrier) {
        EntityPath<Tour> tour = Entities.path(Tour.class).as("tour_between");
        return exists(select(literal(1))
                .from(tour)
                .where(tour.toOne("depot", Depot.class).on(depot))
                .where(tour.toOne("carrier", Carrier.class).on(carrier)));
    }

    static Condition byNight(EntityPath<Depot> depot, EntityPath<Carrier> carrier) {
        EntityPath<Tour> tour = Entities.path(Tour.class).as("tour_by_night");
        return exists(select(literal(1))
                .from(tour)
                .where(tour.column("night", Boolean.class).eq(true))
                .where(tour.toOne("depot", Depot.class).on(depot))
                .where(tour.toOne("carrier", Carrier.class).on(carrier)));
    }

    static Condition twoHeaviest(EntityPath<Depot> depot, EntityPath<Parcel> parcel) {
        EntityPath<Parcel> ranked = Entities.path(Parcel.class).as("ranked");
        return parcel.toOne("depot", Depot.class)
                .on(depot)
                .and(parcel.column("id", Integer.class)
                        .in(select(ranked.column("id", Integer.class))
                                .from(ranked)
                                .qualify(rowNumber()
                                        .over(w -> w.partitionBy(ranked.toOne("depot", Depot.class)
                                                        .key(Integer.class))
                                                .orderBy(ranked.column("weight", Integer.class)
                                                        .desc()))
                                        .le(2L))));
    }

    static Condition first(EntityPath<Depot> depot, EntityPath<Parcel> parcel) {
        return parcel.toOne("depot", Depot.class)
                .on(depot)
                .and(parcel.column("weight", Integer.class).eq(1));
    }

    @Entity
    static class Parcel {
        @Id
        int id;

        @Column(length = 20)
        String region = "";

        int weight;

        boolean urgent;

        @ManyToOne
        Lazy<Depot> depot = Lazy.empty();

        @ViewOnly
        @ManyToOne
        @JoinColumn(name = "depot_id")
        Lazy<Depot> sameDepot = Lazy.empty();

        Parcel() {}

        Parcel(int id, String region, int weight, boolean urgent, Lazy<Depot> depot) {
            this.id = id;
            this.region = region;
            this.weight = weight;
            this.urgent = urgent;
            this.depot = depot;
        }
    }

    @Entity
    static class Carrier {
        @Id
        int id;

        @Column(length = 20)
        String name = "";

        Carrier() {}

        Carrier(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    /** What connects depots and carriers, and is an entity. */
    @Entity
    static class Tour {
        @Id
        int id;

        @ManyToOne
        Lazy<Depot> depot = Lazy.empty();

        @ManyToOne
        Lazy<Carrier> carrier = Lazy.empty();

        boolean night;

        Tour() {}

        Tour(int id, Depot depot, Carrier carrier, boolean night) {
            this.night = night;
            this.id = id;
            this.depot = Lazy.of(depot);
            this.carrier = Lazy.of(carrier);
        }
    }

    Depot() {}

    Depot(int id, String region, int capacity) {
        this.id = id;
        this.region = region;
        this.capacity = capacity;
    }
}
