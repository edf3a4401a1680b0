package dev.azoth.manual;

import static dev.azoth.manual.Address_.address;
import static dev.azoth.manual.User_.user;
import static dev.azoth.orm.Loading.criteria;
import static dev.azoth.orm.Loading.withoutCriteria;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Engine;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class CriteriaTest extends MemberTest {
    @Test
    void aFactoryHasCriteria(Database database) {
        Engine engine = database.engine();
        // tag::criteria-factory
        SessionFactory readers =
                SessionFactory.create(engine, options -> options.criteria(user, user.name.ne("nobody")));
        // end::criteria-factory
        // tag::criteria-class
        SessionFactory shop = SessionFactory.create(
                engine,
                options -> options.criteria(
                        Named.class,
                        entity -> entity.column("name", String.class).ne("")));
        // end::criteria-class
        readers.begin(session -> assertThat(session.execute(select(user)).all()).hasSize(2));
        shop.begin(session -> assertThat(session.execute(select(user)).all()).hasSize(2));
    }

    @Test
    void soHaveASessionAndAQuery(Database database) {
        // tag::criteria-session
        try (Session session = sessions.open(options -> options.criteria(user, user.name.startsWith("s")))) {
            List<User> users = session.execute(select(user)).all();
            // end::criteria-session
            assertThat(users).hasSize(1);
            // tag::criteria-without
            List<User> everybody =
                    session.execute(select(user).options(withoutCriteria())).all();
            // end::criteria-without
            assertThat(everybody).hasSize(2);
        }
        try (Session session = sessions.open()) {
            // tag::criteria-query
            User sandy = session.execute(select(user)
                            .where(user.name.eq("sandy"))
                            .options(criteria(address, address.email.endsWith("work.example"))))
                    .one();
            int atWork = sandy.addresses.size();
            // end::criteria-query
            assertThat(atWork).isEqualTo(1);
        }
    }
}
