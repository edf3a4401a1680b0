package dev.azoth.orm.relationship;

import static dev.azoth.orm.relationship.Knot.knot;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.LoaderOption;
import dev.azoth.orm.Loading;
import dev.azoth.orm.Relationship;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shape of relationship by every strategy to every depth: the same objects, and as many statements as the strategy says. */
@EveryDatabase
class StrategyMatrixTest {
    private static final int ROOTS = 2;

    private final Database database;
    private final SessionFactory sessions;

    StrategyMatrixTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Knot.TABLES);
    }

    /** A shape: how two objects are connected, and how one is asked for the others. */
    @SuppressWarnings("ImmutableEnumChecker") // its functions hold nothing
    enum Shape {
        MANY_TO_ONE("owner", false, (from, to) -> from.owner = Lazy.of(to), from -> lazy(from.owner)),
        PLAIN_MANY_TO_ONE(
                "plain",
                false,
                (from, to) -> from.plain = to,
                from -> from.plain == null ? List.of() : List.of(from.plain)),
        ONE_TO_MANY("children", true, (from, to) -> from.children.add(to), from -> from.children),
        ONE_TO_ONE("next", false, (from, to) -> from.next = Lazy.of(to), from -> lazy(from.next)),
        MAPPED_ONE_TO_ONE("previous", false, (from, to) -> from.previous = Lazy.of(to), from -> lazy(from.previous)),
        MANY_TO_MANY("friends", true, (from, to) -> from.friends.add(to), from -> from.friends),
        MAPPED_MANY_TO_MANY("friendOf", true, (from, to) -> from.friendOf.add(to), from -> from.friendOf),
        ONE_TO_MANY_BY_PAIRS("parts", true, (from, to) -> from.parts.add(to), from -> from.parts),
        ORDERED_LIST("ordered", true, (from, to) -> from.ordered.add(to), from -> from.ordered),
        MAP("keyed", true, (from, to) -> from.keyed.put(to.name, to), from -> from.keyed.values());

        final Relationship<Knot, Knot> relationship;
        final int breadth;
        final BiConsumer<Knot, Knot> connect;
        final Function<Knot, Collection<Knot>> others;

        Shape(String name, boolean many, BiConsumer<Knot, Knot> connect, Function<Knot, Collection<Knot>> others) {
            this.relationship = many ? knot.toMany(name, Knot.class) : knot.toOne(name, Knot.class);
            this.breadth = many ? 2 : 1;
            this.connect = connect;
            this.others = others;
        }

        private static Collection<Knot> lazy(Lazy<Knot> reference) {
            Knot found = reference.get();
            return found == null ? List.of() : List.of(found);
        }

        /** How many objects there are at a depth. */
        int width(int depth) {
            return depth == 0 ? ROOTS : width(depth - 1) * breadth;
        }
    }

    static Stream<Arguments> all() {
        return Stream.of(Shape.values())
                .flatMap(shape -> Stream.of(LoadStrategy.values())
                        .filter(strategy -> shape != Shape.PLAIN_MANY_TO_ONE
                                || (strategy != LoadStrategy.LAZY && strategy != LoadStrategy.RAISE))
                        .flatMap(strategy -> Stream.of(1, 2, 3).map(depth -> Arguments.of(shape, strategy, depth))));
    }

    private static LoaderOption<Knot> first(Relationship<Knot, Knot> relationship, LoadStrategy strategy) {
        return switch (strategy) {
            case LAZY -> Loading.lazyload(relationship);
            case SELECTIN -> Loading.selectinload(relationship);
            case JOINED -> Loading.joinedload(relationship);
            case SUBQUERY -> Loading.subqueryload(relationship);
            case IMMEDIATE -> Loading.immediateload(relationship);
            case RAISE -> Loading.raiseload(relationship);
        };
    }

    private static LoaderOption<Knot> then(
            LoaderOption<Knot> path, Relationship<Knot, Knot> relationship, LoadStrategy strategy) {
        return switch (strategy) {
            case LAZY -> path.lazyload(relationship);
            case SELECTIN -> path.selectinload(relationship);
            case JOINED -> path.joinedload(relationship);
            case SUBQUERY -> path.subqueryload(relationship);
            case IMMEDIATE -> path.immediateload(relationship);
            case RAISE -> path.raiseload(relationship);
        };
    }

    private static int statements(Shape shape, LoadStrategy strategy, int depth) {
        return switch (strategy) {
            case SELECTIN, SUBQUERY -> 1 + depth;
            case JOINED -> 1;
            default -> {
                int owners = 0;
                for (int i = 0; i < depth; i++) {
                    owners += shape.width(i);
                }
                yield 1 + owners;
            }
        };
    }

    private void grow(Shape shape, Knot from, int depth, List<Knot> all) {
        all.add(from);
        for (int i = 0; depth > 0 && i < shape.breadth; i++) {
            Knot to = new Knot(from.name + i);
            shape.connect.accept(from, to);
            grow(shape, to, depth - 1, all);
        }
    }

    /** A tree, or for relationships to one some chains, ending one step behind what is loaded. */
    private List<Long> roots(Shape shape, int depth) {
        List<Knot> roots = List.of(new Knot("a"), new Knot("b"));
        List<Knot> all = new ArrayList<>();
        roots.forEach(each -> grow(shape, each, depth, all));
        sessions.begin(session -> all.forEach(session::add));
        return roots.stream().map(each -> each.id).toList();
    }

    private static List<String> names(Shape shape, Collection<Knot> level, int depth) {
        List<String> names = new ArrayList<>();
        for (Knot each : level) {
            names.add(each.name);
            if (depth > 0) {
                names.addAll(names(shape, shape.others.apply(each), depth - 1));
            }
        }
        return names;
    }

    private static List<String> expected(Shape shape, String name, int depth) {
        List<String> names = new ArrayList<>(List.of(name));
        for (int i = 0; depth > 0 && i < shape.breadth; i++) {
            names.addAll(expected(shape, name + i, depth - 1));
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameObjectsByAsManyStatementsAsTheStrategySays(Shape shape, LoadStrategy strategy, int depth) {
        List<Long> ids = roots(shape, depth);
        LoaderOption<Knot> path = first(shape.relationship, strategy);
        for (int i = 1; i < depth; i++) {
            path = then(path, shape.relationship, strategy);
        }
        Select<Knot> query = select(knot)
                .where(knot.column("id", Long.class).in(ids))
                .orderBy(knot.column("id", Long.class))
                .options(path);
        List<String> expected = new ArrayList<>(expected(shape, "a", depth));
        expected.addAll(expected(shape, "b", depth));
        try (Session session = sessions.open()) {
            if (strategy == LoadStrategy.RAISE) {
                List<Knot> found = session.execute(query).all();
                assertThatThrownBy(() -> names(shape, found, 1))
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("raiseload forbids loading it now");
                return;
            }
            database.statements().expect(statements(shape, strategy, depth), () -> {
                List<Knot> found = session.execute(query).all();
                if (strategy != LoadStrategy.LAZY) {
                    session.close(); // whatever is not loaded would fail
                }
                assertThat(names(shape, found, depth)).containsExactlyInAnyOrderElementsOf(expected);
            });
        }
    }
}
