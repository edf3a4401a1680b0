package dev.azoth.manual;

import static dev.azoth.manual.Shop.order;
import static dev.azoth.manual.Shop.user;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.newValue;
import static dev.azoth.sql.Sql.oldValue;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.NUMERIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.engine.ParameterRows;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Delete;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Row;
import dev.azoth.sql.Update;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@EveryDatabase
class WritesTest extends ShopTest {
    @Test
    void insertsOneRow(Database database) {
        database.engine().begin(connection -> {
            // tag::insert-one
            long id = connection
                    .execute(insert(user).values(user.name, "pearl").returning(user.id))
                    .one();
            // end::insert-one
            assertThat(id).isGreaterThan(0);
        });
    }

    @Test
    void insertsManyRows(Database database) {
        database.engine().begin(connection -> {
            // tag::insert-many
            List<Map<ColumnReference<?>, Object>> rows = List.of(
                    Map.of(user.name, "pearl", user.email, "pearl@example.org"),
                    Map.of(user.name, "gary", user.email, "gary@example.org"));

            List<Long> ids =
                    connection.execute(insert(user).returning(user.id), rows).all(); // in the order of the rows
            // end::insert-many
            assertThat(ids).hasSize(2).isSorted();
            // tag::insert-stream
            Iterable<Object[]> generated = () -> LongStream.range(0, 10_000)
                    .mapToObj(n -> new Object[] {"user " + n, n + "@example.org"})
                    .iterator();
            connection.execute(insert(user), ParameterRows.of(List.of(user.name, user.email), generated));
            // end::insert-stream
            assertThat(connection.execute(select(count()).from(user)).one()).isEqualTo(10_005L);
        });
    }

    @Test
    void readsOtherTables(Database database) {
        // tag::update-from
        Update<Row> renamed = update(user)
                .from(order)
                .set(user.name, user.name.concat(" (good customer)"))
                .where(order.userId.eq(user.id), order.total.gt(new BigDecimal("20")));

        Delete<Row> silent = delete(order).using(user).where(user.id.eq(order.userId), user.email.isNull());

        Delete<Row> oldest = delete(order).orderBy(order.placed, order.id).limit(100);
        // end::update-from
        database.engine().begin(connection -> {
            assertThat(connection.execute(renamed).rowCount()).isPositive();
            connection.execute(silent);
            assertThat(connection.execute(oldest).rowCount()).isPositive();
        });
    }

    record NewUser(String name, String email) {}

    @Test
    void takesValuesInOnePiece(Database database) {
        // tag::insert-map
        Insert<Row> fromMap = insert(user).values(Map.of(user.name, "pearl", user.email, "pearl@example.org"));
        Insert<Row> fromRecord = insert(user).values(new NewUser("gary", "gary@example.org"));
        Update<Row> renamed = update(user).set(Map.of(user.name, "larry")).where(user.id.eq(1L));
        // end::insert-map
        database.engine().begin(connection -> {
            connection.execute(fromMap);
            connection.execute(fromRecord);
            assertThat(connection.execute(renamed).rowCount()).isEqualTo(1);
        });
    }

    @Test
    void loadsRows(Database database) {
        var engine = database.engine();
        // tag::copy
        long loaded = engine.copyIn(user, List.of(new NewUser("squidward", "squidward@example.org")));
        // end::copy
        assertThat(loaded).isEqualTo(1);
    }

    @Test
    void insertsWhatAQueryFinds(Database database) {
        database.engine().begin(connection -> {
            // tag::insert-select
            connection.execute(insert(order)
                    .columns(order.userId, order.total)
                    .select(select(user.id, literal(new BigDecimal("5.00")).as("gift"))
                            .from(user)));
            // end::insert-select
            assertThat(connection.execute(select(count()).from(order)).one()).isEqualTo(6L);
        });
    }

    @Test
    void insertsOrUpdates(Database database) {
        database.engine().begin(connection -> {
            // tag::upsert
            Insert<Row> upsert = insert(user)
                    .values(user.name, "sandy cheeks")
                    .values(user.email, "sandy@example.org")
                    .onConflict(user.email)
                    .doUpdate(row -> row.setExcluded(user.name));
            connection.execute(upsert);
            // end::upsert
            assertThat(connection
                            .execute(select(user.name).where(user.email.eq("sandy@example.org")))
                            .one())
                    .isEqualTo("sandy cheeks");
            // tag::upsert-nothing
            connection.execute(insert(user)
                    .values(user.name, "someone else")
                    .values(user.email, "sandy@example.org")
                    .onConflict(user.email)
                    .doNothing());
            // end::upsert-nothing
            assertThat(connection.execute(select(count()).from(user)).one()).isEqualTo(3L);
        });
    }

    @Test
    void whatWasThereBeforeIsTold(Database database) {
        // tag::old-values
        Update<Row> raised = update(order)
                .set(order.total, order.total.times(new BigDecimal("2")))
                .returning(order.id, oldValue(order.total), newValue(order.total));
        // end::old-values
        if (database.name().equals("postgresql") && database.engine().server().atLeast(18, 0)) {
            assertThat(database.engine().compile(raised).columns()).hasSize(3);
        } else {
            assertThatThrownBy(() -> database.engine().compile(raised)).isInstanceOf(CompileException.class);
        }
    }

    @Test
    void updatesAndDeletes(Database database) {
        database.engine().begin(connection -> {
            // tag::update
            long changed = connection
                    .execute(update(order)
                            .set(order.total, order.total.times(new BigDecimal("2")))
                            .where(order.userId.eq(1L)))
                    .rowCount();

            long deleted = connection
                    .execute(delete(order).where(order.total.lt(BigDecimal.TEN)))
                    .rowCount();
            // end::update
            assertThat(changed).isEqualTo(2);
            assertThat(deleted).isEqualTo(1);
            // tag::update-batch
            Update<Row> statement = update(order)
                    .set(order.total, parameter("total", NUMERIC(10, 2)))
                    .where(order.userId.eq(parameter("user", BIGINT)));
            int[] counts = connection.executeBatch(
                    statement,
                    new ParameterRows(
                            List.of("total", "user"),
                            List.of(new Object[] {new BigDecimal("1.00"), 1L}, new Object[] {BigDecimal.TEN, 2L})));
            // end::update-batch
            assertThat(counts).containsExactly(2, 0);
        });
    }

    @Test
    void piecesOfTextAndRecords(Database database) {
        // tag::writes-pieces
        Insert<Row> tolerant = insert(user)
                .prefix("IGNORE", "mysql", "mariadb")
                .prefix("OR IGNORE", "sqlite")
                .values(user.name, "pearl");
        Insert<NewUser> returning = insert(user)
                .values(user.name, "gary")
                .returning(user.name, user.email)
                .as(NewUser.class);
        // end::writes-pieces
        database.engine().begin(connection -> {
            assertThat(connection.execute(tolerant).rowCount()).isEqualTo(1);
            assertThat(connection.execute(returning).one()).isEqualTo(new NewUser("gary", null));
        });
    }
}
