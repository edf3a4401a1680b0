package dev.azoth.orm.session;

import static dev.azoth.sql.Sql.insert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Upserts of entities. Answers the complaint that an upsert is one of the ORM's ways of saving, which writes what it should not: it is a statement of its own, which
 * gives objects.
 */
@EveryDatabase
class UpsertTest {
    private static final EntityPath<Team> TEAM = Entities.path(Team.class);
    private static final ColumnReference<Long> ID = TEAM.column("id", Long.class);
    private static final ColumnReference<String> NAME = TEAM.column("name", String.class);
    private static final EntityPath<Member> MEMBER = Entities.path(Member.class);
    private static final ColumnReference<Long> MEMBER_ID = MEMBER.column("id", Long.class);
    private static final ColumnReference<String> MEMBER_NAME = MEMBER.column("name", String.class);

    private final SessionFactory sessions;

    UpsertTest(Database database) {
        sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    @Test
    void upsertGivesTheSessionsObjects() {
        Member member = new Member("there");
        sessions.begin(session -> session.add(member));
        try (Session session = sessions.open()) {
            Member held = session.get(Member.class, member.id).orElseThrow();
            Insert<Row> upsert = insert(MEMBER)
                    .values(MEMBER_ID, member.id)
                    .values(MEMBER_NAME, "there, renamed")
                    .onConflict(MEMBER_ID)
                    .doUpdate(there -> there.setExcluded(MEMBER_NAME));
            Member given = session.execute(upsert.returning(MEMBER)).one();
            assertThat(given).isSameAs(held);
            assertThat(held.name).isEqualTo("there, renamed");
            assertThat(held.version).isEqualTo(1);
            session.execute(upsert);
            assertThat(held.version).isEqualTo(2);
            held.note = "by the flush";
            session.flush();
            assertThat(held.version).isEqualTo(3);
            session.rollback();
            assertThat(held.name).isEqualTo("there");
            assertThat(held.version).isZero();
        }
    }

    @Test
    void upsertOfManyRowsGivesNewObjectsAndOldOnes() {
        Team team = new Team("upsert 1");
        sessions.begin(session -> session.add(team));
        try (Session session = sessions.open()) {
            Team held = session.get(Team.class, team.id).orElseThrow();
            List<Team> given = session.execute(
                            insert(TEAM)
                                    .onConflict(NAME)
                                    .doUpdate(there -> there.setExcluded(NAME))
                                    .returning(TEAM),
                            List.of(Map.of("name", "upsert 0"), Map.of("name", "upsert 1"), Map.of("name", "upsert 2")))
                    .all();
            assertThat(given).extracting(each -> each.name).containsExactly("upsert 0", "upsert 1", "upsert 2");
            assertThat(given.get(1)).isSameAs(held);
            assertThat(given.get(0).id).isNotNull();
            session.commit();
        }
    }

    @Test
    void insertedObjectIsTheSessions() {
        try (Session session = sessions.open()) {
            Member made = session.execute(
                            insert(MEMBER).values(MEMBER_NAME, "one").returning(MEMBER))
                    .one();
            assertThat(made.version).isZero();
            assertThat(session.get(Member.class, made.id).orElseThrow()).isSameAs(made);
            Row row = session.execute(insert(TEAM).values(NAME, "with columns").returning(TEAM, ID, NAME))
                    .one();
            assertThat(row.get(TEAM).id).isEqualTo(row.get(ID));
            assertThat(row.get(NAME)).isEqualTo("with columns");
        }
    }
}
