package dev.azoth.orm.relationship;

import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.StaleDataException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.annotation.SoftDelete;
import dev.azoth.orm.annotation.Uuid;
import dev.azoth.schema.MetaData;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Collections of values whatever their owner is: of entities that extend others, with keys and versions of every kind, and marked as deleted. */
@EveryDatabase
class ElementOwnersTest {
    private static final MetaData TABLES =
            Entities.metadata(Ship.class, Boat.class, Voyage.class, Harbour.class, Buoy.class);

    private final Database database;
    private final SessionFactory sessions;

    ElementOwnersTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        TABLES.createAll(database.engine());
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    abstract static sealed class Ship permits Ferry, Tug {
        @Id
        @Uuid
        @Nullable
        UUID id;

        @Version
        @Nullable
        Instant version;

        @ElementCollection
        @Column(length = 40)
        Set<String> names = new HashSet<>();
    }

    @Entity
    static final class Ferry extends Ship {
        @ElementCollection
        @OrderColumn
        List<String> ports = new ArrayList<>();

        @OneToMany(mappedBy = "ferry", cascade = CascadeType.ALL)
        @OrderColumn
        List<Voyage> voyages = new ArrayList<>();
    }

    @Entity
    static final class Tug extends Ship {
        @ElementCollection
        Map<String, Integer> winches = new HashMap<>();
    }

    @Entity
    @Inheritance
    abstract static sealed class Boat permits Canoe {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ElementCollection
        List<String> owners = new ArrayList<>();
    }

    @Entity
    static final class Canoe extends Boat {
        @ElementCollection
        List<Integer> paddles = new ArrayList<>();
    }

    @Embeddable
    record VoyageKey(@Nullable UUID ferry, int number) {}

    @Entity
    static class Voyage {
        @EmbeddedId
        VoyageKey id = new VoyageKey(null, 0);

        @MapsId("ferry")
        @ManyToOne
        @Nullable
        Ferry ferry;

        @ElementCollection
        Set<Integer> delays = new HashSet<>();

        Voyage() {}

        Voyage(Ferry ferry, int number) {
            this.ferry = ferry;
            this.id = new VoyageKey(null, number);
            ferry.voyages.add(this);
        }
    }

    @Entity
    static class Harbour {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @SoftDelete
        boolean gone;

        @ElementCollection
        List<String> piers = new ArrayList<>();
    }

    @Entity
    static class Buoy {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Version
        @Uuid
        @Nullable
        UUID version;

        @ElementCollection
        List<String> colours = new ArrayList<>();
    }

    @Test
    void whatIsExtendedAndWhatExtendsItHaveValues() {
        Ferry ferry = new Ferry();
        ferry.names.add("Anna");
        ferry.ports.addAll(List.of("Kiel", "Oslo", "Kiel"));
        Tug tug = new Tug();
        tug.names.addAll(List.of("Bob", "Max"));
        tug.winches.put("bow", 2);
        sessions.begin(session -> session.addAll(List.of(ferry, tug)));

        EntityPath<Ship> ship = Entities.path(Ship.class);
        try (Session session = sessions.open()) {
            List<Ship> all = session.execute(select(ship)
                            .where(ship.column("id", UUID.class).in(ferry.id, tug.id))
                            .options(selectinload(ship.elements("names", String.class))))
                    .all();
            Ferry own = (Ferry) session.get(Ship.class, ferry.id).orElseThrow();
            assertThat(all).hasSize(2).contains(own);
            assertThat(database.statements().during(() -> assertThat(own.names).containsExactly("Anna")))
                    .isEmpty();
            assertThat(own.ports).containsExactly("Kiel", "Oslo", "Kiel");
            assertThat(((Tug) session.get(Ship.class, tug.id).orElseThrow()).winches)
                    .containsExactly(Map.entry("bow", 2));
            all.forEach(session::delete);
            session.flush();
        }
        Canoe canoe = new Canoe();
        canoe.owners.add("Ida");
        canoe.paddles.addAll(List.of(1, 1));
        sessions.begin(session -> session.add(canoe));
        try (Session session = sessions.open()) {
            Canoe own = session.get(Canoe.class, canoe.id).orElseThrow();
            assertThat(own.owners).containsExactly("Ida");
            assertThat(own.paddles).containsExactly(1, 1);
        }
    }

    @Test
    void anOwnerMayHaveTheKeyOfAnother() {
        Ferry ferry = new Ferry();
        new Voyage(ferry, 2).delays.addAll(Set.of(5, 10));
        new Voyage(ferry, 1).delays.add(5);
        sessions.begin(session -> session.add(ferry));
        sessions.begin(session -> {
            List<Voyage> voyages = session.get(Ferry.class, ferry.id).orElseThrow().voyages;
            assertThat(voyages).extracting(each -> each.id.number()).containsExactly(2, 1);
            assertThat(voyages.get(0).delays).containsExactlyInAnyOrder(5, 10);
            voyages.get(1).delays.clear();
            voyages.add(0, voyages.remove(1));
        });
        sessions.begin(session -> {
            Ferry own = session.get(Ferry.class, ferry.id).orElseThrow();
            assertThat(own.voyages).extracting(each -> each.id.number()).containsExactly(1, 2);
            assertThat(own.voyages.get(0).delays).isEmpty();
            session.delete(own);
        });
    }

    @Test
    void aVersionOfAnyKindIsAnotherWhenValuesChange() {
        Ferry ferry = new Ferry();
        Buoy buoy = new Buoy();
        sessions.begin(session -> session.addAll(List.of(ferry, buoy)));
        try (Session session = sessions.open()) {
            Ferry own = session.get(Ferry.class, ferry.id).orElseThrow();
            Buoy ownBuoy = session.get(Buoy.class, buoy.id).orElseThrow();
            session.commit();
            sessions.begin(other -> {
                other.get(Ferry.class, ferry.id).orElseThrow().names.add("Anna");
                other.get(Buoy.class, buoy.id).orElseThrow().colours.add("red");
            });
            own.ports.add("Kiel");
            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
            session.rollback();
            session.refresh(ownBuoy);
            assertThat(ownBuoy.version).isNotEqualTo(buoy.version);
            assertThat(ownBuoy.colours).containsExactly("red");
        }
    }

    @Test
    void valuesOfARowThatIsMarkedAsDeletedStay() {
        Harbour harbour = new Harbour();
        harbour.piers.addAll(List.of("a", "b"));
        sessions.begin(session -> session.add(harbour));
        sessions.begin(
                session -> session.delete(session.get(Harbour.class, harbour.id).orElseThrow()));
        try (Session session = sessions.open(options -> options.includeDeleted())) {
            Harbour gone = session.get(Harbour.class, harbour.id).orElseThrow();
            assertThat(gone.gone).isTrue();
            assertThat(gone.piers).containsExactlyInAnyOrder("a", "b");
        }
    }
}
