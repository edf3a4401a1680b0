package dev.azoth.orm.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.AttributeChange;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.relationship.Album.Medium;
import dev.azoth.orm.relationship.Album.Person;
import dev.azoth.orm.relationship.Album.Track;
import dev.azoth.orm.relationship.Hiker.Hut;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What {@code session.changes} tells of collections of values, ordered lists and maps. */
@EveryDatabase
class CollectionChangesTest {
    private final Database database;
    private final SessionFactory sessions;

    CollectionChangesTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Hikers.TABLES);
        database.engine().createAll(Albums.TABLES);
    }

    private <E> E saved(E entity) {
        sessions.begin(session -> session.add(entity));
        return entity;
    }

    private static Hiker hiker() {
        Hiker hiker = new Hiker("sandy");
        hiker.nicknames.addAll(List.of("a", "b", "b"));
        hiker.route.addAll(List.of("x", "y"));
        hiker.huts.add(new Hut("Alp", 3));
        return hiker;
    }

    private static Album album() {
        Album album = new Album("changes").with("one", "two");
        album.prices.put(Medium.CD, 10);
        album.crew.put("mix", new Person("p"));
        return album;
    }

    private <E> List<AttributeChange> changes(Class<E> entity, Long id, Consumer<E> change) {
        try (Session session = sessions.open()) {
            E own = session.getOne(entity, id);
            change.accept(own);
            List<AttributeChange> changes = session.changes(own);
            assertThat(session.isModified(own)).isEqualTo(!changes.isEmpty());
            session.flush();
            assertThat(session.changes(own)).isEmpty();
            assertThat(session.isModified(own)).isFalse();
            return changes;
        }
    }

    private static AttributeChange change(String attribute, List<Object> added, List<Object> removed) {
        return new AttributeChange(attribute, null, null, added, removed);
    }

    @Test
    void ofValuesItTellsWhichCameAndWhichLeftAndHowOften() {
        Long id = saved(hiker()).id;
        assertThat(changes(Hiker.class, id, each -> {
                    each.nicknames.remove("b");
                    each.nicknames.addAll(List.of("c", "c"));
                }))
                .containsExactly(change("nicknames", List.of("c", "c"), List.of("b")));
    }

    @Test
    void valuesInAnotherOrderAreNoChangeWhereNothingKeepsTheOrder() {
        Long id = saved(hiker()).id;
        assertThat(changes(Hiker.class, id, each -> each.nicknames.add(each.nicknames.remove(0))))
                .isEmpty();
    }

    @Test
    void valuesAtOtherPositionsAreAChangeOfNoValue() {
        Long id = saved(hiker()).id;
        assertThat(changes(Hiker.class, id, each -> each.route.add(each.route.remove(0))))
                .containsExactly(change("route", List.of(), List.of()));
    }

    @Test
    void aValueThatChangedInPlaceLeftAndCame() {
        Long id = saved(hiker()).id;
        assertThat(changes(Hiker.class, id, each -> each.huts.iterator().next().beds = 5))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.added())
                            .extracting(each -> ((Hut) each).beds)
                            .containsExactly(5);
                    assertThat(change.removed())
                            .extracting(each -> ((Hut) each).beds)
                            .containsExactly(3);
                });
    }

    @Test
    void ofMapsItTellsTheValues() {
        Long id = saved(album()).id;
        assertThat(changes(Album.class, id, each -> each.prices.put(Medium.CD, 11)))
                .containsExactly(change("prices", List.of(11), List.of(10)));
        assertThat(changes(Album.class, id, each -> each.prices.put(Medium.VINYL, each.prices.remove(Medium.CD))))
                .containsExactly(change("prices", List.of(), List.of()));
    }

    @Test
    void objectsUnderOtherKeysAreAChangeOfNoObject() {
        Long id = saved(album()).id;
        assertThat(changes(Album.class, id, each -> each.crew.put("cut", each.crew.remove("mix"))))
                .containsExactly(change("crew", List.of(), List.of()));
        Person other = new Person("other");
        assertThat(changes(Album.class, id, each -> each.crew.put("mix", other)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.attribute()).isEqualTo("crew");
                    assertThat(change.added()).singleElement().isSameAs(other);
                    assertThat(change.removed()).hasSize(1);
                });
    }

    @Test
    void objectsAtOtherPositionsAreAChangeOfNoObject() {
        Long id = saved(album()).id;
        assertThat(changes(Album.class, id, each -> each.tracks.add(each.tracks.remove(0))))
                .containsExactly(change("tracks", List.of(), List.of()));
        Track added = new Track("three");
        assertThat(changes(Album.class, id, each -> each.tracks.add(0, added)))
                .singleElement()
                .satisfies(change -> assertThat(change.added()).singleElement().isSameAs(added));
    }

    @Test
    void whatIsNotLoadedIsNotLoadedForIt() {
        Long id = saved(hiker()).id;
        try (Session session = sessions.open()) {
            Hiker own = session.getOne(Hiker.class, id);
            database.statements().expect(0, () -> {
                assertThat(session.isModified(own)).isFalse();
                own.nicknames = new ArrayList<>(List.of("new"));
                assertThat(session.changes(own)).containsExactly(change("nicknames", List.of("new"), List.of()));
            });
        }
    }

    @Test
    void ofANewObjectTheyHaveAllThatTheyHold() {
        try (Session session = sessions.open()) {
            Hiker hiker = new Hiker("new");
            hiker.nicknames.add("n");
            session.add(hiker);
            assertThat(session.changes(hiker))
                    .extracting(AttributeChange::attribute)
                    .containsExactly("version", "name", "nicknames");
        }
    }
}
