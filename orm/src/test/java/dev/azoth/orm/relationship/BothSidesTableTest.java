package dev.azoth.orm.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.WriteOnlyCollection;
import dev.azoth.orm.relationship.Album.Edition;
import dev.azoth.orm.relationship.Album.Person;
import dev.azoth.orm.relationship.Album.Track;
import dev.azoth.orm.relationship.Cart.Label;
import dev.azoth.orm.relationship.Depot.Parcel;
import dev.azoth.orm.relationship.Ledger.Auditor;
import dev.azoth.orm.relationship.Ledger.Posting;
import dev.azoth.orm.session.DeferredCollection;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both sides of a relationship are in step in memory after a flush, and nothing is loaded for it: for each kind of collection, loaded or not, whichever side the program
 * changes, by so many statements.
 */
@EveryDatabase
class BothSidesTableTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger(1_000);

    private final Database database;
    private final SessionFactory sessions;

    BothSidesTableTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Albums.TABLES);
        database.engine().createAll(Depot.TABLES);
        database.engine().createAll(Ledger.TABLES);
        database.engine().createAll(Cart.TABLES);
    }

    /**
     * A kind of collection.
     *
     * @param collection what an owner has
     * @param add        puts a child into it
     * @param other      what a child has, where there is another side
     * @param set        puts an owner there
     * @param loaded     the statements of a flush where the collection is loaded, changed there and on the other side
     * @param unloaded   the same where it is not, with what the change itself sends
     */
    private record Shape<O, C>(
            String name,
            Supplier<O> owner,
            Supplier<C> child,
            Function<O, Object> ownerKey,
            Function<C, Object> childKey,
            Function<O, Object> collection,
            BiConsumer<O, C> add,
            Function<C, @Nullable Object> other,
            @Nullable BiConsumer<C, O> set,
            List<Integer> loaded,
            List<Integer> unloaded) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Shape<?, ?>> shapes() {
        return List.of(
                new Shape<Depot, Parcel>(
                        "list of a foreign key",
                        () -> new Depot(NUMBERS.incrementAndGet(), "", 1),
                        () -> new Parcel(NUMBERS.incrementAndGet(), "", 1, false, Lazy.empty()),
                        depot -> depot.id,
                        parcel -> parcel.id,
                        depot -> depot.parcels,
                        (depot, parcel) -> depot.parcels.add(parcel),
                        parcel -> parcel.depot,
                        (parcel, depot) -> parcel.depot = Lazy.of(depot),
                        List.of(1, 1),
                        List.of(1, 1)),
                new Shape<Album, Track>(
                        "ordered list of a foreign key",
                        Album::new,
                        Track::new,
                        album -> album.id,
                        track -> track.id,
                        album -> album.tracks,
                        (album, track) -> album.tracks.add(track),
                        track -> track.album,
                        (track, album) -> track.album = Lazy.of(album),
                        List.of(2, 2), // the foreign key and the place
                        List.of(3, 3)), // and where the list ends
                new Shape<Album, Track>(
                        "map by an attribute",
                        Album::new,
                        Track::new,
                        album -> album.id,
                        track -> track.id,
                        album -> album.byTitle,
                        (album, track) -> album.byTitle.put(track.title, track),
                        track -> track.titledAlbum,
                        (track, album) -> track.titledAlbum = Lazy.of(album),
                        List.of(1, 1),
                        List.of(2, 1)), // put answers with what was there
                new Shape<Album, Edition>(
                        "map by a column, which has no key for what the other side adds",
                        Album::new,
                        Edition::new,
                        album -> album.id,
                        edition -> edition.id,
                        album -> album.editions,
                        (album, edition) -> album.editions.put(1990, edition),
                        edition -> edition.album,
                        null,
                        List.of(2),
                        List.of(3)),
                new Shape<Cart, Label>(
                        "set of pairs",
                        Cart::new,
                        Label::new,
                        cart -> Objects.requireNonNull(cart.id),
                        label -> Objects.requireNonNull(label.id),
                        cart -> cart.labels,
                        (cart, label) -> cart.labels.add(label),
                        label -> null,
                        null,
                        List.of(1),
                        List.of(1)),
                new Shape<Album, Person>(
                        "ordered list of pairs",
                        Album::new,
                        Person::new,
                        album -> album.id,
                        person -> person.id,
                        album -> album.players,
                        (album, person) -> album.players.add(person),
                        person -> person.plays,
                        (person, album) -> person.plays.add(album),
                        List.of(1, 1),
                        List.of(2, 2)),
                new Shape<Person, Album>(
                        "list of pairs that the other side writes",
                        Person::new,
                        Album::new,
                        person -> person.id,
                        album -> album.id,
                        person -> person.plays,
                        (person, album) -> person.plays.add(album),
                        album -> album.players,
                        (album, person) -> album.players.add(person),
                        List.of(2, 2), // the other one is not loaded, and ordered
                        List.of(2, 2)),
                new Shape<Album, Person>(
                        "map of pairs",
                        Album::new,
                        Person::new,
                        album -> album.id,
                        person -> person.id,
                        album -> album.crew,
                        (album, person) -> album.crew.put("mix", person),
                        person -> null,
                        null,
                        List.of(1),
                        List.of(2)));
    }

    private static List<Shape<?, ?>> neverLoaded() {
        return List.of(
                new Shape<Ledger, Posting>(
                        "write-only",
                        () -> new Ledger("both " + NUMBERS.incrementAndGet()),
                        Posting::new,
                        ledger -> Objects.requireNonNull(ledger.id),
                        posting -> Objects.requireNonNull(posting.id),
                        ledger -> ledger.postings,
                        (ledger, posting) -> ledger.postings.add(posting),
                        posting -> posting.ledger,
                        (posting, ledger) -> posting.ledger = Lazy.of(ledger),
                        List.of(),
                        List.of(1, 1)),
                new Shape<Ledger, Auditor>(
                        "write-only pairs",
                        () -> new Ledger("both " + NUMBERS.incrementAndGet()),
                        Auditor::new,
                        ledger -> Objects.requireNonNull(ledger.id),
                        auditor -> Objects.requireNonNull(auditor.id),
                        ledger -> ledger.auditors,
                        (ledger, auditor) -> ledger.auditors.add(auditor),
                        auditor -> null,
                        (auditor, ledger) -> auditor.ledgers.add(ledger),
                        List.of(),
                        List.of(1, 1)));
    }

    static Stream<Arguments> all() {
        Stream<Arguments> loadable = shapes().stream()
                .flatMap(shape -> Stream.of(true, false)
                        .flatMap(loaded -> Stream.of(true, false)
                                .filter(first -> first || shape.set() != null)
                                .map(first -> Arguments.of(shape, loaded, first))));
        Stream<Arguments> others = neverLoaded().stream()
                .flatMap(shape -> Stream.of(true, false).map(first -> Arguments.of(shape, false, first)));
        return Stream.concat(loadable, others);
    }

    @ParameterizedTest
    @MethodSource("all")
    void bothSidesAreInStep(Shape<?, ?> shape, boolean loaded, boolean first) {
        check(shape, loaded, first);
    }

    private <O, C> void check(Shape<O, C> shape, boolean loaded, boolean first) {
        O savedOwner = shape.owner().get();
        C savedChild = shape.child().get();
        sessions.begin(session -> session.addAll(savedOwner, savedChild instanceof Posting ? savedOwner : savedChild));
        try (Session session = sessions.open()) {
            O owner = own(session, savedOwner, shape.ownerKey().apply(savedOwner));
            C child = savedChild instanceof Posting
                    ? savedChild // which is of some ledger from the beginning
                    : own(session, savedChild, shape.childKey().apply(savedChild));
            if (child == savedChild && !first) {
                session.add(child);
            }
            if (loaded) {
                assertThat(elements(shape.collection().apply(owner))).isEmpty();
            }
            List<String> sent = database.statements().during(() -> {
                if (first) {
                    shape.add().accept(owner, child);
                } else {
                    Objects.requireNonNull(shape.set()).accept(child, owner);
                }
                session.flush();
            });
            assertThat(sent).hasSize((loaded ? shape.loaded() : shape.unloaded()).get(first ? 0 : 1));
            checkInStep(shape, owner, child);
            assertThat(database.statements().during(session::flush)).isEmpty();
            session.rollback();
            if (shape.collection().apply(owner) instanceof DeferredCollection deferred && deferred.isLoaded()) {
                assertThat(elements(shape.collection().apply(owner))).isEmpty();
            }
        }
    }

    private static <O, C> void checkInStep(Shape<O, C> shape, O owner, C child) {
        if (shape.other().apply(child) instanceof Lazy<?> lazy) {
            assertThat(lazy.get() == owner).isTrue();
        }
        Object collection = shape.collection().apply(owner);
        if (!(collection instanceof WriteOnlyCollection)) { // that of an unloaded one is read only now
            assertThat(elements(collection).stream().filter(each -> each == child))
                    .hasSize(1);
        }
        if (shape.other().apply(child) instanceof Collection<?> others) {
            assertThat(others.stream().filter(each -> each == owner)).hasSize(1);
        }
    }

    private static Collection<?> elements(Object collection) {
        return collection instanceof Map<?, ?> map ? map.values() : (Collection<?>) collection;
    }

    @SuppressWarnings("unchecked") // it is of the class of the other
    private static <E> E own(Session session, E saved, Object key) {
        return (E) session.get(saved.getClass(), key).orElseThrow();
    }
}
