package dev.azoth.manual;

import dev.azoth.engine.Engine;
import dev.azoth.orm.Entities;
import dev.azoth.orm.SessionFactory;
import dev.azoth.schema.MetaData;
import dev.azoth.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A database with two users, one of them in a team and with two addresses. */
abstract class MemberTest {
    private final MetaData metadata = Entities.metadata(User.class);
    SessionFactory sessions;

    @BeforeEach
    void fill(Database database) {
        createTables(database);
        sessions = SessionFactory.create(database.engine(), User.class);
        sessions.begin(session -> {
            Team team = new Team("kitchen");
            session.add(team);
            User sandy = new User("sandy").withAddress("sandy@example.org").withAddress("sandy@work.example");
            sandy.team = dev.azoth.orm.Lazy.of(team);
            sandy.interests.add(new Interest("science"));
            session.add(sandy);
            session.add(new User("patrick").withAddress("patrick@example.org"));
        });
    }

    /** What belongs to an object is deleted with it, in one transaction: on DuckDB that needs tables without foreign keys. */
    private void createTables(Database database) {
        String parameters = database.name().equals("duckdb") ? "?foreign_keys=off" : "";
        try (Engine engine = Engine.create(database.url() + parameters)) {
            metadata.createAll(engine);
        }
    }

    @AfterEach
    void empty(Database database) {
        metadata.dropAll(database.engine());
    }
}
