package dev.azoth.orm.relationship;

import static dev.azoth.orm.Loading.immediateload;
import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.subqueryload;
import static dev.azoth.orm.relationship.Albums.album;
import static dev.azoth.orm.relationship.Albums.byTitle;
import static dev.azoth.orm.relationship.Albums.crew;
import static dev.azoth.orm.relationship.Albums.editions;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.LoaderOption;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.relationship.Album.Edition;
import dev.azoth.orm.relationship.Album.Medium;
import dev.azoth.orm.relationship.Album.Person;
import dev.azoth.orm.relationship.Album.Track;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@EveryDatabase
class MapTest {
    private final Database database;
    private final SessionFactory sessions;

    MapTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Albums.TABLES);
    }

    private Album saved(Consumer<Album> filling) {
        Album made = new Album("map");
        filling.accept(made);
        sessions.begin(session -> session.add(made));
        return made;
    }

    private List<String> changed(Album saved, Consumer<Album> change) {
        return sessions.transaction(session -> {
            Album own = session.get(Album.class, saved.id).orElseThrow();
            change.accept(own);
            return database.statements().during(session::flush).stream()
                    .map(each -> each.replaceAll("[`\"]", ""))
                    .toList();
        });
    }

    private static Map<Object, String> shown(Map<?, ?> map) {
        Map<Object, String> shown = new HashMap<>();
        map.forEach((key, value) -> shown.put(key, String.valueOf(value)));
        return shown;
    }

    private void check(Album saved, Consumer<Album> expectation) {
        try (Session session = sessions.open()) {
            expectation.accept(session.get(Album.class, saved.id).orElseThrow());
        }
    }

    @Test
    void valuesByKeyAreWrittenByKey() {
        Album saved = saved(each -> each.prices.putAll(Map.of(Medium.CD, 10, Medium.VINYL, 20)));
        assertThat(changed(saved, each -> each.prices.put(Medium.CD, 11)))
                .containsExactly("UPDATE album_prices SET price = ? WHERE album_prices.album_id = ?"
                        + " AND album_prices.prices_key = ?");
        changed(saved, each -> each.prices.remove(Medium.VINYL));
        check(saved, each -> assertThat(each.prices).isEqualTo(Map.of(Medium.CD, 11)));
    }

    @Test
    void pairsHaveKeys() {
        Album saved = saved(each -> {
            each.crew.put("bass", new Person("B"));
            each.crew.put("drums 🥁", new Person("D"));
        });
        check(saved, each -> assertThat(shown(each.crew)).isEqualTo(Map.of("bass", "B", "drums 🥁", "D")));
        assertThat(changed(saved, each -> {
                    Person bass = each.crew.remove("bass");
                    each.crew.put("guitar", bass);
                }))
                .containsExactly(
                        "UPDATE album_crew SET key = ? WHERE album_crew.album_id = ? AND album_crew.person_id = ?");
        changed(saved, each -> each.crew.remove("drums 🥁"));
        check(saved, each -> assertThat(shown(each.crew)).isEqualTo(Map.of("guitar", "B")));
    }

    @Test
    void keysMayBeInTheOtherTable() {
        Album saved = saved(each -> {
            each.editions.put(1969, new Edition("Apple"));
            each.editions.put(2009, new Edition("EMI"));
        });
        check(saved, each -> assertThat(shown(each.editions)).isEqualTo(Map.of(1969, "Apple", 2009, "EMI")));
        changed(saved, each -> {
            each.editions.put(2019, each.editions.remove(2009));
            each.editions.remove(1969); // an orphan
        });
        check(saved, each -> assertThat(shown(each.editions)).isEqualTo(Map.of(2019, "EMI")));
    }

    @Test
    void anotherObjectUnderAKeyReplacesTheFirst() {
        Album saved = saved(each -> each.editions.put(1969, new Edition("Apple")));
        changed(saved, each -> each.editions.put(1969, new Edition("Capitol")));
        check(saved, each -> assertThat(shown(each.editions)).isEqualTo(Map.of(1969, "Capitol")));
    }

    @Test
    void keysMayBeAnAttributeOfTheOtherEnd() {
        Album saved = saved(each -> {
            each.byTitle.put("one", new Track("one"));
            each.byTitle.put("two", new Track("two"));
        });
        check(saved, each -> assertThat(shown(each.byTitle)).isEqualTo(Map.of("one", "one", "two", "two")));
    }

    /** What is under a key that is no longer its own moves to its new one with the flush. */
    @Test
    void anObjectWhoseKeyChangesMoves() {
        Album saved = saved(each -> each.byTitle.put("one", new Track("one")));
        sessions.begin(session -> {
            Album own = session.get(Album.class, saved.id).orElseThrow();
            own.byTitle.get("one").title = "uno";
            session.flush();
            assertThat(shown(own.byTitle)).isEqualTo(Map.of("uno", "uno"));
        });
        check(saved, each -> assertThat(shown(each.byTitle)).isEqualTo(Map.of("uno", "uno")));
    }

    @Test
    void twoObjectsOfOneKeyAreRefused() {
        try (Session session = sessions.open()) {
            Album made = new Album("twice");
            made.byTitle.put("one", new Track("one"));
            made.byTitle.put("two", new Track("one"));
            session.add(made);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("two objects in Album (new).byTitle have the title one, by which the map finds them:"
                            + " give one of them another");
        }
    }

    @Test
    void rollbackRestoresKeysAndValues() {
        Album saved = saved(each -> {
            each.crew.put("bass", new Person("B"));
            each.prices.put(Medium.CD, 10);
        });
        try (Session session = sessions.open()) {
            Album own = session.get(Album.class, saved.id).orElseThrow();
            Map<String, Person> map = own.crew;
            own.crew.put("guitar", own.crew.remove("bass"));
            own.prices.put(Medium.CD, 99);
            session.flush();
            own.crew.clear();
            session.rollback();
            assertThat(own.crew).isSameAs(map);
            assertThat(shown(own.crew)).isEqualTo(Map.of("bass", "B"));
            assertThat(own.prices).isEqualTo(Map.of(Medium.CD, 10));
            assertThat(session.pending()).isEmpty();
        }
    }

    @Test
    void mergeTakesKeysAndValues() {
        Album saved = saved(each -> each.crew.put("bass", new Person("B")));
        Album detached = sessions.transaction(session -> {
            Album own = session.get(Album.class, saved.id).orElseThrow();
            assertThat(own.crew).hasSize(1);
            return own;
        });
        detached.crew.put("drums", detached.crew.remove("bass"));
        sessions.begin(session -> session.merge(detached));
        check(saved, each -> assertThat(shown(each.crew)).isEqualTo(Map.of("drums", "B")));
    }

    private void checkStrategy(int statements, LoaderOption<?>... options) {
        Album saved = saved(each -> {
            each.crew.put("bass", new Person("B"));
            each.editions.put(1969, new Edition("Apple"));
            each.editions.put(1970, new Edition("Capitol"));
            each.byTitle.put("one", new Track("one"));
        });
        try (Session session = sessions.open()) {
            var mine = select(album).where(album.column("id", Long.class).eq(saved.id));
            database.statements().expect(statements, () -> {
                Album found = session.execute(mine.options(options)).one();
                assertThat(shown(found.crew)).isEqualTo(Map.of("bass", "B"));
                assertThat(shown(found.editions)).isEqualTo(Map.of(1969, "Apple", 1970, "Capitol"));
                assertThat(shown(found.byTitle)).isEqualTo(Map.of("one", "one"));
            });
        }
    }

    @Test
    void everyStrategyLoadsMaps() {
        checkStrategy(4);
        checkStrategy(4, selectinload(crew), selectinload(editions), selectinload(byTitle));
        checkStrategy(4, subqueryload(crew), subqueryload(editions), subqueryload(byTitle));
        checkStrategy(4, immediateload(crew), immediateload(editions), immediateload(byTitle));
        checkStrategy(3, joinedload(crew), selectinload(editions), selectinload(byTitle));
        checkStrategy(3, selectinload(crew), joinedload(editions), selectinload(byTitle));
        checkStrategy(3, selectinload(crew), selectinload(editions), joinedload(byTitle));
    }
}
