package dev.azoth.orm.relationship;

import static dev.azoth.orm.Loading.containsEager;
import static dev.azoth.orm.Loading.immediateload;
import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.lazyload;
import static dev.azoth.orm.Loading.raiseload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.subqueryload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.EntityPath;
import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.LoaderOption;
import dev.azoth.orm.Relationship;
import dev.azoth.orm.Session;
import dev.azoth.orm.relationship.Depot.Carrier;
import dev.azoth.orm.relationship.Depot.Parcel;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Relationships whose rows a condition connects. */
@EveryDatabase
class JoinConditionTest extends Depots {
    JoinConditionTest(Database database) {
        super(database);
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
        BY_NIGHT(
                DEPOT.toMany("byNight", Carrier.class),
                depot -> depot.byNight.stream().map(each -> each.name).toList(),
                Map.of(1, "[owl]", 2, "[bee]")),
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
}
