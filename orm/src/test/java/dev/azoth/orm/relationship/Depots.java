package dev.azoth.orm.relationship;

import static dev.azoth.sql.Sql.delete;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.relationship.Depot.Carrier;
import dev.azoth.orm.relationship.Depot.Parcel;
import dev.azoth.orm.relationship.Depot.Tour;
import dev.azoth.testing.Database;
import dev.azoth.testing.PrepareDatabase;
import org.junit.jupiter.api.BeforeEach;

/** Depots and their parcels, made anew for each test. */
abstract class Depots {
    static final EntityPath<Depot> DEPOT = Entities.path(Depot.class);
    static final EntityPath<Parcel> PARCEL = Entities.path(Parcel.class);

    final Database database;
    final SessionFactory sessions;

    Depots(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Depot.TABLES);
    }

    @BeforeEach
    void fill() {
        sessions.begin(session -> {
            session.execute(delete(Entities.path(Tour.class)));
            session.execute(delete(PARCEL));
            session.execute(delete(DEPOT));
            session.execute(delete(Entities.path(Carrier.class)));
        });
        Depot north = new Depot(1, "north", 10);
        Depot south = new Depot(2, "south", 3);
        Depot pole = new Depot(3, "north", 100);
        Carrier bee = new Carrier(1, "bee");
        Carrier owl = new Carrier(2, "owl");
        sessions.begin(session -> session.addAll(
                north,
                south,
                pole,
                new Parcel(1, "NORTH", 1, true, Lazy.of(north)),
                new Parcel(2, "south", 5, false, Lazy.of(north)),
                new Parcel(3, "south", 20, true, Lazy.of(south)),
                new Parcel(4, "nowhere", 2, true, Lazy.empty()),
                new Parcel(5, "none", 3, false, Lazy.of(north)),
                bee,
                owl,
                new Tour(1, north, owl, true),
                new Tour(2, north, bee, false),
                new Tour(3, north, bee, false),
                new Tour(4, south, bee, true)));
    }
}
