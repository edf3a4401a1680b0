package dev.azoth.orm.session;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityEvent;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.EntityState;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.SessionListener;
import dev.azoth.orm.session.Workshop.Team;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Delete;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Statement;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What those who listen to sessions may do to statements. */
@EveryDatabase
class StatementListenerTest {
    private static final EntityPath<Team> TEAM = Entities.path(Team.class);

    private final SessionFactory sessions;
    private final List<String> told = new ArrayList<>();

    StatementListenerTest(Database database) {
        this.sessions = Workshop.sessions(database);
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Workshop.TABLES);
    }

    @Test
    void itMayReplaceWhatTheProgramRuns() {
        sessions.begin(session -> session.addAll(new Team("visible"), new Team("hidden")));
        try (Session session = sessions.open()) {
            session.listen(new SessionListener() {
                @Override
                @SuppressWarnings("unchecked") // a select stays one of the same rows
                public <T> Statement<T> executing(Session in, Statement<T> statement) {
                    return statement instanceof Select<?> select
                            ? (Statement<T>) select.where(
                                    TEAM.column("name", String.class).ne("hidden"))
                            : statement;
                }
            });
            assertThat(session.execute(select(TEAM)
                                    .where(TEAM.column("name", String.class).in("visible", "hidden")))
                            .all())
                    .extracting(each -> each.name)
                    .containsExactly("visible");
        }
    }

    /** Complaint: an upsert is told as an update, or as an insert, and those who listen do what is wrong for the other. It is a statement with both, and no event of an object. */
    @Test
    @Requires(Capability.UPSERT)
    void itHearsOfAnUpsertAsWhatItIs() {
        try (Session session = sessions.open()) {
            session.listen(new SessionListener() {
                @Override
                public <T> Statement<T> executing(Session in, Statement<T> statement) {
                    told.add(
                            statement instanceof Insert<?> insert
                                            && insert.conflict().isPresent()
                                    ? "upsert"
                                    : "other");
                    return statement;
                }

                @Override
                public void inserting(EntityEvent event) {
                    told.add("inserting " + event);
                }

                @Override
                public void updating(EntityEvent event) {
                    told.add("updating " + event);
                }
            });
            ColumnReference<String> name = TEAM.column("name", String.class);
            Insert<Row> upsert = insert(TEAM).onConflict(name).doUpdate(there -> there.setExcluded(name));
            session.execute(upsert.values(name, "told of"));
            session.execute(upsert, List.of(Map.of("name", "told of"), Map.of("name", "told of too")));
            session.execute(insert(TEAM).values(name, "inserted"));
            assertThat(told).containsExactly("upsert", "upsert", "other");
        }
    }

    @Test
    void itHearsOfChangesAndMayReplaceThemToo() {
        sessions.begin(session -> session.addAll(new Team("to be kept"), new Team("to go")));
        ColumnReference<String> name = TEAM.column("name", String.class);
        try (Session session = sessions.open()) {
            List<Team> held = session.execute(
                            select(TEAM).where(name.in("to be kept", "to go")).orderBy(name))
                    .all();
            session.listen(new SessionListener() {
                @Override
                @SuppressWarnings("unchecked") // a delete stays one
                public <T> Statement<T> executing(Session in, Statement<T> statement) {
                    told.add(statement.getClass().getSimpleName());
                    return statement instanceof Delete<?> delete
                            ? (Statement<T>) delete.where(name.ne("to be kept"))
                            : statement;
                }
            });
            session.execute(delete(TEAM).where(name.in("to be kept", "to go")));
            assertThat(held.stream().map(session::state)).containsExactly(EntityState.PERSISTENT, EntityState.DELETED);
            session.execute(insert(TEAM), List.of(Map.of("name", "by a map")));
            session.execute(update(TEAM), List.of(Map.of("id", held.get(0).id, "name", "kept")));
            assertThat(held.get(0).name).isEqualTo("kept");
            assertThat(told).containsExactly("Delete", "Insert", "Update");
        }
        try (Session session = sessions.open()) {
            session.listen(new SessionListener() {
                @Override
                @SuppressWarnings("unchecked") // that is the mistake
                public <T> Statement<T> executing(Session in, Statement<T> statement) {
                    return (Statement<T>) select(name);
                }
            });
            assertThatThrownBy(() -> session.execute(insert(TEAM), List.of(Map.of("name", "refused"))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("many rows go with an INSERT, and a listener replaced it by a Select");
        }
    }
}
