package dev.azoth.orm.inheritance;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.undefer;
import static dev.azoth.orm.inheritance.Fleet.bike;
import static dev.azoth.orm.inheritance.Fleet.depot;
import static dev.azoth.orm.inheritance.Fleet.trip;
import static dev.azoth.orm.inheritance.Fleet.truck;
import static dev.azoth.orm.inheritance.Fleet.vehicle;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.StaleDataException;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.inheritance.Fleet.Bike;
import dev.azoth.orm.inheritance.Fleet.Depot;
import dev.azoth.orm.inheritance.Fleet.Tanker;
import dev.azoth.orm.inheritance.Fleet.Trip;
import dev.azoth.orm.inheritance.Fleet.Truck;
import dev.azoth.orm.inheritance.Fleet.Vehicle;
import dev.azoth.schema.ForeignKey;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities that extend each other, each class with a table of its own that has all of its columns. */
@EveryDatabase
class TablePerClassTest {
    private static final ColumnReference<String> NAME = vehicle.column("name", String.class);

    private final Database database;
    private final SessionFactory sessions;

    TablePerClassTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Fleet.TABLES);
    }

    @BeforeEach
    void fill() {
        sessions.begin(session -> {
            Depot north = new Depot(1, "north 🚚");
            Truck ann = new Truck(1, "ann", 40);
            Tanker bob = new Tanker(2, "bob", 30, "milk");
            Bike cyd = new Bike(3, "cyd", "1.50");
            ann.tows = Lazy.of(cyd);
            cyd.notes = Lazy.of("slow");
            bob.visited.add(north);
            north.vehicles.addAll(List.of(ann, bob, cyd));
            session.add(north);
            session.add(new Trip(1, bob));
            session.add(new Trip(2, cyd));
        });
    }

    @AfterEach
    void empty() {
        sessions.begin(session -> {
            session.execute(select(trip)).all().forEach(session::delete);
            session.execute(select(vehicle)).all().forEach(session::delete);
            session.execute(select(depot)).all().forEach(session::delete);
        });
        database.engine()
                .begin(connection -> Fleet.TABLES
                        .tables()
                        .forEach(each -> assertThat(connection
                                        .execute(select(count()).from(each))
                                        .one())
                                .as("rows left in %s", each)
                                .isZero()));
    }

    @Test
    void eachClassHasATableWithAllOfItsColumns() {
        assertThat(Fleet.TABLES.tables())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("depot", "trip", "truck", "tanker", "bike", "vehicle_visited");
        assertThat(bike.table().columns())
                .extracting(each -> each.name())
                .containsExactly("id", "name", "version", "depot_id", "notes", "load");
        // Only a table can be referred to: that of a class which no other extends
        assertThat(trip.table().foreignKeys())
                .extracting(ForeignKey::columns)
                .extracting(Object::toString)
                .containsExactly("[trip.tanker_id]");
    }

    @Test
    void aQueryOfAllGivesEachAsItsClassInOneStatement() {
        try (Session session = sessions.open()) {
            List<String> sent = database.statements().during(() -> {
                List<Vehicle> all =
                        session.execute(select(vehicle).orderBy(NAME)).all();
                assertThat(all)
                        .extracting(each -> each.getClass().getSimpleName())
                        .containsExactly("Truck", "Tanker", "Bike");
                Truck ann = (Truck) all.get(0);
                assertThat(ann.load).isEqualTo(40);
                assertThat(((Tanker) all.get(1)).cargo).isEqualTo("milk");
                assertThat(((Bike) all.get(2)).load).isEqualByComparingTo(new BigDecimal("1.5"));
                assertThat(ann.tows.get()).isSameAs(all.get(2));
                assertThat(Objects.requireNonNull(ann.depot).name).isEqualTo("north 🚚");
            });
            assertThat(sent).hasSize(2); // the vehicles, and the depot
            assertThat(sent.get(0)).contains("UNION ALL").contains("'Truck'").contains("'tank'");
        }
    }

    @Test
    void aClassThatNoneExtendsIsReadFromItsTable() {
        try (Session session = sessions.open()) {
            List<String> sent = database.statements().during(() -> {
                Bike cyd = session.execute(select(bike)
                                .where(bike.column("name", String.class).eq("cyd")))
                        .one();
                assertThat(cyd.notes.get()).isEqualTo("slow");
            });
            assertThat(sent).noneMatch(each -> each.contains("UNION"));
            assertThat(sent.get(0)).contains("FROM bike");
        }
    }

    @Test
    void aQueryOfSomeGivesThemAndThoseThatExtendThem() {
        EntityPath<Truck> other = truck.as("other");
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(truck)
                                    .where(truck.column("load", Integer.class).lt(100))
                                    .orderBy(truck.column("name", String.class)))
                            .all())
                    .extracting(each -> each.name)
                    .containsExactly("ann", "bob");
            assertThat(session.execute(select(truck.column("name", String.class), count())
                                    .groupBy(truck.column("name", String.class)))
                            .all())
                    .hasSize(2);
            List<Truck> lighter = session.execute(select(other)
                            .from(truck)
                            .join(other, other.column("load", Integer.class).lt(truck.column("load", Integer.class))))
                    .all();
            assertThat(lighter).extracting(each -> each.name).containsExactly("bob");
        }
    }

    @Test
    void anObjectIsFoundByItsKeyAsWhatItIs() {
        try (Session session = sessions.open()) {
            assertThat(session.get(Vehicle.class, 2)).get().isInstanceOf(Tanker.class);
            assertThat(session.get(Bike.class, 2)).isEmpty();
            assertThat(session.get(Bike.class, 3)).isPresent();
            assertThat(session.get(Vehicle.class, 9)).isEmpty();
        }
        try (Session session = sessions.open()) {
            assertThat(session.get(Truck.class, 3)).isEmpty();
            assertThat(session.get(Truck.class, 2)).get().isInstanceOf(Tanker.class);
        }
    }

    @Test
    void relationshipsToAllAndOfAllAreLoaded() {
        try (Session session = sessions.open()) {
            Depot north = session.execute(select(depot).options(selectinload(depot.toMany("vehicles", Vehicle.class))))
                    .one();
            assertThat(north.vehicles).extracting(each -> each.name).containsExactly("ann", "bob", "cyd");
            assertThat(north.vehicles.get(1).visited).containsExactly(north);
        }
        try (Session session = sessions.open()) {
            Depot north = session.execute(select(depot).options(joinedload(depot.toMany("vehicles", Vehicle.class))))
                    .one();
            assertThat(north.vehicles)
                    .extracting(each -> each.getClass().getSimpleName())
                    .containsExactly("Truck", "Tanker", "Bike");
        }
        try (Session session = sessions.open()) {
            List<Trip> trips = session.execute(select(trip).orderBy(trip.column("id", Integer.class)))
                    .all();
            assertThat(trips.get(0).vehicle).isInstanceOf(Tanker.class);
            assertThat(trips.get(1).vehicle).isInstanceOf(Bike.class);
            assertThat(session.execute(select(trip)
                                    .where(trip.toOne("vehicle", Vehicle.class).has(vehicle, NAME.eq("bob"))))
                            .all())
                    .extracting(each -> each.id)
                    .containsExactly(1);
        }
        try (Session session = sessions.open()) {
            List<Vehicle> all = session.execute(select(vehicle)
                            .options(joinedload(truck.toOne("tows", Vehicle.class)))
                            .orderBy(NAME))
                    .all();
            database.statements()
                    .during(() -> assertThat(((Truck) all.get(0)).tows.get()).isSameAs(all.get(2)));
        }
    }

    @Test
    void changesGoToTheTableOfTheClass() {
        sessions.begin(session -> {
            Tanker bob = (Tanker) session.get(Vehicle.class, 2).orElseThrow();
            Bike cyd = session.get(Bike.class, 3).orElseThrow();
            bob.cargo = null;
            bob.name = "bob b";
            cyd.name = "cyd c";
            cyd.notes = Lazy.empty();
            List<String> sent = database.statements().during(session::flush);
            assertThat(sent).hasSize(2);
            assertThat(sent).anyMatch(each -> each.startsWith("UPDATE tanker SET"));
            assertThat(sent).anyMatch(each -> each.startsWith("UPDATE bike SET"));
            assertThat(bob.version).isEqualTo(1);
        });
        try (Session session = sessions.open()) {
            List<Vehicle> all = session.execute(select(vehicle).orderBy(NAME)).all();
            assertThat(all).extracting(each -> each.name).containsExactly("ann", "bob b", "cyd c");
            assertThat(((Tanker) all.get(1)).cargo).isNull();
            assertThat(all.get(2).notes.get()).isNull();
        }
    }

    @Test
    void aStateOutsideIsMergedAndAnOlderOneRefused() {
        Truck detached;
        Truck older;
        try (Session session = sessions.open()) {
            detached = session.get(Truck.class, 1).orElseThrow();
        }
        try (Session session = sessions.open()) {
            older = session.get(Truck.class, 1).orElseThrow();
        }
        detached.load = 41;
        sessions.begin(session -> assertThat(session.merge(detached).load).isEqualTo(41));
        older.load = 42;
        assertThatThrownBy(() -> sessions.begin(session -> session.merge(older)))
                .isInstanceOf(StaleDataException.class)
                .hasMessageContaining("Vehicle#1 could not be merged");
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void aSavepointIsUndoneInObjectsAndTables() {
        sessions.begin(session -> {
            SessionSavepoint savepoint = session.beginNested();
            Bike dan = new Bike(4, "dan", null);
            session.add(dan);
            session.delete(session.get(Vehicle.class, 1).orElseThrow());
            session.flush();
            assertThat(session.execute(select(vehicle)).all()).hasSize(3).contains(dan);
            savepoint.rollback();
            assertThat(session.contains(dan)).isFalse();
            assertThat(session.execute(select(vehicle).orderBy(NAME)).all())
                    .extracting(each -> each.name)
                    .containsExactly("ann", "bob", "cyd");
        });
    }

    @Test
    void rowsThatLeadToEachOtherInACircleAreWrittenInTheirTables() {
        sessions.begin(session -> {
            Truck eve = new Truck(5, "eve", 1);
            Tanker fay = new Tanker(6, "fay", 2, null);
            eve.tows = Lazy.of(fay);
            fay.tows = Lazy.of(eve);
            session.addAll(eve, fay);
        });
        try (Session session = sessions.open()) {
            Truck eve = session.get(Truck.class, 5).orElseThrow();
            assertThat(((Truck) Objects.requireNonNull(eve.tows.get())).tows.get())
                    .isSameAs(eve);
            assertThat(eve.tows.get()).isInstanceOf(Tanker.class);
        }
        sessions.begin(session -> {
            Truck eve = session.get(Truck.class, 5).orElseThrow();
            Truck fay = session.get(Truck.class, 6).orElseThrow();
            session.delete(eve);
            session.delete(fay);
        });
    }

    /** Some databases refuse to lock rows of a UNION, and some lock nothing and say nothing. */
    @Test
    void rowsOfSeveralTablesAreNotLockedInSilence() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(select(vehicle).forUpdate()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "rows of Vehicle are read from several tables by UNION, which no database locks: select and lock those of each table, as of one class at a time");
            if (!List.of("sqlite", "duckdb").contains(database.name())) {
                assertThat(session.execute(select(bike).forUpdate()).one().name).isEqualTo("cyd");
            }
        }
    }

    @Test
    void aLazyColumnIsLoadedWithTheRows() {
        try (Session session = sessions.open()) {
            List<Vehicle> all = session.execute(select(vehicle)
                            .options(undefer(vehicle, vehicle.column("notes", String.class)))
                            .orderBy(NAME))
                    .all();
            assertThat(database.statements()
                            .during(() -> assertThat(all.get(2).notes.get()).isEqualTo("slow")))
                    .isEmpty();
        }
    }

    @Test
    void pagesOfOwnersWithJoinedCollectionsAreWhole() {
        try (Session session = sessions.open()) {
            List<Depot> page = session.execute(select(depot)
                            .options(joinedload(depot.toMany("vehicles", Vehicle.class)))
                            .limit(1))
                    .all();
            assertThat(page.get(0).vehicles).hasSize(3);
            List<Vehicle> second = session.execute(
                            select(vehicle).orderBy(NAME).limit(1).offset(1))
                    .all();
            assertThat(second).extracting(each -> each.name).containsExactly("bob");
        }
    }

    @Test
    void statementsChangeTheRowsOfAllTables() {
        sessions.begin(session -> {
            Vehicle ann = session.get(Vehicle.class, 1).orElseThrow();
            session.execute(Sql.update(vehicle).set(NAME, "renamed").where(NAME.ne("cyd")));
            assertThat(ann.name).isEqualTo("renamed");
            assertThat(ann.version).isEqualTo(1);
            session.execute(Sql.update(bike).set(bike.column("name", String.class), "bell"));
        });
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(NAME, vehicle.column("version", Integer.class))
                                    .from(vehicle)
                                    .orderBy(vehicle.column("id", Integer.class)))
                            .all())
                    .extracting(Object::toString)
                    .satisfies(all ->
                            assertThat(all.toString()).contains("renamed").contains("bell"));
        }
        sessions.begin(session -> session.execute(
                Sql.delete(truck).where(truck.column("id", Integer.class).eq(1))));
        sessions.begin(session -> {
            session.execute(Sql.insert(bike), List.of(new Bike(7, "gus", "2")));
            session.execute(Sql.update(bike), List.of(Map.of("id", 7, "name", "gustav")));
        });
        try (Session session = sessions.open()) {
            assertThat(session.get(Vehicle.class, 1)).isEmpty();
            assertThat(session.get(Vehicle.class, 7).orElseThrow().name).isEqualTo("gustav");
        }
    }
}
