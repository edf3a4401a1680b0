package dev.azoth.orm.session;

import static dev.azoth.orm.Loading.readOnly;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.MappingException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.ExcludeSuperclassListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The methods that Jakarta's annotations have called in an object's life. */
@EveryDatabase
class CallbackTest {
    private static final List<String> CALLS = new ArrayList<>();

    /** Hears of all that extend {@link Audited}. */
    static class Audit {
        @PrePersist
        void created(Audited object) {
            object.created = "created";
            CALLS.add("audit creates");
        }

        @PreUpdate
        private void changed(Object object) {
            ((Audited) object).changes++;
            CALLS.add("audit changes");
        }
    }

    @MappedSuperclass
    @EntityListeners(Audit.class)
    abstract static class Audited {
        @Nullable
        String created;

        int changes;

        @PrePersist
        void above() {
            CALLS.add("above");
        }

        @PostLoad
        void overridden() {
            CALLS.add("not called: it is overridden");
        }
    }

    @Entity
    @Table(name = "letter")
    static class Letter extends Audited {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        String text = "";

        @Transient
        int length;

        @OneToMany(mappedBy = "letter", cascade = CascadeType.ALL)
        List<Page> pages = new ArrayList<>();

        Letter() {}

        Letter(String text) {
            this.text = text;
        }

        @PrePersist
        private void inserting() {
            CALLS.add("inserting " + id);
            if (pages.isEmpty()) {
                pages.add(new Page(this, 1));
            }
        }

        @PostPersist
        void inserted() {
            CALLS.add("inserted " + (id != null));
        }

        @PreUpdate
        void updating() {
            CALLS.add("updating");
        }

        @PostUpdate
        void updated() {
            CALLS.add("updated");
        }

        @PreRemove
        void deleting() {
            CALLS.add("deleting");
        }

        @PostRemove
        void deleted() {
            CALLS.add("deleted");
        }

        @Override
        @PostLoad
        void overridden() {
            length = text.length();
            CALLS.add("loaded " + pages.getClass().getSimpleName());
        }
    }

    @Entity
    @Table(name = "page")
    static class Page {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        int number;

        @ManyToOne
        @Nullable
        Letter letter;

        Page() {}

        Page(Letter letter, int number) {
            this.letter = letter;
            this.number = number;
        }

        @PrePersist
        void inserting() throws Exception {
            if (number < 0) {
                throw new Exception("a page has a number above zero");
            }
        }
    }

    @Entity
    @ExcludeSuperclassListeners
    static class Unaudited extends Audited {
        @Id
        int id;
    }

    private final Database database;
    private final SessionFactory sessions;

    CallbackTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Entities.metadata(Letter.class, Page.class, Unaudited.class));
    }

    @BeforeEach
    void forget() {
        CALLS.clear();
    }

    @Test
    void theyAreCalledInOrder() {
        Letter letter = new Letter("hello");
        try (Session session = sessions.open()) {
            session.add(letter);
            assertThat(CALLS).isEmpty();
            session.commit();
            assertThat(CALLS).containsExactly("audit creates", "above", "inserting null", "inserted true");
            CALLS.clear();
            letter.text = "good bye";
            session.commit();
            assertThat(CALLS).containsExactly("audit changes", "updating", "updated");
            CALLS.clear();
            session.delete(letter);
            session.commit();
            assertThat(CALLS).containsExactly("deleting", "deleted");
        }
    }

    @Test
    void whatTheyChangeIsWritten() {
        Letter letter = new Letter("kept");
        sessions.begin(session -> session.add(letter));
        try (Session session = sessions.open()) {
            Letter own = session.get(Letter.class, letter.id).orElseThrow();
            assertThat(own.created).isEqualTo("created");
            assertThat(own.pages).hasSize(1);
            own.text = "kept too";
            session.commit();
            assertThat(own.changes).isEqualTo(1);
            session.refresh(own);
            assertThat(own.changes).isEqualTo(1);
        }
    }

    @Test
    void anObjectThatIsLoadedIsComplete() {
        Letter letter = new Letter("12345");
        sessions.begin(session -> session.add(letter));
        CALLS.clear();
        EntityPath<Letter> path = Entities.path(Letter.class);
        try (Session session = sessions.open()) {
            Letter own = session.get(Letter.class, letter.id).orElseThrow();
            assertThat(own.length).isEqualTo(5);
            assertThat(CALLS).containsExactly("loaded TrackedList");
            assertThat(session.isModified(own)).isFalse();
            session.refresh(own);
            assertThat(CALLS).hasSize(2);
        }
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(path).options(readOnly())).all())
                    .extracting(each -> each.length)
                    .contains(5);
        }
    }

    @Test
    void withoutChangesNoneIsCalled() {
        Letter letter = new Letter("unchanged");
        try (Session session = sessions.open()) {
            session.add(letter);
            session.commit();
            CALLS.clear();
            session.commit();
            assertThat(CALLS).isEmpty();
        }
    }

    @Test
    void aCheckedExceptionNamesItsCallback() {
        try (Session session = sessions.open()) {
            Page page = new Page();
            page.number = -1;
            session.add(page);
            assertThatThrownBy(session::flush)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("@PrePersist of " + Page.class.getName() + " failed")
                    .hasRootCauseMessage("a page has a number above zero");
        }
    }

    @Test
    void listenersOfSuperclassesMayBeLeftOut() {
        Unaudited object = new Unaudited();
        sessions.begin(session -> session.add(object));
        assertThat(CALLS).containsExactly("above");
        assertThat(object.created).isNull();
        assertThat(database.name()).isNotEmpty();
    }

    @Entity
    @EntityListeners({Silent.class, Stranger.class})
    static class Mistaken {
        @Id
        int id;

        @PrePersist
        void one(String text) {}

        @PrePersist
        void two() {}

        @PostLoad
        int three() {
            return id;
        }
    }

    static class Silent {}

    static class Stranger {
        Stranger(String name) {}
    }

    @Entity
    @EntityListeners(OfLetters.class)
    static class Misheard {
        @Id
        int id;
    }

    static class OfLetters {
        @PrePersist
        void of(Letter letter) {}
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        String here = CallbackTest.class.getName();
        assertThatThrownBy(() -> Entities.path(Mistaken.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(
                        "its listener " + here + ".Silent listens to nothing: annotate a method with @PrePersist, say")
                .hasMessageContaining("its listener " + here
                        + ".Stranger cannot be made: it must be a class with a constructor without parameters; to register an object,"
                        + " use SessionOptions.listener")
                .hasMessageContaining("a callback of an entity takes nothing and gives nothing: void one()")
                .hasMessageContaining("a class has one method for each moment")
                .hasMessageContaining("a callback of an entity takes nothing and gives nothing: void three()");
        assertThatThrownBy(() -> Entities.path(Misheard.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("it takes a " + here + ".Letter, which Misheard is not");
    }
}
