package dev.azoth.manual;

import static dev.azoth.manual.Address_.address;
import static dev.azoth.manual.User_.user;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Session;
import dev.azoth.orm.SynchronizeSession;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EveryDatabase
class EntityChangesTest extends MemberTest {
    @Test
    void objectsLearnOfChangesByStatement(Database database) {
        try (Session session = sessions.open()) {
            User sandy =
                    session.execute(select(user).where(user.name.eq("sandy"))).one();
            // tag::session-update
            session.execute(update(user).set(user.name, user.name.concat("!")).where(user.name.like("s%")));
            session.execute(delete(address).where(address.email.endsWith("@spam.example")), SynchronizeSession.FETCH);
            // end::session-update
            assertThat(sandy.name).isEqualTo("sandy!");
        }
    }

    @Test
    void manyRowsGoInByOneStatement(Database database) {
        try (Session session = sessions.open()) {
            // tag::session-bulk
            List<User> users = session.execute(
                            insert(user).returning(user),
                            List.of(Map.of("name", "larry"), Map.of(user.name, "mindy"), new User("karen")))
                    .all(); // this session's objects, in this order

            session.execute(
                    update(user),
                    List.of(
                            Map.of("id", users.get(0).id, "name", "larry l."),
                            Map.of("id", users.get(1).id, "name", "mindy m.")));
            // end::session-bulk
            assertThat(users).extracting(each -> each.name).containsExactly("larry l.", "mindy m.", "karen");
            // tag::session-upsert
            User larry = session.execute(insert(user)
                            .values(user.id, users.get(0).id)
                            .values(user.name, "lawrence")
                            .onConflict(user.id)
                            .doUpdate(there -> there.setExcluded(user.name))
                            .returning(user))
                    .one();
            // end::session-upsert
            assertThat(larry).isSameAs(users.get(0));
            assertThat(larry.name).isEqualTo("lawrence");
        }
    }

    @Test
    void theDatabaseComputesAnAttribute(Database database) {
        try (Session session = sessions.open()) {
            User sandy =
                    session.execute(select(user).where(user.name.eq("sandy"))).one();
            // tag::session-expression
            session.set(sandy, user.name, user.name.concat(" jr."));
            session.flush();
            // end::session-expression
            assertThat(sandy.name).isEqualTo("sandy jr.");
        }
    }
}
