package dev.azoth.orm.session;

import static dev.azoth.orm.Loading.containsEager;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.ToMany;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a flush makes of collections that hold some of the objects, since a query filtered them. Complaint answered: that objects which a filtered fetch left
 * out were taken for removed, and deleted.
 */
@EveryDatabase
class PartialCollectionTest {
    private static final EntityPath<Team> TEAM = Entities.path(Team.class);
    private static final EntityPath<Member> MEMBER = Entities.path(Member.class);
    private static final ToMany<Team, Member> MEMBERS = TEAM.toMany("members", Member.class);
    private static final ColumnReference<String> NAME = MEMBER.column("name", String.class);

    private final SessionFactory sessions;
    private Team saved;

    PartialCollectionTest(Database database) {
        this.sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    @BeforeEach
    void save() {
        saved = new Team(java.util.UUID.randomUUID().toString(), new Member("a"), new Member("b"), new Member("c"));
        sessions.begin(session -> session.add(saved));
    }

    private Select<Team> withMember(String name) {
        return select(TEAM)
                .from(TEAM)
                .join(MEMBER, MEMBERS.on(MEMBER))
                .where(NAME.eq(name), TEAM.column("id", Long.class).eq(saved.id))
                .options(containsEager(MEMBERS));
    }

    private long members() {
        try (Session session = sessions.open()) {
            return session.execute(select(count())
                            .from(MEMBER)
                            .where(MEMBER.toOne("team", Team.class)
                                    .key(Long.class)
                                    .eq(saved.id)))
                    .one();
        }
    }

    @Test
    void whatItLacksIsNotDeleted() {
        try (Session session = sessions.open()) {
            Team team = session.execute(withMember("b")).one();
            assertThat(team.members).hasSize(1);
            team.name = "renamed";
            team.members.add(new Member("d"));
            assertThat(session.pending()).hasSize(2);
            session.commit();
        }
        assertThat(members()).isEqualTo(4);
    }

    @Test
    void whatIsTakenOutOfItIsDeletedAlone() {
        try (Session session = sessions.open()) {
            Team team = session.execute(select(TEAM)
                            .where(TEAM.column("id", Long.class).eq(saved.id))
                            .options(selectinload(MEMBERS).where(NAME.ne("a"))))
                    .one();
            assertThat(team.members).hasSize(2);
            team.members.remove(0);
            session.flush();
            assertThat(team.members).hasSize(1);
            session.rollback();
            assertThat(team.members).as("restored as it was").hasSize(2);
            team.members.remove(0);
            session.commit();
        }
        assertThat(members()).isEqualTo(2);
    }

    @Test
    void deleteCascadesToAll() {
        try (Session session = sessions.open()) {
            Team team = session.execute(withMember("b")).one();
            session.delete(team);
            session.commit();
        }
        assertThat(members()).isZero();
    }

    @Test
    void mergeTakesNothingOut() {
        Team detached;
        try (Session session = sessions.open()) {
            detached = session.execute(withMember("b")).one();
        }
        detached.members.get(0).name = "renamed";
        detached.name = "merged";
        try (Session session = sessions.open()) {
            Team team = session.merge(detached);
            assertThat(team.members).extracting(each -> each.name).containsExactlyInAnyOrder("a", "renamed", "c");
            session.commit();
        }
        assertThat(members()).isEqualTo(3);
    }

    @Test
    void refreshMakesItWhole() {
        try (Session session = sessions.open()) {
            Team team = session.execute(withMember("b")).one();
            session.refresh(team);
            assertThat(team.members).hasSize(3);
        }
    }
}
