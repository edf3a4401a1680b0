package dev.azoth.manual;

import static dev.azoth.manual.Address_.address;
import static dev.azoth.manual.User_.user;
import static dev.azoth.orm.Loading.containsEager;
import static dev.azoth.orm.Loading.joinedload;
import static dev.azoth.orm.Loading.raiseload;
import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DetachedException;
import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Engine;
import dev.azoth.orm.RepeatedLoads;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.StatementBudget;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class LoadingTest extends MemberTest {
    @Test
    void aQuerySaysWhatIsLoaded(Database database) {
        try (Session session = sessions.open()) {
            // tag::loading-options
            List<User> users = session.execute(select(user)
                            .options(selectinload(user.addresses), joinedload(user.team))
                            .orderBy(user.name))
                    .all();
            // end::loading-options
            session.close();
            assertThat(users.get(1).addresses).hasSize(2);
            assertThat(users.get(1).team.get().name).isEqualTo("kitchen");
        }
    }

    @Test
    void aPathGoesOn(Database database) {
        try (Session session = sessions.open()) {
            // tag::loading-path
            List<Address> addresses = session.execute(
                            select(address).options(selectinload(address.user).selectinload(user.interests)))
                    .all();
            // end::loading-path
            assertThat(addresses).hasSize(3);
        }
    }

    @Test
    void someOfTheObjectsAreLoaded(Database database) {
        try (Session session = sessions.open()) {
            // tag::loading-where
            List<User> users = session.execute(select(user)
                            .options(selectinload(user.addresses).where(address.email.endsWith("work.example"))))
                    .all();
            // end::loading-where
            assertThat(users).extracting(each -> each.addresses.size()).containsExactlyInAnyOrder(1, 0);
        }
        try (Session session = sessions.open()) {
            // tag::loading-contains
            Select<User> atWork = select(user)
                    .from(user)
                    .join(address, user.addresses.on(address))
                    .where(address.email.endsWith("work.example"))
                    .options(containsEager(user.addresses));
            // end::loading-contains
            assertThat(session.execute(atWork).one().addresses).hasSize(1);
        }
    }

    @Test
    void lazyIsForOpenSessions(Database database) {
        assertThatThrownBy(() -> {
                    // tag::loading-detached
                    User sandy;
                    try (Session session = sessions.open()) {
                        sandy = session.execute(select(user).where(user.name.eq("sandy")))
                                .one();
                    }
                    sandy.addresses.size(); // DetachedException
                    // end::loading-detached
                })
                .isInstanceOf(DetachedException.class)
                .hasMessageContaining("addresses was not loaded")
                .hasMessageContaining("docs/orm/loading.md#detached");
    }

    @Test
    void raiseRefusesImplicitLoads(Database database) {
        Engine engine = database.engine();
        try (Session session = sessions.open()) {
            // tag::loading-raise
            List<User> users = session.execute(select(user).options(selectinload(user.addresses), raiseload(user)))
                    .all();
            // end::loading-raise
            assertThatThrownBy(() -> users.get(0).interests.size())
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("docs/orm/loading.md#raise");
        }
        // tag::loading-strict
        SessionFactory strict = SessionFactory.create(
                engine, options -> options.strict(true).repeatedLoads(RepeatedLoads.failAbove(3)));
        // end::loading-strict
        try (Session session = strict.open()) {
            User first = session.execute(select(user)).first().orElseThrow();
            assertThatThrownBy(() -> first.addresses.size()).isInstanceOf(InvalidRequestException.class);
        }
        // tag::loading-budget
        try (Session session = sessions.open(options -> options.statementBudget(StatementBudget.failAbove(30)))) {
            // what a page needs
            // end::loading-budget
            assertThat(session.execute(select(user)).all()).isNotEmpty();
            // tag::loading-budget
        }
        // end::loading-budget
    }
}
