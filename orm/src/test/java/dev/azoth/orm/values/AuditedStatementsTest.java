package dev.azoth.orm.values;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SynchronizeSession;
import dev.azoth.orm.annotation.CreatedAt;
import dev.azoth.orm.annotation.CreatedBy;
import dev.azoth.orm.annotation.UpdatedAt;
import dev.azoth.orm.annotation.UpdatedBy;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Answers the complaint that what does not go through objects, an upsert above all, leaves the columns of when and by whom empty or old: statements of entities set them as a
 * flush does, unless they say something else.
 */
@EveryDatabase
class AuditedStatementsTest {
    private static final Instant FIRST = Instant.parse("2026-03-29T00:59:59.999999Z");
    private static final Instant LATER = Instant.parse("2026-10-25T01:00:00Z");
    private static final MetaData TABLES = Entities.metadata(Article.class, Boat.class);
    private static final EntityPath<Article> ARTICLE = Entities.path(Article.class);
    private static final ColumnReference<String> CODE = ARTICLE.column("code", String.class);
    private static final ColumnReference<String> TITLE = ARTICLE.column("title", String.class);
    private static final EntityPath<Boat> BOAT = Entities.path(Boat.class);

    private final Database database;
    private final SessionFactory sessions;
    private Instant now = FIRST;
    private String user = "ann";

    AuditedStatementsTest(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(
                database.engine(), options -> options.clock(new Watch()).user(() -> user));
    }

    @PrepareDatabase
    static void createTables(Database database) {
        TABLES.createAll(database.engine());
    }

    private final class Watch extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @MappedSuperclass
    abstract static class Audited {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @CreatedAt
        @Column(updatable = false)
        @Nullable
        Instant createdAt;

        @CreatedBy
        @Column(updatable = false)
        @Nullable
        String createdBy;

        @UpdatedAt
        @Nullable
        Instant updatedAt;

        @UpdatedBy
        @Nullable
        String updatedBy;
    }

    @Entity
    static class Article extends Audited {
        @Column(unique = true, length = 40)
        String code = "";

        String title = "";

        @Version
        int version;

        Article() {}

        Article(String code, String title) {
            this.code = code;
            this.title = title;
        }
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    static sealed class Boat extends Audited permits Ferry {
        String name = "";
    }

    @Entity
    static final class Ferry extends Boat {
        int cars;
    }

    private Article saved(String code) {
        Article article = new Article(code, "first");
        sessions.begin(session -> session.add(article));
        now = LATER;
        user = "bob";
        return article;
    }

    private static void isChangedByBob(Article article) {
        assertThat(List.of(article.createdAt, article.createdBy)).containsExactly(FIRST, "ann");
        assertThat(List.of(article.updatedAt, article.updatedBy)).containsExactly(LATER, "bob");
    }

    private Article read(Session session, Article article) {
        return session.getOne(Article.class, article.id);
    }

    private void isChangedByBobInItsRow(Article article) {
        sessions.begin(session -> isChangedByBob(read(session, article)));
    }

    @Test
    void anUpsertSetsThemInNewRowsAndInOldOnes() {
        Article old = saved("upsert 1");
        Insert<Row> upsert = insert(ARTICLE).onConflict(CODE).doUpdate(there -> there.setExcluded(TITLE));
        try (Session session = sessions.open()) {
            Article held = read(session, old);
            List<Article> all = session.execute(
                            upsert.returning(ARTICLE),
                            List.of(
                                    Map.of("code", "upsert 0", "title", "second"),
                                    Map.of("code", "upsert 1", "title", "second")))
                    .all();
            assertThat(all.get(1)).isSameAs(held);
            isChangedByBob(held);
            assertThat(List.of(held.title, held.version)).containsExactly("second", 1);
            assertThat(List.of(all.get(0).createdAt, all.get(0).createdBy)).containsExactly(LATER, "bob");
            assertThat(List.of(all.get(0).updatedAt, all.get(0).updatedBy)).containsExactly(LATER, "bob");
            session.commit();
        }
        isChangedByBobInItsRow(old);
    }

    @Test
    void anUpdateSetsThemWhicheverWayTheObjectsLearnOfIt() {
        for (SynchronizeSession how : SynchronizeSession.values()) {
            now = FIRST;
            user = "ann";
            Article article = saved("update " + how);
            try (Session session = sessions.open()) {
                Article held = read(session, article);
                session.execute(
                        update(ARTICLE)
                                .set(TITLE, "second")
                                .where(ARTICLE.column("id", Long.class).eq(article.id)),
                        how);
                if (how == SynchronizeSession.OFF) {
                    assertThat(held.updatedBy).isEqualTo("ann");
                    session.refresh(held);
                }
                isChangedByBob(held);
                session.commit();
            }
            isChangedByBobInItsRow(article);
        }
    }

    @Test
    void anUpdateByKeysSetsThem() {
        Article article = saved("by key");
        try (Session session = sessions.open()) {
            Article held = read(session, article);
            session.execute(update(ARTICLE), List.of(Map.of("id", article.id, "title", "second")));
            isChangedByBob(held);
            database.statements().expect(0, session::flush);
            session.commit();
        }
        isChangedByBobInItsRow(article);
    }

    @Test
    void whatTheStatementSaysItselfStays() {
        Article article = saved("said");
        ColumnReference<String> by = ARTICLE.column("updatedBy", String.class);
        sessions.begin(session -> {
            session.execute(update(ARTICLE).set(by, "the robot").where(CODE.eq("said")));
            assertThat(read(session, article).updatedBy).isEqualTo("the robot");
            session.execute(update(ARTICLE), List.of(Map.of("id", article.id, "updatedBy", "another")));
            assertThat(read(session, article).updatedBy).isEqualTo("another");
            assertThat(read(session, article).updatedAt).isEqualTo(LATER);
        });
    }

    @Test
    void rowsInSeveralTablesHaveThemInTheFirst() {
        Ferry ferry = new Ferry();
        sessions.begin(session -> session.add(ferry));
        now = LATER;
        user = "bob";
        EntityPath<Ferry> path = Entities.path(Ferry.class);
        try (Session session = sessions.open()) {
            Ferry held = session.getOne(Ferry.class, ferry.id);
            session.execute(update(path).set(path.column("cars", Integer.class), 12));
            assertThat(List.of(held.cars, held.updatedAt, held.updatedBy)).containsExactly(12, LATER, "bob");
            session.execute(update(path), List.of(Map.of("id", ferry.id, "cars", 13)));
            session.commit();
        }
        try (Session session = sessions.open()) {
            Boat boat = session.execute(select(BOAT)).one();
            assertThat(List.of(boat.createdBy, boat.updatedBy, ((Ferry) boat).cars))
                    .containsExactly("ann", "bob", 13);
        }
    }
}
