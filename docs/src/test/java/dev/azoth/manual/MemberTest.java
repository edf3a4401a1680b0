package dev.azoth.manual;

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
        metadata.createAll(database.engine());
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

    @AfterEach
    void empty(Database database) {
        metadata.dropAll(database.engine());
    }
}
