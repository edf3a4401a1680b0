package dev.azoth.orm.session;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DetachedException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Loading;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import org.junit.jupiter.api.Test;

/** What waits in a collection is merged when that is read, and where it may be. */
@EveryDatabase
class UnloadedReadTest extends Unloaded {
    private static final EntityPath<Team> TEAM = Entities.path(Team.class);

    UnloadedReadTest(Database database) {
        super(database);
    }

    @Test
    void whatIsReadWhileSomethingWaitsIsMerged() {
        Team team = saved(new Team("merged", new Member("there"), new Member("goes")));
        SessionFactory manual = SessionFactory.create(database.engine(), options -> options.autoflush(false));
        try (Session session = manual.open()) {
            Team own = own(session, team);
            Member gone = own(session, team.members.get(1));
            own.members.add(new Member("added"));
            own.members.remove(gone);
            assertThat(own.members).extracting(each -> each.name).containsExactly("there", "added");
            assertThat(session.pending()).hasSize(2);
            session.commit();
        }
        assertThat(members(team)).containsExactlyInAnyOrder("there", "added");
    }

    @Test
    void aStrategyThatLoadsItMergesToo() {
        Team team = saved(new Team("merged by selectin", new Member("there")));
        SessionFactory manual = SessionFactory.create(database.engine(), options -> options.autoflush(false));
        try (Session session = manual.open()) {
            Team own = own(session, team);
            own.members.add(new Member("added"));
            session.execute(select(TEAM)
                            .where(TEAM.column("id", Long.class).eq(team.id))
                            .options(Loading.selectinload(TEAM.toMany("members", Member.class))))
                    .one();
            assertThat(isLoaded(own.members)).isTrue();
            assertThat(own.members).hasSize(2);
            session.rollback();
            assertThat(own.members).extracting(each -> each.name).containsExactly("there");
        }
    }

    @Test
    void whatLooksAtItLoadsIt() {
        Team team = saved(new Team("looked at", new Member("there")));
        try (Session session = sessions.open()) {
            Team own = own(session, team);
            own.members.add(new Member("added"));
            assertThat(own.members.get(1).name).isEqualTo("added");
            assertThat(isLoaded(own.members)).isTrue();
        }
    }

    @Test
    void outsideOfItsSessionNobodyWouldWriteIt() {
        Team team = saved(new Team("outside"));
        Team own = sessions.transaction(session -> own(session, team));
        assertThatThrownBy(() -> own.members.add(new Member("lost"))).isInstanceOf(DetachedException.class);
        try (Session session = sessions.open()) {
            Team expunged = own(session, team);
            session.expunge(expunged);
            assertThatThrownBy(() -> expunged.members.add(new Member("lost"))).isInstanceOf(DetachedException.class);
        }
    }

    @Test
    void aStrictSessionAllowsItSinceNothingIsLoaded() {
        Team team = saved(new Team("strict"));
        SessionFactory strict = SessionFactory.create(database.engine(), options -> options.strict(true));
        strict.begin(session -> own(session, team).members.add(new Member("added")));
        assertThat(members(team)).containsExactly("added");
    }
}
