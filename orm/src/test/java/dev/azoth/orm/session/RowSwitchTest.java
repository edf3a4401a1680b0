package dev.azoth.orm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.StaleDataException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Answers the complaint that deleting an object and adding another with its key, in one flush, breaks the key: the row passes from one to the other. */
@EveryDatabase
class RowSwitchTest {
    @Entity
    @Table(name = "locker")
    static class Locker {
        @Id
        @Column(length = 20)
        String code = "";

        @Version
        int version;

        @Nullable
        String note;

        @ManyToOne
        @Nullable
        Locker above;

        @ElementCollection
        Set<String> contents = new HashSet<>();

        Locker() {}

        Locker(String code, @Nullable String note) {
            this.code = code;
            this.note = note;
        }
    }

    private final Database database;
    private final SessionFactory sessions;

    RowSwitchTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Entities.metadata(Locker.class));
    }

    private void saved(String code) {
        sessions.begin(session -> {
            Locker locker = new Locker(code, "old");
            locker.contents.add("coat");
            session.add(locker);
        });
    }

    @Test
    void aNewObjectTakesOverTheRowOfADeletedOneByAnUpdate() {
        saved("row");
        try (Session session = sessions.open()) {
            Locker old = session.getOne(Locker.class, "row");
            Locker made = new Locker("row", null);
            session.delete(old);
            session.add(made);
            assertThat(session.pending())
                    .extracting(PendingChange::kind)
                    .contains(PendingChange.Kind.UPDATE)
                    .doesNotContain(PendingChange.Kind.INSERT, PendingChange.Kind.DELETE);
            List<String> sent = database.statements().during(session::flush);
            assertThat(sent).noneMatch(each -> each.startsWith("INSERT INTO locker "));
            assertThat(session.state(old)).isEqualTo(EntityState.DELETED);
            assertThat(session.state(made)).isEqualTo(EntityState.PERSISTENT);
            assertThat(session.getOne(Locker.class, "row")).isSameAs(made);
            session.commit();
            assertThat(session.state(old)).isEqualTo(EntityState.DETACHED);
            assertThat(made.version).isEqualTo(1);
        }
        try (Session session = sessions.open()) {
            Locker read = session.getOne(Locker.class, "row");
            assertThat(read.note).isNull();
            assertThat(read.contents).isEmpty();
            assertThat(read.version).isEqualTo(1);
        }
    }

    @Test
    void whatLedToTheRowMayLeadToTheNewObject() {
        saved("led to");
        sessions.begin(session -> {
            Locker below = new Locker("below", null);
            below.above = session.getOne(Locker.class, "led to");
            session.add(below);
        });
        sessions.begin(session -> {
            Locker below = session.getOne(Locker.class, "below");
            Locker made = new Locker("led to", "new");
            session.delete(session.getOne(Locker.class, "led to"));
            session.add(made);
            below.above = made;
        });
        try (Session session = sessions.open()) {
            Locker above = session.getOne(Locker.class, "below").above;
            assertThat(above).isNotNull().extracting(each -> each.note).isEqualTo("new");
        }
    }

    @Test
    void rollbackGivesTheRowBack() {
        saved("rolled back");
        try (Session session = sessions.open()) {
            Locker old = session.getOne(Locker.class, "rolled back");
            Locker made = new Locker("rolled back", "new");
            session.delete(old);
            session.add(made);
            session.flush();
            session.rollback();
            assertThat(session.state(old)).isEqualTo(EntityState.PERSISTENT);
            assertThat(session.state(made)).isEqualTo(EntityState.TRANSIENT);
            assertThat(session.getOne(Locker.class, "rolled back")).isSameAs(old);
            old.note = "goes on";
            session.commit();
        }
        try (Session session = sessions.open()) {
            assertThat(session.getOne(Locker.class, "rolled back").note).isEqualTo("goes on");
        }
    }

    @Test
    void aRowThatSomebodyElseChangedIsStale() {
        saved("stale");
        try (Session session = sessions.open()) {
            session.delete(session.getOne(Locker.class, "stale"));
            session.rollback();
            Locker old = session.getOne(Locker.class, "stale");
            session.commit();
            sessions.begin(other -> other.getOne(Locker.class, "stale").note = "changed meanwhile");
            session.delete(old);
            session.add(new Locker("stale", "new"));
            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("Locker#stale");
        }
    }

    @Test
    void twoNewObjectsForOneRowAreAnError() {
        saved("twice");
        try (Session session = sessions.open()) {
            session.delete(session.getOne(Locker.class, "twice"));
            session.addAll(new Locker("twice", "a"), new Locker("twice", "b"));
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("two new objects have the key Locker#twice: add one of them");
        }
    }
}
