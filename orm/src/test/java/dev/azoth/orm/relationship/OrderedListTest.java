package dev.azoth.orm.relationship;

import static dev.azoth.orm.Loading.immediateload;
import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.Loading.subqueryload;
import static dev.azoth.orm.relationship.Albums.album;
import static dev.azoth.orm.relationship.Albums.players;
import static dev.azoth.orm.relationship.Albums.tracks;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.LoaderOption;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.relationship.Album.Person;
import dev.azoth.orm.relationship.Album.Track;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Lists whose order the program gives: it is kept in a column, which costs a row for each element that moves. */
@EveryDatabase
class OrderedListTest {
    private final Database database;
    private final SessionFactory sessions;

    OrderedListTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Albums.TABLES);
    }

    private Album saved(Album made) {
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

    private void check(Album saved, String... titles) {
        try (Session session = sessions.open()) {
            assertThat(session.get(Album.class, saved.id).orElseThrow().tracks)
                    .extracting(each -> each.title)
                    .containsExactly(titles);
        }
    }

    @Test
    void theOrderComesBack() {
        check(saved(new Album("order").with("c", "a", "b")), "c", "a", "b");
    }

    @Test
    void positionsOfNewRowsAreOneStatement() {
        try (Session session = sessions.open()) {
            session.add(new Album("one").with("a", "b"));
            session.add(new Album("two").with("c", "d"));
            assertThat(database.statements().during(session::flush)).hasSize(3);
        }
    }

    @Test
    void onlyWhatMovesIsWritten() {
        Album saved = saved(new Album("moves").with("a", "b", "c", "d"));
        assertThat(changed(saved, each -> Collections.swap(each.tracks, 1, 2)))
                .containsExactly("UPDATE track SET tracks_order = ? WHERE track.id = ?");
        check(saved, "a", "c", "b", "d");
        assertThat(changed(saved, each -> each.tracks.add(new Track("e"))))
                .hasSize(3); // and where the list ends, which is not loaded
        check(saved, "a", "c", "b", "d", "e");
    }

    @Test
    void anElementInTheMiddleMovesTheOthers() {
        Album saved = saved(new Album("middle").with("a", "b"));
        changed(saved, each -> each.tracks.add(1, new Track("x")));
        check(saved, "a", "x", "b");
        changed(saved, each -> each.tracks.remove(0));
        check(saved, "x", "b");
        changed(saved, each -> each.tracks.add(new Track("last")));
        check(saved, "x", "b", "last");
    }

    @Test
    void aDeletedElementLeavesNoGapInALoadedList() {
        Album saved = saved(new Album("deleted").with("a", "b", "c"));
        sessions.begin(session -> {
            Album own = session.get(Album.class, saved.id).orElseThrow();
            session.delete(own.tracks.get(0));
            session.flush();
            own.tracks.add(0, new Track("z"));
        });
        check(saved, "z", "b", "c");
    }

    /** Positions that somebody else left open, or gave twice, are put right when the list is next changed. */
    @Test
    void gapsThatOthersMadeAreClosed() {
        Album saved = saved(new Album("gaps").with("a", "b", "c"));
        sessions.begin(session -> {
            var track = Entities.path(Track.class);
            session.execute(Sql.delete(track.table())
                    .where(
                            track.column("title", String.class).eq("b"),
                            track.toOne("album", Album.class).key(Long.class).eq(saved.id)));
        });
        changed(saved, each -> each.tracks.add(new Track("d")));
        check(saved, "a", "c", "d");
    }

    /** Its place was left open until the list was next changed, and one that came from another list kept the place that it had there. */
    @Test
    void anElementAddedByItsForeignKeyComesLast() {
        Album saved = saved(new Album("by key").with("a"));
        sessions.begin(session -> {
            Track added = new Track("b");
            added.album = Lazy.of(session.get(Album.class, saved.id).orElseThrow());
            session.add(added);
        });
        check(saved, "a", "b");
        changed(saved, each -> each.tracks.add(new Track("c")));
        check(saved, "a", "b", "c");
    }

    @Test
    void pairsHavePositionsToo() {
        Album made = new Album("pairs");
        made.players.addAll(List.of(new Person("x"), new Person("y"), new Person("z")));
        saved(made);
        assertThat(changed(made, each -> Collections.swap(each.players, 0, 2)))
                .containsExactly("UPDATE album_players SET order = ? WHERE album_players.album_id = ?"
                        + " AND album_players.person_id = ?");
        changed(made, each -> each.players.remove(1));
        changed(made, each -> each.players.add(0, new Person("first")));
        try (Session session = sessions.open()) {
            assertThat(session.get(Album.class, made.id).orElseThrow().players)
                    .extracting(each -> each.name)
                    .containsExactly("first", "z", "x");
        }
    }

    @Test
    void aPairAddedFromTheOtherSideComesLast() {
        Album made = new Album("other side");
        made.players.add(new Person("a"));
        saved(made);
        Person late = new Person("late");
        sessions.begin(session -> {
            session.add(late);
            late.plays.add(session.get(Album.class, made.id).orElseThrow());
        });
        try (Session session = sessions.open()) {
            assertThat(session.get(Album.class, made.id).orElseThrow().players)
                    .extracting(each -> each.name)
                    .containsExactly("a", "late");
        }
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void rollbackAndSavepointsRestoreTheOrder() {
        Album saved = saved(new Album("restored").with("a", "b", "c"));
        try (Session session = sessions.open()) {
            Album own = session.get(Album.class, saved.id).orElseThrow();
            Collections.swap(own.tracks, 0, 1);
            try (SessionSavepoint savepoint = session.beginNested()) {
                Collections.reverse(own.tracks);
                session.flush();
                savepoint.rollback();
            }
            assertThat(own.tracks).extracting(each -> each.title).containsExactly("b", "a", "c");
            session.rollback();
            assertThat(own.tracks).extracting(each -> each.title).containsExactly("a", "b", "c");
            assertThat(session.pending()).isEmpty();
        }
        check(saved, "a", "b", "c");
    }

    @Test
    void mergeTakesTheOrder() {
        Album saved = saved(new Album("merged").with("a", "b", "c"));
        Album detached = sessions.transaction(session -> {
            Album own = session.get(Album.class, saved.id).orElseThrow();
            assertThat(own.tracks).hasSize(3);
            return own;
        });
        Collections.reverse(detached.tracks);
        sessions.begin(session -> session.merge(detached));
        check(saved, "c", "b", "a");
    }

    private void checkStrategy(LoaderOption<?> ofTracks, LoaderOption<?> ofPlayers, int statements) {
        Album made = new Album("strategy").with("c", "a", "b");
        made.players.addAll(List.of(new Person("z"), new Person("x"), new Person("y")));
        saved(made);
        try (Session session = sessions.open()) {
            var mine = select(album).where(album.column("id", Long.class).eq(made.id));
            database.statements().expect(statements, () -> {
                Album found = session.execute(mine.options(ofTracks, ofPlayers)).one();
                assertThat(found.tracks).extracting(each -> each.title).containsExactly("c", "a", "b");
                assertThat(found.players).extracting(each -> each.name).containsExactly("z", "x", "y");
            });
        }
    }

    @Test
    void everyStrategyKeepsTheOrder() {
        checkStrategy(selectinload(tracks), selectinload(players), 3);
        checkStrategy(subqueryload(tracks), subqueryload(players), 3);
        checkStrategy(immediateload(tracks), immediateload(players), 3);
        checkStrategy(joinedload(tracks), selectinload(players), 2);
        checkStrategy(selectinload(tracks), joinedload(players), 2);
    }
}
