package dev.azoth.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.session.Workshop.DoorKey;
import dev.azoth.orm.session.Workshop.DoorLock;
import dev.azoth.orm.session.Workshop.Egg;
import dev.azoth.orm.session.Workshop.Hen;
import dev.azoth.orm.session.Workshop.Part;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The order in which a flush writes rows that lead to each other. */
@EveryDatabase
class FlushOrderTest {

    private final Database database;
    private final SessionFactory sessions;

    FlushOrderTest(Database database) {
        this.database = database;
        this.sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    private <E> E saved(E entity) {
        sessions.begin(session -> session.add(entity));
        return entity;
    }

    private void inSession(Consumer<Session> work) {
        sessions.begin(work);
    }

    // order

    @Test
    void rowsThatLeadToEachOtherInOneTableGoParentFirst() {
        Part leaf = new Part("leaf");
        leaf.whole = new Part("twig");
        leaf.whole.whole = new Part("branch");
        leaf.whole.whole.whole = new Part("tree");
        saved(leaf);
        assertThat(leaf.whole.whole.whole.id).isLessThan(leaf.whole.whole.id);
        assertThat(leaf.whole.id).isLessThan(leaf.id);
    }

    @Test
    void aTreeIsWrittenLevelByLevel() {
        Part root = new Part("root");
        for (int i = 0; i < 20; i++) {
            Part child = new Part("child " + i);
            root.parts.add(child);
            for (int j = 0; j < 20; j++) {
                child.parts.add(new Part("grandchild"));
            }
        }
        try (Session session = sessions.open()) {
            session.add(root);
            database.statements().expect(3, session::flush);
            session.delete(root);
            database.statements().expect(3, session::flush);
        }
    }

    @Test
    void aDeepTreeIsNoRecursion() {
        Part part = new Part("bottom");
        for (int i = 0; i < 300; i++) {
            part = new Part("level " + i, part);
        }
        saved(part);
        assertThat(part.id).isNotNull();
    }

    @Test
    void aRowThatLeadsToItself() {
        Part part = new Part("its own whole");
        part.whole = part;
        saved(part);
        inSession(session -> {
            Part own = session.get(Part.class, part.id).orElseThrow();
            assertThat(own.whole).isSameAs(own);
            session.delete(own);
        });
        inSession(session -> assertThat(session.get(Part.class, part.id)).isEmpty());
    }

    @Test
    void aCircleOfRowsIsWrittenWithALaterUpdate() {
        DoorKey key = new DoorKey();
        key.lock = new DoorLock();
        key.lock.key = key;
        inSession(session -> {
            session.add(key);
            assertThat(session.pending())
                    .extracting(PendingChange::toString)
                    .containsExactly(
                            "INSERT DoorKey (new) (lock)",
                            "INSERT DoorLock (new) (key)",
                            "UPDATE DoorKey (new) (lock)");
        });
        inSession(session -> {
            DoorKey own = session.get(DoorKey.class, key.id).orElseThrow();
            assertThat(own.lock.key).isSameAs(own);
            session.delete(own);
        });
        inSession(session -> {
            assertThat(session.get(DoorKey.class, key.id)).isEmpty();
            assertThat(session.get(DoorLock.class, key.lock.id)).isEmpty();
        });
    }

    @Test
    void manyCirclesAreWrittenTogether() {
        try (Session session = sessions.open()) {
            List<DoorKey> keys = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                DoorKey key = new DoorKey();
                key.lock = new DoorLock();
                key.lock.key = key;
                keys.add(key);
            }
            session.addAll(keys);
            database.statements().expect(3, session::flush);
            keys.forEach(session::delete);
            database.statements().expect(3, session::flush);
        }
    }

    @Test
    void aCircleInWhichNothingMayBeNullIsAnError() {
        Hen hen = new Hen();
        hen.egg = new Egg();
        hen.egg.hen = hen;
        try (Session session = sessions.open()) {
            session.add(hen);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("these rows cannot be inserted, since each needs another first and none of the foreign"
                            + " keys may be null: Hen (new) → Hen.egg, Egg (new) → Egg.hen. Make one of the"
                            + " relationships optional");
        }
    }
}
