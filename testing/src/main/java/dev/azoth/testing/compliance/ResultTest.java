package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.value;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.type.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.FrozenResult;
import dev.azoth.engine.Result;
import dev.azoth.sql.MappedQuery;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@EveryDatabase
class ResultTest {
    private static final Select<Row> SOME =
            select(customer.id, customer.name, customer.age).orderBy(customer.id);
    private static final Select<Long> IDS = select(customer.id).orderBy(customer.id);

    @PrepareDatabase
    static void open(Database db) {
        Shop.open(db.engine());
    }

    @Test
    void rowsAreMaps(Database db) {
        db.engine().begin(connection -> {
            Map<String, Object> last = connection.execute(SOME).mappings().all().get(2);

            assertThat(last).containsExactly(Map.entry("id", 3L), Map.entry("name", "cid"), pair("age", null));
            assertThatThrownBy(() -> connection.execute(IDS).mappings().all())
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("the result is not of rows with columns, but of java.lang.Long: select several things"
                            + " for that");
        });
    }

    private static Map.Entry<String, Object> pair(String name, Object value) {
        return new java.util.AbstractMap.SimpleEntry<>(name, value);
    }

    @Test
    void aQueryIsMapped(Database db) {
        db.engine().begin(connection -> {
            long before = db.engine().cacheStatistics().misses();
            for (int i = 1; i < 4; i++) {
                int times = i;
                MappedQuery<Row, String> named =
                        SOME.map(row -> row.get(customer.name).repeat(times));

                assertThat(connection.execute(named).first()).contains("ann".repeat(i));
                assertThat(connection.stream(named, 1).all()).hasSize(3);
            }
            assertThat(connection.execute(SOME).all()).hasSize(3);
            assertThat(db.engine().cacheStatistics().misses() - before).isLessThanOrEqualTo(1);
            assertThat(db.engine().compile(IDS.map(id -> id + 1)).sql())
                    .isEqualTo("SELECT customer.id FROM customer ORDER BY customer.id");
        });
    }

    @Test
    void rowsAreCutToSomeColumns(Database db) {
        db.engine().begin(connection -> {
            List<Row> rows =
                    connection.execute(SOME).columns(customer.age, customer.id).all();

            assertThat(rows)
                    .extracting(Row::values)
                    .containsExactly(List.of(30, 1L), List.of(41, 2L), Arrays.asList(null, 3L));
            assertThat(rows.get(0).get(customer.id)).isEqualTo(1L);
            assertThatThrownBy(() -> rows.get(0).get(customer.name)).isInstanceOf(InvalidRequestException.class);
        });
    }

    @Test
    void rowsThatCameBeforeAreLeftOut(Database db) {
        db.engine().begin(connection -> {
            assertThat(connection.execute(IDS).map(id -> id / 2).unique().all()).containsExactly(0L, 1L);
            assertThat(connection.execute(IDS).unique(id -> id % 2).all()).containsExactly(1L, 2L);
            assertThat(connection
                            .execute(select(customer.age).orderBy(customer.id))
                            .unique()
                            .all())
                    .containsExactly(30, 41, null);
        });
    }

    @Test
    void rowsAreTakenAFewAtATime(Database db) {
        db.engine().begin(connection -> {
            Result<Long> ids = connection.execute(IDS);

            assertThat(ids.next()).contains(1L);
            assertThat(ids.take(0)).isEmpty();
            assertThat(ids.take(5)).containsExactly(2L, 3L);
            assertThat(ids.take(5)).isEmpty();
            assertThat(ids.next()).isEmpty();
            assertThat(connection
                            .execute(select(customer.age).where(customer.id.eq(3L)))
                            .take(1))
                    .containsExactly((Integer) null);
        });
    }

    @Test
    void aResultIsFrozen(Database db) {
        FrozenResult<Long> frozen;
        try (Connection connection = db.engine().connect()) {
            frozen = connection.execute(IDS).freeze();
        }

        assertThat(frozen.result().all()).containsExactly(1L, 2L, 3L);
        assertThat(frozen.result().first()).contains(1L);
        assertThat(frozen.rows()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void resultsFollowOneAnother(Database db) {
        db.engine().begin(connection -> {
            Result<Long> both = Result.concat(
                    connection.execute(IDS),
                    connection.execute(IDS.where(customer.id.gt(9L))),
                    connection.execute(IDS));

            assertThat(both.all()).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
        });
    }

    @Test
    void rowsAreCollected(Database db) {
        db.engine().begin(connection -> {
            assertThat(connection.execute(IDS).collect(Collectors.summingLong(id -> id)))
                    .isEqualTo(6L);
            assertThat(connection.execute(SOME).toMap(row -> row.get(customer.name), row -> row.get(customer.age)))
                    .containsExactly(Map.entry("ann", 30), Map.entry("bob", 41), pairOf("cid"));
            assertThatThrownBy(() -> connection.execute(IDS).toMap(id -> id / 2, id -> id))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("two rows have the key 1: ");
        });
    }

    private static Map.Entry<String, Integer> pairOf(String name) {
        return new java.util.AbstractMap.SimpleEntry<>(name, null);
    }

    @Test
    void rowsThatStreamHaveParametersToo(Database db) {
        var names = select(customer.name)
                .where(customer.id.ge(parameter("first", BIGINT)))
                .orderBy(customer.id);

        db.engine().begin(connection -> {
            try (Result<String> streamed = connection.stream(names, 2, Map.of("first", 2L))) {
                assertThat(streamed.all()).containsExactly("bob", "cid");
            }
            try (Result<Integer> lengths =
                    connection.stream(select(customer.name).map(String::length))) {
                assertThat(lengths.all()).containsExactly(3, 3, 3);
            }
        });
    }
}
