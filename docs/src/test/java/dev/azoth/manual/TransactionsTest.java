package dev.azoth.manual;

import static dev.azoth.manual.Shop.order;
import static dev.azoth.manual.Shop.user;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.IntegrityException;
import dev.azoth.NotSupportedException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.engine.IsolationLevel;
import dev.azoth.engine.NestedTransaction;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

@EveryDatabase
class TransactionsTest extends ShopTest {
    private static long users(Engine engine) {
        try (Connection connection = engine.connect()) {
            return connection.execute(select(count()).from(user)).one();
        }
    }

    @Test
    void commitKeepsAndCloseUndoes(Database database) {
        Engine engine = database.engine();
        // tag::transaction-explicit
        try (Connection connection = engine.connect()) {
            connection.execute(insert(user).values(user.name, "pearl")); // begins a transaction
            connection.commit();
            connection.execute(insert(user).values(user.name, "gary")); // begins the next one
        } // not committed, so gary is undone
        // end::transaction-explicit
        assertThat(users(engine)).isEqualTo(4);
    }

    @Test
    void workIsKeptOrUndoneWhole(Database database) {
        Engine engine = database.engine();
        // tag::transaction-begin
        engine.begin(connection -> {
            connection.execute(insert(user).values(user.name, "pearl"));
            connection.execute(update(order).set(order.total, BigDecimal.ONE).where(order.userId.eq(2L)));
        });

        long orders = engine.transaction(
                connection -> connection.execute(select(count()).from(order)).one());
        // end::transaction-begin
        assertThat(orders).isEqualTo(3);
        assertThat(users(engine)).isEqualTo(4);
    }

    @Test
    void aSavepointCanBeUndoneAlone(Database database) {
        Engine engine = database.engine();
        if (database.name().equals("duckdb")) {
            assertThatThrownBy(() -> engine.begin(Connection::beginNested)).isInstanceOf(CompileException.class);
            return;
        }
        // tag::transaction-nested
        engine.begin(connection -> {
            connection.execute(insert(user).values(user.name, "pearl"));
            try (NestedTransaction savepoint = connection.beginNested()) {
                connection.execute(insert(user).values(user.name, "gary").values(user.email, "sandy@example.org"));
                savepoint.commit();
            } catch (IntegrityException taken) {
                // somebody has that address: only what came after the savepoint is undone
            }
        });
        // end::transaction-nested
        assertThat(users(engine)).isEqualTo(4);
    }

    @Test
    void levelsAreChosenForAConnection(Database database) {
        Engine engine = database.engine();
        if (database.name().equals("duckdb")) {
            assertThatThrownBy(() -> engine.begin(TransactionsTest::serializable))
                    .isInstanceOf(NotSupportedException.class);
            return;
        }
        // tag::transaction-isolation
        try (Connection connection = engine.connect().isolation(IsolationLevel.SERIALIZABLE)) {
            long open = connection.execute(select(count()).from(order)).one();
            connection.execute(update(user).set(user.name, "has " + open).where(user.id.eq(3L)));
            connection.commit();
        }
        // end::transaction-isolation
        assertThat(users(engine)).isEqualTo(3);
    }

    @Test
    void workThatLostAgainstOthersIsDoneAgain(Database database) {
        Engine engine = database.engine();
        if (database.name().equals("duckdb")) {
            assertThatThrownBy(() -> engine.begin(TransactionsTest::serializable))
                    .isInstanceOf(NotSupportedException.class);
            return;
        }
        // tag::transaction-retrying
        long id = engine.retrying(3, connection -> {
            connection.isolation(IsolationLevel.SERIALIZABLE);
            return connection
                    .execute(insert(user).values(user.name, "pearl").returning(user.id))
                    .one();
        });
        // end::transaction-retrying
        assertThat(id).isPositive();
    }

    private static void serializable(Connection connection) {
        connection
                .isolation(IsolationLevel.SERIALIZABLE)
                .execute(select(count()).from(order));
    }
}
