package dev.azoth.manual;

import static dev.azoth.manual.Address_.address;
import static dev.azoth.manual.Interest_.interest;
import static dev.azoth.manual.Team_.team;
import static dev.azoth.manual.User_.user;
import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.nested;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.Session;
import dev.azoth.sql.Condition;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class EntityQueriesTest extends MemberTest {
    record Contact(User user, List<String> emails) {}

    @Test
    void entitiesStandBesideRowsOfOtherQueries(Database database) {
        try (Session session = sessions.open()) {
            // tag::queries-rows
            var emails = nested(select(address.email).from(address).orderBy(address.email))
                    .on(address.user.key(Long.class).eq(user.id));

            List<Contact> contacts = session.execute(select(user, emails)
                            .from(user)
                            .orderBy(user.name)
                            .options(joinedload(user.team))
                            .as(Contact.class)) // record Contact(User user, List<String> emails) {}
                    .all();
            // end::queries-rows
            assertThat(contacts)
                    .extracting(each -> each.user().name + each.emails().size())
                    .containsExactly("patrick1", "sandy2");
        }
    }

    @Test
    void entitiesAreReadFromQueries(Database database) {
        try (Session session = sessions.open()) {
            // tag::queries-source
            User_ newest =
                    user.from(select(user).orderBy(user.id.desc()).limit(10).subquery("newest"));

            List<User> byName = session.execute(
                            select(newest).orderBy(newest.name).options(selectinload(newest.addresses)))
                    .all();
            // end::queries-source
            assertThat(byName)
                    .extracting(each -> each.name + each.addresses.size())
                    .containsExactly("patrick1", "sandy2");
            // tag::queries-text
            User_ found = user.from(
                    user.rows(text("SELECT * FROM member WHERE name <> :name").bind("name", "patrick"), "found"));

            List<User> others =
                    session.execute(select(found).orderBy(found.name)).all();
            // end::queries-text
            assertThat(others).extracting(each -> each.name).containsExactly("sandy");
        }
    }

    @Test
    void relationshipsAreConditions(Database database) {
        try (Session session = sessions.open()) {
            User sandy =
                    session.execute(select(user).where(user.name.eq("sandy"))).one();
            Team kitchen = session.execute(select(team)).one();
            Interest science = session.execute(select(interest)).one();
            // tag::queries-conditions
            Condition atWork = user.addresses.any(address, address.email.endsWith("work.example"));
            Condition inATeam = user.team.isNotNull();
            Condition ofThatTeam = user.team.eq(kitchen); // an object, known by its key
            Condition curious = user.interests.contains(science);

            List<Address> hers = session.execute(select(address).where(user.addresses.withParent(sandy)))
                    .all();
            // end::queries-conditions
            assertThat(hers).hasSize(2);
            for (Condition each : List.of(atWork, inATeam, ofThatTeam, curious)) {
                assertThat(session.execute(select(user).where(each)).one()).isSameAs(sandy);
            }
        }
    }
}
