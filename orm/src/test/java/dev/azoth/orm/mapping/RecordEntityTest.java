package dev.azoth.orm.mapping;

import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.LoaderOption;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.ToOne;
import dev.azoth.orm.annotation.CreatedAt;
import dev.azoth.orm.annotation.ServerDefault;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Row;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Records as entities. Answers two complaints: that a mapper gives a record its key after it was made, by writing to its final members; and that records,
 * which are told apart by their values, are held like objects that change. Here the stored record is another one, and none ever changes.
 */
@EveryDatabase
class RecordEntityTest {
    private static final MetaData TABLES = Entities.metadata(Coin.class, Finder.class);
    private static final EntityPath<Coin> coin = Entities.path(Coin.class);
    private static final ColumnReference<Long> ID = coin.column("id", Long.class);
    private static final ColumnReference<String> NAME = coin.column("name", String.class);
    private static final ColumnReference<Integer> WORTH = coin.column("worth", Integer.class);
    private static final EntityPath<Finder> finder = Entities.path(Finder.class);
    private static final ColumnReference<Integer> FINDER_ID = finder.column("id", Integer.class);
    private static final ToOne<Finder, Coin> FOUND = finder.toOne("found", Coin.class);

    private final Database database;
    private final SessionFactory sessions;

    RecordEntityTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    /** Measures; a record within a record. */
    @Embeddable
    record Size(int width, @Nullable Integer height) {}

    /** A row. */
    @Entity
    @Table(name = "record_coin")
    record Coin(
            @Id @GeneratedValue @Nullable Long id,
            @Column(length = 30, unique = true) String name,
            int worth,
            Size size,

            @ServerDefault("'found'") @Column(length = 10) @Nullable
            String state,

            @CreatedAt @Nullable Instant foundAt) {
        static Coin of(String name, int worth) {
            return new Coin(null, name, worth, new Size(worth, null), null, null);
        }
    }

    /** A class that leads to a record, in both ways. */
    @Entity
    @Table(name = "record_finder")
    static class Finder {
        @Id
        int id;

        @ManyToOne
        Lazy<Coin> found = Lazy.empty();

        @ManyToOne
        @Nullable
        Coin best;

        Finder() {}

        Finder(int id, Coin found) {
            this.id = id;
            this.found = Lazy.of(found);
            this.best = found;
        }
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(TABLES);
    }

    @AfterEach
    void empty() {
        sessions.begin(session -> {
            session.execute(delete(finder));
            session.execute(delete(coin));
        });
    }

    private static long id(Coin stored) {
        return Objects.requireNonNull(stored.id());
    }

    @Test
    void insertGivesTheStoredRecordWithItsKey() {
        Coin given = Coin.of("o'euro 🪙", 2);
        Coin stored = sessions.transaction(session -> {
            Coin made = session.insert(given);
            assertThat(session.state(made)).isEqualTo(EntityState.PERSISTENT);
            assertThat(session.state(given)).isEqualTo(EntityState.TRANSIENT);
            assertThat(session.get(Coin.class, id(made))).containsSame(made);
            return made;
        });
        assertThat(given.id()).isNull();
        assertThat(stored.name()).isEqualTo(given.name());
        assertThat(stored.size()).isEqualTo(given.size());
        assertThat(stored.state()).isEqualTo("found");
        assertThat(stored.foundAt()).isNotNull();
        try (Session session = sessions.open()) {
            assertThat(session.get(Coin.class, id(stored))).contains(stored);
            Coin undone = session.insert(Coin.of("undone", 1));
            session.rollback();
            assertThat(session.get(Coin.class, id(undone))).isEmpty();
            assertThat(session.execute(select(count()).from(coin)).one()).isEqualTo(1);
        }
    }

    @Test
    void aSavepointThatIsRolledBackTakesTheRecordAway() {
        if (database.name().equals("duckdb")) {
            return; // has no savepoints
        }
        try (Session session = sessions.open()) {
            Coin before = session.insert(Coin.of("before", 1));
            SessionSavepoint savepoint = session.beginNested();
            Coin inside = session.insert(Coin.of("inside", 1));
            savepoint.rollback();
            assertThat(session.contains(inside)).isFalse();
            assertThat(session.get(Coin.class, id(inside))).isEmpty();
            assertThat(session.get(Coin.class, id(before))).containsSame(before);
        }
    }

    @Test
    void everyQueryReadsThem() {
        sessions.begin(session -> List.of(Coin.of("cent", 1), Coin.of("dime", 10), Coin.of("euro", 100))
                .forEach(session::insert));
        try (Session session = sessions.open()) {
            List<String> sent = database.statements()
                    .during(() -> assertThat(session.execute(
                                            select(coin).where(WORTH.gt(1)).orderBy(WORTH.desc()))
                                    .all())
                            .extracting(Coin::name)
                            .containsExactly("euro", "dime"));
            assertThat(sent).hasSize(1);
            assertThat(session.execute(select(coin).orderBy(NAME).limit(1).offset(1))
                            .one()
                            .worth())
                    .isEqualTo(10);
            EntityPath<Coin> other = coin.as("other");
            Row row = session.execute(select(coin, other)
                            .from(coin)
                            .join(other, other.column("worth", Integer.class).eq(WORTH.times(100))))
                    .one();
            assertThat(row.get(coin).name() + row.get(other).name()).isEqualTo("centeuro");
            EntityPath<Coin> rich = coin.from(select(coin).where(WORTH.ge(10)).subquery("rich"));
            assertThat(session.execute(select(rich)).all()).hasSize(2);
            assertThat(session.execute(select(coin)
                                    .where(coin.column("size.width", Integer.class)
                                            .eq(10)))
                            .one())
                    .isSameAs(row(session, "dime"));
            assertThat(session.execute(select(WORTH)
                                    .from(coin)
                                    .where(ID.in(select(ID).from(coin).where(NAME.eq("cent")))))
                            .one())
                    .isEqualTo(1);
        }
    }

    private static Coin row(Session session, String name) {
        return session.execute(select(coin).where(NAME.eq(name))).one();
    }

    @Test
    void relationshipsOfOthersLeadToThem() {
        sessions.begin(session -> {
            Coin cent = session.insert(Coin.of("cent", 1));
            session.addAll(new Finder(1, cent), new Finder(2, session.insert(Coin.of("dime", 10))));
        });
        for (LoaderOption<?> each : List.of(joinedload(FOUND), selectinload(FOUND))) {
            try (Session session = sessions.open()) {
                List<Finder> all = session.execute(
                                select(finder).orderBy(FINDER_ID).options(each))
                        .all();
                assertThat(all).extracting(it -> it.found.get().name()).containsExactly("cent", "dime");
                assertThat(all.get(0).best).isSameAs(all.get(0).found.get());
            }
        }
        try (Session session = sessions.open()) {
            Finder first = session.get(Finder.class, 1).orElseThrow();
            Coin cent = first.found.get();
            assertThat(session.execute(select(finder).where(FOUND.eq(cent))).one())
                    .isSameAs(first);
            assertThat(session.execute(select(finder).where(FOUND.has(coin, WORTH.gt(5))))
                            .one()
                            .id)
                    .isEqualTo(2);
            first.found = Lazy.of(row(session, "dime"));
            session.commit();
        }
        try (Session session = sessions.open()) {
            assertThat(session.get(Finder.class, 1).orElseThrow().found.get().name())
                    .isEqualTo("dime");
        }
    }

    @Test
    void aStatementThatChangesTheRowGivesAnotherRecord() {
        try (Session session = sessions.open()) {
            Coin cent = session.insert(Coin.of("cent", 1));
            session.execute(update(coin).set(WORTH, 2).where(NAME.eq("cent")));
            Coin changed = session.get(Coin.class, id(cent)).orElseThrow();
            assertThat(changed.worth()).isEqualTo(2);
            assertThat(cent.worth()).isEqualTo(1);
            Coin upserted = session.execute(insert(coin)
                            .values(ID, id(cent))
                            .values(NAME, "cent")
                            .values(WORTH, 3)
                            .values(coin.column("size.width", Integer.class), 3)
                            .onConflict(ID)
                            .doUpdate(there -> there.setExcluded(WORTH))
                            .returning(coin))
                    .one();
            assertThat(upserted.worth()).isEqualTo(3);
            assertThat(session.get(Coin.class, id(cent))).containsSame(upserted);
            session.delete(upserted);
            session.flush();
            assertThat(session.get(Coin.class, id(cent))).isEmpty();
            session.insert(Coin.of("gone", 1));
            session.execute(delete(coin).where(NAME.eq("gone")));
            assertThat(session.execute(select(coin)).all()).isEmpty();
        }
    }

    @Test
    void aRecordIsNotChanged() {
        try (Session session = sessions.open()) {
            Coin cent = session.insert(Coin.of("cent", 1));
            assertThatThrownBy(() -> session.set(cent, WORTH, literal(5)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("Coin#" + cent.id() + " is a record, which never changes");
            Coin other = new Coin(cent.id(), "other", 5, cent.size(), "found", cent.foundAt());
            assertThatThrownBy(() -> session.merge(other))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "Coin#" + cent.id()
                                    + " is a record, which never changes: change its row with update(…), or upsert it with insert(…).onConflict(…)");
            assertThatThrownBy(() -> session.add(Coin.of("keyless", 1)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "Coin is a record, which cannot be given its id, state, foundAt later: make it with that, or take what session.insert(…) gives");
        }
    }

    @Test
    void aClassIsInsertedTheSameWay() {
        try (Session session = sessions.open()) {
            Finder given = new Finder(1, session.insert(Coin.of("cent", 1)));
            Finder stored = session.insert(given);
            assertThat(stored).isNotSameAs(given);
            assertThat(stored.found.get().name()).isEqualTo("cent");
        }
    }
}
