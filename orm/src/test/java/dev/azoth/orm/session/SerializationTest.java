package dev.azoth.orm.session;

import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DetachedException;
import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.SerializedCopy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Graphs that leave their session as bytes, and come back. */
@EveryDatabase
class SerializationTest {
    private static final EntityPath<Shelf> SHELF = Entities.path(Shelf.class);

    @Entity
    static class Shelf implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Version
        int version;

        String name = "";

        @Column(length = 1000)
        Lazy<String> remarks = Lazy.empty();

        @OneToMany(mappedBy = "shelf", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Volume> volumes = new ArrayList<>();

        @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        Set<Topic> topics = Collections.newSetFromMap(new IdentityHashMap<>());

        Shelf() {}

        Shelf(String name) {
            this.name = name;
        }

        Shelf with(String title) {
            Volume volume = new Volume();
            volume.title = title;
            volume.shelf = Lazy.of(this);
            volumes.add(volume);
            return this;
        }
    }

    @Entity
    static class Volume implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue
        @Nullable
        Long id;

        String title = "";

        @ManyToOne
        Lazy<Shelf> shelf = Lazy.empty();
    }

    @Entity
    static class Topic implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        String name = "";

        Topic() {}

        Topic(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            throw new AssertionError("equals of an entity was called");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashCode of an entity was called");
        }
    }

    private final Database database;
    private final SessionFactory sessions;

    SerializationTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Entities.metadata(Shelf.class, Volume.class, Topic.class));
    }

    private Long saved(String name) {
        Shelf shelf = new Shelf(name).with("a").with("b");
        shelf.remarks = Lazy.of("a remark");
        shelf.topics.add(new Topic("topic of " + name));
        sessions.begin(session -> session.add(shelf));
        return shelf.id;
    }

    private Shelf loaded(Long id) {
        try (Session session = sessions.open()) {
            Shelf shelf = session.lookup(
                            SHELF,
                            o -> o.options(
                                    selectinload(SHELF.toMany("volumes", Volume.class)),
                                    selectinload(SHELF.toMany("topics", Topic.class))))
                    .getOne(id);
            shelf.volumes.forEach(each -> each.shelf.get()); // without a query: the session has it
            return shelf;
        }
    }

    @Test
    void aGraphComesBackWhole() {
        Shelf copy = SerializedCopy.of(loaded(saved("whole")));
        assertThat(copy.name).isEqualTo("whole");
        assertThat(copy.volumes).extracting(each -> each.title).containsExactly("a", "b");
        assertThat(copy.topics).hasSize(1).allMatch(each -> copy.topics.contains(each));
        assertThat(copy.volumes.get(0).shelf.isLoaded()).isTrue();
        assertThat(copy.volumes.get(0).shelf.get()).isSameAs(copy);
        List<Volume> volumes = SerializedCopy.of(copy.volumes);
        assertThat(volumes).hasSize(2);
    }

    @Test
    void whatWasNotLoadedStaysSoAndSaysWhatWouldHaveLoadedIt() {
        Long id = saved("unloaded");
        Shelf copy;
        try (Session session = sessions.open()) {
            copy = SerializedCopy.of(SerializedCopy.of(session.getOne(Shelf.class, id)));
        }
        assertThat(copy.remarks.isLoaded()).isFalse();
        assertThatThrownBy(copy.volumes::size)
                .isInstanceOf(DetachedException.class)
                .hasMessageContaining(
                        "Shelf#" + id + ".volumes was not loaded, and was serialised without it.\n  loaded at   ")
                .hasMessageContaining("SerializationTest.whatWasNotLoadedStaysSoAndSaysWhatWouldHaveLoadedIt")
                .hasMessageEndingWith(
                        "\n  to load it  select(shelf).options(selectinload(shelf.volumes))\n"
                                + "  or          give the object back to a session: session.merge(object); see docs/orm/loading.md#detached");
        assertThatThrownBy(copy.remarks::get)
                .isInstanceOf(DetachedException.class)
                .hasMessageStartingWith("Shelf#" + id + ".remarks was not loaded, and was serialised without it.");
    }

    @Test
    void itGoesBackByMerge() {
        Long id = saved("goes back");
        Shelf copy = SerializedCopy.of(loaded(id));
        copy.name = "changed elsewhere";
        copy.volumes.remove(0);
        copy.with("c");
        sessions.begin(session -> session.merge(copy));
        Shelf after = loaded(id);
        assertThat(after.name).isEqualTo("changed elsewhere");
        assertThat(after.volumes).extracting(each -> each.title).containsExactlyInAnyOrder("b", "c");
        try (Session session = sessions.open()) {
            assertThat(session.getOne(Shelf.class, id).remarks.get()).isEqualTo("a remark");
        }
    }

    @Test
    void ofAnUnloadedGraphMergeChangesWhatIsThere() {
        Long id = saved("half there");
        Shelf copy;
        try (Session session = sessions.open()) {
            copy = SerializedCopy.of(session.getOne(Shelf.class, id));
        }
        copy.name = "half there, changed";
        sessions.begin(session -> session.merge(copy));
        assertThat(loaded(id).name).isEqualTo("half there, changed");
        assertThat(loaded(id).volumes).hasSize(2);
    }

    @Test
    void whatACacheHadIsTakenForWhatTheRowsHave() {
        Long id = saved("cached");
        Shelf cached = SerializedCopy.of(loaded(id));
        try (Session session = sessions.open()) {
            List<Shelf> got = new ArrayList<>();
            database.statements().expect(0, () -> {
                got.add(session.mergeLoaded(cached));
                session.flush();
            });
            Shelf own = got.get(0);
            assertThat(own).isNotSameAs(cached);
            assertThat(session.state(own)).isEqualTo(EntityState.PERSISTENT);
            assertThat(session.getOne(Shelf.class, id)).isSameAs(own);
            assertThat(session.isModified(own)).isFalse();
            assertThat(own.volumes.get(0)).isNotSameAs(cached.volumes.get(0));
            assertThat(own.volumes.get(0).shelf.get()).isSameAs(own);
            assertThat(own.remarks.get()).isEqualTo("a remark"); // by a query, now that it is asked for
            own.name = "cached and changed";
            own.volumes.remove(0);
            session.commit();
            assertThat(session.mergeLoaded(cached)).isSameAs(own);
        }
        assertThat(loaded(id).name).isEqualTo("cached and changed");
        assertThat(loaded(id).volumes).hasSize(1);
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.mergeLoaded(new Shelf("without a key")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("a Shelf without a key has no row whose state it could be: add it, or merge it");
        }
    }

    @Test
    void anObjectIsMadeNewAgain() {
        Long id = saved("made new");
        Shelf shelf = loaded(id);
        try (Session session = sessions.open()) {
            Shelf own = session.merge(shelf);
            session.makeTransient(own);
            assertThat(session.state(own)).isEqualTo(EntityState.TRANSIENT);
            assertThat(own.remarks.isLoaded()).isTrue();
            own.id = null;
            own.version = 0;
            own.volumes.clear();
            own.topics.clear();
            session.add(own);
            session.commit();
            assertThat(own.id).isNotEqualTo(id);
            assertThat(session.execute(select(SHELF)
                                    .where(SHELF.column("name", String.class).eq("made new")))
                            .all())
                    .hasSize(2);
        }
    }

    @Test
    void whatWasAddedUnreadStaysInAnObjectThatIsMadeNew() {
        Long id = saved("added unread");
        try (Session session = sessions.open()) {
            Shelf own = session.getOne(Shelf.class, id).with("c");
            session.makeTransient(own);
            assertThat(own.volumes).extracting(each -> each.title).containsExactly("c");
        }
    }
}
