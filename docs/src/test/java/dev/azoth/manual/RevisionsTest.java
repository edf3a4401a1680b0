package dev.azoth.manual;

import static dev.azoth.manual.User_.user;
import static dev.azoth.orm.Loading.readOnly;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.history.EntityHistory;
import dev.azoth.orm.history.Revision;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class RevisionsTest extends MemberTest {
    @Test
    void changesAreKept(Database database) throws InterruptedException {
        // tag::history-register
        EntityHistory history = EntityHistory.of(User.class);
        database.engine().createAll(history.tables()); // member_history

        SessionFactory sessions = SessionFactory.create(
                database.engine(), options -> options.listener(history).user(() -> "squidward"));
        // end::history-register
        User sandy = new User("sandy cheeks");
        sessions.begin(session -> session.add(sandy));
        Thread.sleep(5);
        Instant before = Instant.now();
        Thread.sleep(5);
        sessions.begin(session -> session.getOne(User.class, sandy.id).name = "sandra");
        try (Session session = sessions.open()) {
            // tag::history-revisions
            List<Revision> revisions = history.revisions(session, sandy);
            for (Revision each : revisions) { // insert 1 at … by squidward
                System.out.println(each + ": " + each.get(user.name));
            }
            // end::history-revisions
            assertThat(revisions).extracting(each -> each.get(user.name)).containsExactly("sandy cheeks", "sandra");
        }
        // tag::history-as-of
        EntityPath<User> then = history.asOf(user, before);
        try (Session past = sessions.open()) {
            List<User> users = past.execute(select(then)
                            .where(then.column("name", String.class).like("sandy%"))
                            .options(readOnly()))
                    .all();
            // end::history-as-of
            assertThat(users).extracting(each -> each.name).containsExactly("sandy cheeks");
            // tag::history-as-of
        }
        // end::history-as-of
        history.tables().dropAll(database.engine());
    }
}
