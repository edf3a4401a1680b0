package dev.azoth.orm.relationship;

import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.relationship.Albums.album;
import static dev.azoth.orm.relationship.Albums.tracks;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.relationship.Album.Person;
import dev.azoth.orm.relationship.Album.Track;
import dev.azoth.orm.session.DeferredCollection;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists that keep their order are appended to without being read: the database is asked for their ends. */
@EveryDatabase
class UnloadedListTest {
    private static final EntityPath<Track> TRACK = Entities.path(Track.class);

    private final Database database;
    private final SessionFactory sessions;

    UnloadedListTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Albums.TABLES);
    }

    private Album saved(String name, String... titles) {
        Album made = new Album(name).with(titles);
        for (String each : titles) {
            made.players.add(new Person(each));
        }
        sessions.begin(session -> session.add(made));
        return made;
    }

    private static Album own(Session session, Album album) {
        return session.get(Album.class, album.id).orElseThrow();
    }

    private static boolean isLoaded(Collection<?> collection) {
        return ((DeferredCollection) collection).isLoaded();
    }

    private List<String> flush(Session session) {
        return database.statements().during(session::flush).stream()
                .map(each -> each.replaceAll("[`\"]", ""))
                .toList();
    }

    private void check(Album saved, String... titles) {
        sessions.begin(session -> assertThat(own(session, saved).tracks)
                .extracting(each -> each.title)
                .containsExactly(titles));
    }

    private void checkPlayers(Album saved, String... names) {
        sessions.begin(session -> assertThat(own(session, saved).players)
                .extracting(each -> each.name)
                .containsExactly(names));
    }

    @Test
    void whatIsAddedComesLastAndNothingElseIsRead() {
        Album saved = saved("adding", "b", "a");
        try (Session session = sessions.open()) {
            Album own = own(session, saved);
            assertThat(database.statements()
                            .during(() -> own.tracks.addAll(List.of(new Track("z"), new Track("y"), new Track("x")))))
                    .isEmpty();
            List<String> sent = flush(session);
            assertThat(sent).hasSize(3);
            assertThat(sent.get(0)).contains("INSERT INTO");
            assertThat(sent.get(1))
                    .isEqualTo("SELECT track.album_id, max(track.tracks_order) FROM track WHERE track.album_id"
                            + (sent.get(1).contains("ANY") ? " = ANY(?)" : " IN (?)") + " GROUP BY track.album_id");
            assertThat(sent.get(2)).isEqualTo("UPDATE track SET tracks_order = ? WHERE track.id = ?");
            assertThat(isLoaded(own.tracks)).isFalse();
            assertThat(flush(session)).isEmpty();
            session.commit();
        }
        check(saved, "b", "a", "z", "y", "x");
    }

    @Test
    void pairsAreAppendedToo() {
        Album saved = saved("pairs", "b", "a");
        try (Session session = sessions.open()) {
            Album own = own(session, saved);
            Person late = new Person("late");
            session.add(late);
            session.flush();
            own.players.add(late);
            List<String> sent = flush(session);
            assertThat(sent).hasSize(2);
            assertThat(sent.get(0)).startsWith("SELECT album_players.album_id, max(album_players.order) FROM");
            assertThat(isLoaded(own.players)).isFalse();
            session.commit();
        }
        checkPlayers(saved, "b", "a", "late");
    }

    @Test
    void pairsOfTheOtherSideComeLastWithoutReadingTheList() {
        Album saved = saved("pairs of the other side", "a");
        try (Session session = sessions.open()) {
            Album own = own(session, saved);
            for (String each : List.of("z", "y")) {
                Person late = new Person(each);
                session.add(late);
                late.plays.add(own);
            }
            session.commit();
            assertThat(isLoaded(own.players)).isFalse();
        }
        checkPlayers(saved, "a", "z", "y");
    }

    @Test
    void whatItsForeignKeyLeadsThereComesLast() {
        Album saved = saved("by foreign key", "a");
        Album other = saved("from another", "b", "c", "d", "moved");
        try (Session session = sessions.open()) {
            Album own = own(session, saved);
            Track moved = session.execute(select(TRACK)
                            .where(TRACK.column("title", String.class).eq("moved")))
                    .one();
            Track added = new Track("new");
            session.add(added);
            added.album = Lazy.of(own);
            moved.album = Lazy.of(own);
            session.commit();
            assertThat(isLoaded(own.tracks)).isFalse();
        }
        check(saved, "a", "new", "moved");
        check(other, "b", "c", "d");
    }

    @Test
    void anEmptyListBeginsAtZero() {
        Album saved = saved("empty");
        sessions.begin(session -> own(session, saved).tracks.addAll(List.of(new Track("b"), new Track("a"))));
        check(saved, "b", "a");
        try (Session session = sessions.open()) {
            Album own = own(session, saved);
            assertThat(own.tracks).hasSize(2);
            assertThat(((DeferredCollection) own.tracks).hasGaps()).isFalse();
        }
    }

    @Test
    void whatIsThereAlreadyKeepsItsPlace() {
        Album saved = saved("there already", "a", "b");
        Track there = saved.tracks.get(0);
        Person playing = saved.players.get(0);
        try (Session session = sessions.open()) {
            Album own = own(session, saved);
            own.tracks.add(session.get(Track.class, there.id).orElseThrow());
            own.tracks.add(new Track("c"));
            own.players.add(session.get(Person.class, playing.id).orElseThrow());
            session.commit();
        }
        check(saved, "a", "b", "c");
        checkPlayers(saved, "a", "b");
    }

    @Test
    void whatIsTakenOutLeavesAGapThatTheNextChangeCloses() {
        Album saved = saved("gaps", "a", "b", "c");
        try (Session session = sessions.open()) {
            Album own = own(session, saved);
            assertThat(own.tracks.remove(
                            session.get(Track.class, saved.tracks.get(1).id).orElseThrow()))
                    .isTrue();
            session.commit();
            assertThat(isLoaded(own.tracks)).isFalse();
        }
        check(saved, "a", "c");
        sessions.begin(session -> own(session, saved).tracks.add(new Track("d")));
        check(saved, "a", "c", "d");
        sessions.begin(session -> own(session, saved).tracks.add(0, new Track("first")));
        check(saved, "first", "a", "c", "d");
    }

    @Test
    void itIsMergedWhereItIsReadBeforeTheFlush() {
        Album saved = saved("read before", "a", "b");
        SessionFactory manual = SessionFactory.create(database.engine(), options -> options.autoflush(false));
        try (Session session = manual.open()) {
            Album own = own(session, saved);
            own.tracks.add(new Track("z"));
            assertThat(own.tracks).extracting(each -> each.title).containsExactly("a", "b", "z");
            assertThat(flush(session)).hasSize(2); // it is known where it ends
            session.commit();
        }
        check(saved, "a", "b", "z");
    }

    @Test
    void somethingInTheListTwiceIsRefused() {
        Album saved = saved("twice");
        try (Session session = sessions.open()) {
            Album own = own(session, saved);
            Track added = new Track("twice");
            own.tracks.add(added);
            own.tracks.add(added);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("an object is twice in Album#");
        }
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void whatIsRolledBackLeavesNoPlace() {
        Album saved = saved("rolled back", "a");
        try (Session session = sessions.open()) {
            Album own = own(session, saved);
            own.tracks.add(new Track("before"));
            SessionSavepoint savepoint = session.beginNested();
            own.tracks.addAll(List.of(new Track("never"), new Track("neither")));
            session.flush();
            savepoint.rollback();
            own.tracks.add(new Track("after"));
            session.commit();
        }
        check(saved, "a", "before", "after");
        sessions.begin(session -> assertThat(((DeferredCollection) session.execute(select(album)
                                        .where(album.column("id", Long.class).eq(saved.id))
                                        .options(selectinload(tracks)))
                                .one()
                                .tracks)
                        .hasGaps())
                .isFalse());
    }

    @Test
    void manyListsAreAskedForTogether() {
        List<Album> saved = List.of(saved("1 \uD83C\uDFB5", "a"), saved("2"), saved("3", "a", "b"));
        try (Session session = sessions.open()) {
            for (Album each : saved) {
                own(session, each).tracks.add(new Track("last"));
            }
            assertThat(flush(session)).hasSize(3);
            session.commit();
        }
        check(saved.get(0), "a", "last");
        check(saved.get(1), "last");
        check(saved.get(2), "a", "b", "last");
    }

    @Test
    void aListOfWhichSomeIsLoadedEndsWhereTheDatabaseSays() {
        Album saved = saved("partial", "a", "b", "c");
        try (Session session = sessions.open()) {
            Album own = session.execute(select(album)
                            .where(album.column("id", Long.class).eq(saved.id))
                            .options(selectinload(tracks)
                                    .where(TRACK.column("title", String.class).eq("b"))))
                    .one();
            own.tracks.addAll(List.of(new Track("z"), new Track("y")));
            session.commit();
        }
        check(saved, "a", "b", "c", "z", "y");
    }

    @Test
    void pendingSaysWhatComesLast() {
        Album saved = saved("pending");
        try (Session session = sessions.open()) {
            own(session, saved).tracks.add(new Track("z"));
            assertThat(session.pending())
                    .extracting(Object::toString)
                    .anySatisfy(each -> assertThat(each).contains("tracks[end]"));
        }
    }
}
