package dev.azoth.orm.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DetachedException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.SerializedCopy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.relationship.Album.Edition;
import dev.azoth.orm.relationship.Album.Medium;
import dev.azoth.orm.relationship.Album.Person;
import dev.azoth.orm.relationship.Album.Track;
import dev.azoth.orm.relationship.Hiker.Colour;
import dev.azoth.orm.relationship.Hiker.Hut;
import dev.azoth.orm.relationship.Hiker.Phone;
import dev.azoth.orm.relationship.Hiker.PhoneNumber;
import dev.azoth.orm.relationship.Hiker.Word;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Collections of values, ordered lists and maps that leave their session as bytes, and come back. */
@EveryDatabase
class SerializedCollectionsTest {
    private static final Phone HOME = new Phone(new PhoneNumber("030", "123"), null);

    private final Database database;
    private final SessionFactory sessions;

    SerializedCollectionsTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Hikers.TABLES);
        database.engine().createAll(Albums.TABLES);
    }

    private Hiker savedHiker() {
        Hiker hiker = new Hiker("sandy");
        hiker.nicknames.addAll(List.of("s", "😀", "s"));
        hiker.colours.add(Colour.RED);
        hiker.route.addAll(List.of("a", "b", "a"));
        hiker.phones.add(HOME);
        hiker.huts.add(new Hut("Alp", 3));
        hiker.words.add(new Word("up"));
        sessions.begin(session -> session.add(hiker));
        return hiker;
    }

    private Hiker loadedHiker(Long id) {
        try (Session session = sessions.open()) {
            Hiker hiker = session.getOne(Hiker.class, id);
            for (var each :
                    List.of(hiker.nicknames, hiker.colours, hiker.route, hiker.phones, hiker.huts, hiker.words)) {
                assertThat(each).isNotEmpty();
            }
            return hiker;
        }
    }

    private Album savedAlbum() {
        Album album = new Album("map").with("one", "two", "three");
        album.crew.put("mix", new Person("p"));
        album.crew.put("cut", new Person("q"));
        album.editions.put(1999, new Edition("e"));
        album.byTitle.put("single", new Track("single"));
        album.prices.put(Medium.CD, 10);
        album.prices.put(Medium.VINYL, 20);
        sessions.begin(session -> session.add(album));
        return album;
    }

    private Album loadedAlbum(Long id) {
        try (Session session = sessions.open()) {
            Album album = session.getOne(Album.class, id);
            for (var each : List.of(album.crew, album.editions, album.byTitle, album.prices)) {
                assertThat(each).isNotEmpty();
            }
            assertThat(album.tracks).isNotEmpty();
            return album;
        }
    }

    private <E> void check(Class<E> entity, Long id, Consumer<E> expectation) {
        sessions.begin(session -> expectation.accept(session.getOne(entity, id)));
    }

    private List<String> sent(Session session) {
        return database.statements().during(session::flush).stream()
                .map(each -> each.replaceAll("[`\"]", ""))
                .toList();
    }

    @Test
    void valuesComeBackAsTheyWere() {
        Hiker copy = SerializedCopy.of(loadedHiker(savedHiker().id));
        assertThat(copy.nicknames).containsExactlyInAnyOrder("s", "s", "😀");
        assertThat(copy.colours).containsExactly(Colour.RED);
        assertThat(copy.colours.contains(Colour.RED)).isTrue();
        assertThat(copy.route).containsExactly("a", "b", "a");
        assertThat(copy.phones).containsExactly(HOME);
        assertThat(copy.huts).singleElement().extracting(each -> each.name).isEqualTo("Alp");
        assertThat(copy.words.contains(new Word("up"))).isTrue();
    }

    @Test
    void mapsComeBackAsTheyWere() {
        Album copy = SerializedCopy.of(SerializedCopy.of(loadedAlbum(savedAlbum().id)));
        assertThat(copy.tracks).extracting(each -> each.title).containsExactly("one", "two", "three");
        assertThat(copy.crew.get("mix").name).isEqualTo("p");
        assertThat(copy.crew).containsOnlyKeys("mix", "cut");
        assertThat(copy.editions.get(1999).publisher).isEqualTo("e");
        assertThat(copy.byTitle.get("single").title).isEqualTo("single");
        assertThat(copy.prices).isEqualTo(java.util.Map.of(Medium.CD, 10, Medium.VINYL, 20));
        copy.prices.put(Medium.CD, 11);
        assertThat(copy.prices).hasSize(2);
    }

    @Test
    void whatWasNotLoadedSaysWhatWouldHaveLoadedIt() {
        Long hiker = savedHiker().id;
        Long album = savedAlbum().id;
        Hiker values;
        Album maps;
        try (Session session = sessions.open()) {
            values = SerializedCopy.of(session.getOne(Hiker.class, hiker));
            maps = SerializedCopy.of(session.getOne(Album.class, album));
        }
        assertThatThrownBy(values.route::size)
                .isInstanceOf(DetachedException.class)
                .hasMessageStartingWith("Hiker#" + hiker + ".route was not loaded, and was serialised without it.")
                .hasMessageContaining("select(hiker).options(selectinload(hiker.route))");
        assertThatThrownBy(() -> maps.crew.get("mix"))
                .isInstanceOf(DetachedException.class)
                .hasMessageStartingWith("Album#" + album + ".crew was not loaded, and was serialised without it.")
                .hasMessageContaining("select(album).options(selectinload(album.crew))");
        values.name = "changed elsewhere";
        sessions.begin(session -> {
            session.merge(values); // what is not there says nothing
            session.merge(maps);
        });
        check(Hiker.class, hiker, each -> assertThat(each.route).hasSize(3));
        check(Album.class, album, each -> assertThat(each.crew).hasSize(2));
    }

    @Test
    void theyGoBackByMergeWithTheRowsThatChanged() {
        Hiker copy = SerializedCopy.of(loadedHiker(savedHiker().id));
        copy.route.set(1, "c");
        copy.colours.add(Colour.BLUE);
        try (Session session = sessions.open()) {
            session.merge(copy);
            assertThat(sent(session))
                    .satisfiesExactly(
                            version -> assertThat(version).startsWith("UPDATE hiker SET version = ?"),
                            colour -> assertThat(colour).startsWith("INSERT INTO hiker_colours "),
                            stop -> assertThat(stop)
                                    .isEqualTo("UPDATE order SET from = ? WHERE order.select = ? AND order.group = ?"));
            session.commit();
        }
        check(Hiker.class, copy.id, each -> assertThat(each.route).containsExactly("a", "c", "a"));

        Album album = SerializedCopy.of(loadedAlbum(savedAlbum().id));
        album.prices.put(Medium.CD, 12);
        album.crew.put("edit", album.crew.remove("cut"));
        album.tracks.add(0, album.tracks.remove(2));
        sessions.begin(session -> session.merge(album));
        check(Album.class, album.id, each -> assertThat(each.prices).containsEntry(Medium.CD, 12));
        check(
                Album.class,
                album.id,
                each -> assertThat(each.crew.get("edit").name).isEqualTo("q"));
        check(
                Album.class,
                album.id,
                each -> assertThat(each.tracks.get(0).title).isEqualTo("three"));
    }

    @Test
    void fromACacheTheyAreTakenForWhatTheRowsHave() {
        Hiker hiker = SerializedCopy.of(loadedHiker(savedHiker().id));
        Album album = SerializedCopy.of(loadedAlbum(savedAlbum().id));
        try (Session session = sessions.open()) {
            List<Object> own = new ArrayList<>();
            database.statements().expect(0, () -> {
                own.addAll(List.of(session.mergeLoaded(hiker), session.mergeLoaded(album)));
                session.flush();
            });
            Hiker ownHiker = (Hiker) own.get(0);
            Album ownAlbum = (Album) own.get(1);
            assertThat(session.isModified(ownHiker)).isFalse();
            assertThat(session.isModified(ownAlbum)).isFalse();
            assertThat(ownAlbum.crew.get("mix")).isNotSameAs(album.crew.get("mix"));
            assertThat(session.state(ownAlbum.crew.get("mix"))).isEqualTo(EntityState.PERSISTENT);
            hiker.huts.iterator().next().beds = 99; // the cache's own
            assertThat(session.isModified(ownHiker)).isFalse();
            ownHiker.huts.iterator().next().beds = 4;
            ownAlbum.prices.put(Medium.CD, 13);
            session.commit();
        }
        check(
                Hiker.class,
                hiker.id,
                each -> assertThat(each.huts.iterator().next().beds).isEqualTo(4));
        check(Album.class, album.id, each -> assertThat(each.prices).containsEntry(Medium.CD, 13));
    }

    @Test
    void positionsThatWereOpenInTheCacheAreClosedWithTheNextChange() {
        Album saved = savedAlbum();
        sessions.begin(session -> {
            var track = Entities.path(Track.class);
            session.execute(Sql.delete(track.table())
                    .where(
                            track.column("title", String.class).eq("two"),
                            track.toOne("album", Album.class).key(Long.class).eq(saved.id)));
        });
        Album cached = SerializedCopy.of(loadedAlbum(saved.id));
        sessions.begin(session -> {
            Album own = session.mergeLoaded(cached);
            assertThat(session.isModified(own)).isFalse();
            own.tracks.add(new Track("four"));
        });
        check(
                Album.class,
                saved.id,
                each -> assertThat(each.tracks)
                        .extracting(track -> track.title)
                        .containsExactly("one", "three", "four"));
    }

    @Test
    void madeNewAgainTheyHoldTheSameByThemselves() {
        Hiker saved = savedHiker();
        Album album = savedAlbum();
        try (Session session = sessions.open()) {
            Hiker own = session.getOne(Hiker.class, saved.id);
            assertThat(own.colours).hasSize(1);
            assertThat(own.route).hasSize(3);
            Album maps = session.getOne(Album.class, album.id);
            assertThat(maps.prices).hasSize(2);
            session.makeTransient(own);
            session.makeTransient(maps);
            assertThat(own.colours).isInstanceOf(Set.class).containsExactly(Colour.RED);
            assertThat(own.route).isExactlyInstanceOf(ArrayList.class).containsExactly("a", "b", "a");
            assertThat(own.nicknames).isEmpty(); // it was not loaded
            assertThat(maps.prices).isExactlyInstanceOf(LinkedHashMap.class).containsEntry(Medium.CD, 10);
            assertThat(maps.crew).isEmpty();
            own.id = null;
            own.version = 0;
            maps.id = null;
            session.addAll(Arrays.asList(own, maps));
            session.commit();
            assertThat(own.id).isNotEqualTo(saved.id);
            check(Hiker.class, own.id, each -> assertThat(each.route).containsExactly("a", "b", "a"));
            check(Album.class, maps.id, each -> assertThat(each.prices).containsEntry(Medium.VINYL, 20));
        }
    }
}
