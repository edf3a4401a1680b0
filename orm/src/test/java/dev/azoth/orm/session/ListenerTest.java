package dev.azoth.orm.session;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Registration;
import dev.azoth.orm.AttributeChange;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityEvent;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.PendingChange;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionListener;
import dev.azoth.orm.session.Workshop.Member;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.sql.Statement;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What those who listen to sessions are told. */
@EveryDatabase
class ListenerTest {
    private static final EntityPath<Team> TEAM = Entities.path(Team.class);

    private final Database database;
    private final SessionFactory sessions;
    private final List<String> told = new ArrayList<>();

    ListenerTest(Database database) {
        this.database = database;
        this.sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    private static String name(Object entity) {
        return entity instanceof Team team ? team.name : ((Member) entity).name;
    }

    /** Notes all that it is told. */
    private final class Notes implements SessionListener {
        @Override
        public <T> Statement<T> executing(Session session, Statement<T> statement) {
            told.add("executing");
            return statement;
        }

        @Override
        public void begun(Session session) {
            told.add("begun");
        }

        @Override
        public void flushing(Session session) {
            told.add("flushing");
        }

        @Override
        public void flushed(Session session, List<PendingChange> changes) {
            changes.forEach(each -> told.add("flushed " + each.kind() + " " + name(each.entity())));
        }

        @Override
        public void committing(Session session) {
            told.add("committing");
        }

        @Override
        public void committed(Session session) {
            told.add("committed");
        }

        @Override
        public void rolledBack(Session session) {
            told.add("rolled back");
        }

        private void note(String what, EntityEvent event) {
            told.add(what + " " + name(event.entity()) + " "
                    + event.changes().stream().map(AttributeChange::attribute).toList());
        }

        @Override
        public void inserting(EntityEvent event) {
            note("inserting", event);
        }

        @Override
        public void inserted(EntityEvent event) {
            note("inserted", event);
        }

        @Override
        public void updating(EntityEvent event) {
            note("updating", event);
        }

        @Override
        public void updated(EntityEvent event) {
            note("updated", event);
        }

        @Override
        public void deleting(EntityEvent event) {
            note("deleting", event);
        }

        @Override
        public void deleted(EntityEvent event) {
            note("deleted", event);
        }

        @Override
        public void loaded(Session session, Object entity) {
            told.add("loaded " + name(entity));
        }

        @Override
        public void refreshed(Session session, Object entity) {
            told.add("refreshed " + name(entity));
        }

        @Override
        public void stateChanged(Session session, Object entity, EntityState before, EntityState now) {
            told.add(name(entity) + " " + before + " " + now);
        }
    }

    @Test
    void itIsToldOfAll() {
        try (Session session = sessions.open()) {
            session.listen(new Notes());
            Team team = new Team("all");
            session.add(team);
            session.commit();
            assertThat(told)
                    .containsExactly(
                            "all TRANSIENT PENDING",
                            "committing",
                            "flushing",
                            "inserting all [name]",
                            "begun",
                            "inserted all [name]",
                            "all PENDING PERSISTENT",
                            "flushed INSERT all",
                            "flushing",
                            "committed");
            told.clear();
            team.name = "changed";
            session.execute(select(TEAM.column("id", Long.class))).all();
            session.refresh(team);
            session.delete(team);
            session.rollback();
            assertThat(told)
                    .containsExactly(
                            "executing",
                            "flushing",
                            "updating changed [name]",
                            "begun",
                            "updated changed [name]",
                            "flushed UPDATE changed",
                            "refreshed changed",
                            "changed PERSISTENT DELETED",
                            "all DELETED PERSISTENT",
                            "rolled back");
            told.clear();
            session.delete(team);
            session.commit();
            assertThat(told)
                    .containsExactly(
                            "all PERSISTENT DELETED",
                            "committing",
                            "flushing",
                            "deleting all []",
                            "begun",
                            "deleted all []",
                            "flushed DELETE all",
                            "flushing",
                            "all DELETED DETACHED",
                            "committed");
        }
    }

    @Test
    void itIsToldOfWhatIsLoadedWhenThatIsComplete() {
        Team saved = new Team("complete", new Member("a"), new Member("b"));
        sessions.begin(session -> session.add(saved));
        try (Session session = sessions.open()) {
            session.listen(new SessionListener() {
                @Override
                public void loaded(Session in, Object entity) {
                    told.add(entity instanceof Member member ? member.name + " of " + member.team.name : name(entity));
                }
            });
            Team team = session.get(Team.class, saved.id).orElseThrow();
            assertThat(team.members).hasSize(2);
            assertThat(told).containsExactly("complete", "a of complete", "b of complete");
        }
    }

    @Test
    void oneOfAFactoryHearsOfAllItsSessionsUntilItIsTakenOut() {
        SessionFactory listened = SessionFactory.create(database.engine(), options -> options.listener(new Notes()));
        listened.begin(session -> session.add(new Team("by option")));
        assertThat(told).contains("committed");
        told.clear();
        try (Session session = sessions.open()) {
            Registration registration = sessions.listen(new Notes());
            session.rollback();
            assertThat(told).containsExactly("rolled back");
            registration.close();
            registration.close();
            session.rollback();
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void oneOfASessionsOptionsHearsOfThatSessionAloneAfterThoseOfTheFactory() {
        SessionFactory listened =
                SessionFactory.create(database.engine(), options -> options.listener(named("factory")));
        try (Session session = listened.open(options -> options.listener(named("session")));
                Registration later = listened.listen(named("later"))) {
            session.rollback();
            assertThat(told).containsExactly("factory", "later", "session");
            listened.begin(other -> other.rollback());
            assertThat(told).endsWith("session", "factory", "later");
        }
    }

    private SessionListener named(String name) {
        return new SessionListener() {
            @Override
            public void rolledBack(Session session) {
                told.add(name);
            }
        };
    }

    @Test
    void closingLetsAllGo() {
        Session session = sessions.open();
        session.add(new Team("closing"));
        session.flush();
        session.add(new Team("never written"));
        session.listen(new Notes());
        session.close();
        assertThat(told).containsExactly("closing PERSISTENT DETACHED", "never written PENDING TRANSIENT");
    }
}
