package dev.azoth.orm.relationship;

import static dev.azoth.orm.Loading.containsEager;
import static dev.azoth.orm.Loading.immediateload;
import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.lazyload;
import static dev.azoth.orm.Loading.raiseload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.subqueryload;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.LoaderOption;
import dev.azoth.orm.Relationship;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.relationship.Depot.Carrier;
import dev.azoth.orm.relationship.Depot.Parcel;
import dev.azoth.orm.relationship.Depot.Tour;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Relationships whose rows a condition connects, and such as are only read. */
@EveryDatabase
class JoinConditionTest {
    private static final EntityPath<Depot> DEPOT = Entities.path(Depot.class);
    private static final EntityPath<Parcel> PARCEL = Entities.path(Parcel.class);

    private final Database database;
    private final SessionFactory sessions;

    JoinConditionTest(Database database) {
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
                new Tour(1, north, owl),
                new Tour(2, north, bee),
                new Tour(3, north, bee),
                new Tour(4, south, bee)));
    }

    /** A relationship: what each depot leads to. */
    @SuppressWarnings("ImmutableEnumChecker") // its functions hold nothing
    enum Shape {
        URGENT(DEPOT.toMany("urgent", Parcel.class), depot -> parcels(depot.urgent), Map.of(1, "[1]", 2, "[3]")),
        TOO_HEAVY(
                DEPOT.toMany("tooHeavy", Parcel.class),
                depot -> parcels(depot.tooHeavy),
                Map.of(1, "[3]", 2, "[2, 3]")),
        BOUND(
                DEPOT.toMany("bound", Parcel.class),
                depot -> parcels(depot.bound),
                Map.of(1, "[1]", 2, "[2, 3]", 3, "[1]")),
        NEIGHBOURS(
                DEPOT.toMany("neighbours", Depot.class),
                depot -> depot.neighbours.keySet(),
                Map.of(1, "[3]", 3, "[1]")),
        CARRIERS(
                DEPOT.toMany("carriers", Carrier.class),
                depot -> depot.carriers.stream().map(each -> each.name).toList(),
                Map.of(1, "[bee, owl]", 2, "[bee]")),
        FIRST(DEPOT.toOne("first", Parcel.class), depot -> parcels(one(depot.first.get())), Map.of(1, "[1]")),
        HEAVIEST_FIRST(
                DEPOT.toMany("heaviestFirst", Parcel.class),
                depot -> depot.heaviestFirst.stream().map(each -> each.id).toList(),
                Map.of(1, "[2, 5, 1]", 2, "[3]")),
        TWO_HEAVIEST(
                DEPOT.toMany("twoHeaviest", Parcel.class),
                depot -> depot.twoHeaviest.stream().map(each -> each.id).toList(),
                Map.of(1, "[2, 5]", 2, "[3]"));

        final Relationship<Depot, ?> relationship;
        final Function<Depot, Collection<?>> others;
        final Map<Integer, String> expected;

        Shape(
                Relationship<Depot, ?> relationship,
                Function<Depot, Collection<?>> others,
                Map<Integer, String> expected) {
            this.relationship = relationship;
            this.others = others;
            this.expected = expected;
        }

        private static Collection<Integer> parcels(Collection<Parcel> some) {
            return new TreeSet<>(some.stream().map(each -> each.id).toList());
        }

        private static List<Parcel> one(@Nullable Parcel parcel) {
            return parcel == null ? List.of() : List.of(parcel);
        }
    }

    static Stream<Arguments> all() {
        return Stream.of(Shape.values())
                .flatMap(shape -> Stream.of(LoadStrategy.values())
                        .filter(each -> each != LoadStrategy.RAISE)
                        .map(strategy -> Arguments.of(shape, strategy)));
    }

    private static LoaderOption<?> option(Relationship<Depot, ?> relationship, LoadStrategy strategy) {
        return switch (strategy) {
            case LAZY -> lazyload(relationship);
            case SELECTIN -> selectinload(relationship);
            case JOINED -> joinedload(relationship);
            case SUBQUERY -> subqueryload(relationship);
            case IMMEDIATE -> immediateload(relationship);
            case RAISE -> raiseload(relationship);
        };
    }

    private static int statements(LoadStrategy strategy) {
        return switch (strategy) {
            case LAZY, IMMEDIATE -> 4;
            case SELECTIN, SUBQUERY -> 2;
            case JOINED, RAISE -> 1;
        };
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyStrategyLoadsIt(Shape shape, LoadStrategy strategy) {
        Map<Integer, String> found = new TreeMap<>();
        List<String> sent = new ArrayList<>();
        try (Session session = sessions.open()) {
            sent.addAll(database.statements().during(() -> {
                List<Depot> depots = session.execute(select(DEPOT)
                                .orderBy(DEPOT.column("id", Integer.class).asc())
                                .options(option(shape.relationship, strategy), plainToo()))
                        .all();
                depots.forEach(
                        each -> found.put(each.id, shape.others.apply(each).toString()));
            }));
        }
        found.values().removeIf("[]"::equals);
        assertThat(found).isEqualTo(new TreeMap<>(shape.expected));
        boolean twice = shape == Shape.NEIGHBOURS && strategy == LoadStrategy.JOINED;
        assertThat(sent).hasSize(statements(strategy) + (twice ? 2 : 1)); // and the plain relationship of all depots
    }

    /** The plain one is loaded with its owners in any case. */
    private static LoaderOption<?> plainToo() {
        return selectinload(DEPOT.toOne("plainFirst", Parcel.class));
    }

    @Test
    void theStatementJoinsTheOwnersToWhatTheyLeadTo() {
        try (Session session = sessions.open()) {
            Depot depot = session.get(Depot.class, 1).orElseThrow();
            assertThat(database.statements()
                            .during(() -> assertThat(depot.urgent).hasSize(1)))
                    .singleElement()
                    .asString()
                    .contains(
                            "FROM depot AS urgent_owner JOIN parcel ON parcel.depot_id = urgent_owner.id AND parcel.urgent");
        }
    }

    @Test
    void aPlainRelationshipComesWithItsOwners() {
        try (Session session = sessions.open()) {
            Depot depot = session.get(Depot.class, 1).orElseThrow();
            assertThat(Objects.requireNonNull(depot.plainFirst).id).isEqualTo(1);
            assertThat(session.get(Depot.class, 3).orElseThrow().plainFirst).isNull();
        }
    }

    @Test
    void queriesAskByTheCondition() {
        EntityPath<Parcel> parcel = PARCEL.as("p");
        try (Session session = sessions.open()) {
            assertThat(ids(session.execute(select(DEPOT)
                                    .where(DEPOT.toMany("tooHeavy", Parcel.class)
                                            .any(
                                                    parcel,
                                                    parcel.column("urgent", Boolean.class)
                                                            .eq(true)))
                                    .orderBy(DEPOT.column("id", Integer.class).asc()))
                            .all()))
                    .containsExactly(1, 2);
            assertThat(ids(session.execute(select(DEPOT)
                                    .where(DEPOT.toOne("first", Parcel.class).isNotNull()))
                            .all()))
                    .containsExactly(1);
            Parcel second = session.get(Parcel.class, 2).orElseThrow();
            assertThat(ids(session.execute(select(DEPOT)
                                    .where(DEPOT.toMany("bound", Parcel.class).contains(second)))
                            .all()))
                    .containsExactly(2);
            Depot north = session.get(Depot.class, 1).orElseThrow();
            assertThat(session.execute(select(PARCEL.column("id", Integer.class))
                                    .where(DEPOT.toMany("urgent", Parcel.class).withParent(north)))
                            .all())
                    .containsExactly(1);
        }
    }

    private static List<Integer> ids(List<Depot> depots) {
        return depots.stream().map(each -> each.id).toList();
    }

    @Test
    void joinsOfTheProgramFillIt() {
        try (Session session = sessions.open()) {
            List<Depot> depots = session.execute(select(DEPOT)
                            .join(PARCEL, DEPOT.toMany("urgent", Parcel.class).on(PARCEL))
                            .orderBy(DEPOT.column("id", Integer.class).asc())
                            .options(containsEager(DEPOT.toMany("urgent", Parcel.class))))
                    .all();
            assertThat(depots).hasSize(2);
            assertThat(database.statements()
                            .during(() -> assertThat(depots.get(1).urgent).hasSize(1)))
                    .isEmpty();
        }
    }

    @Test
    void aPageOfJoinedOnesHasWholeCollections() {
        try (Session session = sessions.open()) {
            List<Depot> depots = session.execute(select(DEPOT)
                            .orderBy(DEPOT.column("id", Integer.class).asc())
                            .limit(2)
                            .options(joinedload(DEPOT.toMany("tooHeavy", Parcel.class))))
                    .all();
            assertThat(depots).hasSize(2);
            assertThat(depots.get(1).tooHeavy).hasSize(2);
        }
    }

    @Test
    void aForeignKeyIsReadByASecondRelationship() {
        try (Session session = sessions.open()) {
            Parcel parcel = session.get(Parcel.class, 3).orElseThrow();
            assertThat(parcel.sameDepot.get()).isSameAs(parcel.depot.get());
            parcel.depot = Lazy.of(session.get(Depot.class, 1).orElseThrow());
            session.commit();
        }
        sessions.begin(session -> assertThat(
                        session.get(Parcel.class, 3).orElseThrow().sameDepot.orElseThrow().id)
                .isEqualTo(1));
    }

    // they are not written

    @Test
    void loadedCollectionsRefuseChanges() {
        try (Session session = sessions.open()) {
            Depot depot = session.get(Depot.class, 1).orElseThrow();
            Parcel parcel = session.get(Parcel.class, 4).orElseThrow();
            assertThatThrownBy(() -> depot.urgent.add(parcel))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "Depot.urgent is view-only: it has what its rows say and is never written, so change what those are read from");
            assertThatThrownBy(() -> depot.bound.clear()).isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> depot.neighbours.remove(3)).isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> depot.heaviestFirst.remove(0)).isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> depot.bound.iterator().remove()).isInstanceOf(UnsupportedOperationException.class);
            assertThat(database.statements().during(session::flush)).isEmpty();
        }
    }

    @Test
    void whatTheProgramPutsThereIsRefusedByTheFlush() {
        try (Session session = sessions.open()) {
            Depot depot = session.get(Depot.class, 3).orElseThrow();
            Parcel parcel = session.get(Parcel.class, 4).orElseThrow();
            depot.first = Lazy.of(parcel);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "Depot#3.first is view-only and was changed, which no row would ever have: change what its rows are read from");
            session.rollback();
            assertThat(depot.first.get()).isNull();

            Depot made = new Depot(4, "west", 1);
            made.urgent.add(parcel);
            session.add(made);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("Depot (new).urgent is view-only and was changed");
        }
    }

    @Test
    void nothingOfThemCascadesOrIsWritten() {
        try (Session session = sessions.open()) {
            Depot depot = session.get(Depot.class, 2).orElseThrow();
            assertThat(depot.urgent).hasSize(1);
            Parcel parcel = depot.urgent.get(0);
            parcel.depot = Lazy.empty();
            session.flush();
            assertThat(depot.urgent).hasSize(1); // as it was loaded
            session.refresh(depot);
            assertThat(depot.urgent).isEmpty();
            session.rollback();
            assertThat(depot.urgent).hasSize(1);
        }
    }
}
