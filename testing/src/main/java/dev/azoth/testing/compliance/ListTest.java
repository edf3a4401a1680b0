package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.listParameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.testing.compliance.Shop.customer;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.engine.Connection;
import dev.azoth.sql.Delete;
import dev.azoth.sql.Query;
import dev.azoth.sql.Rewriter;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Lists of values: any number of them, none too. */
@EveryDatabase
class ListTest {
    @PrepareDatabase
    static void fill(Database db) {
        Shop.open(db.engine());
    }

    @Test
    void aListMayHaveAnyLength(Database db) {
        db.expect(select(customer.id).where(customer.id.in(List.of(1L, 2L, 9L))).orderBy(customer.id))
                .rows(1L, 2L);
        db.expect(select(customer.id).where(customer.id.in(List.of()))).rows();
        db.expect(select(customer.id).where(customer.age.notIn(List.of())).orderBy(customer.id))
                .rows(1L, 2L, 3L);
        db.expect(select(customer.id).where(customer.name.in("cid", "dan"))).rows(3L);
        db.expect(select(customer.id).where(customer.name.notIn("cid", "dan")).orderBy(customer.id))
                .rows(1L, 2L);
    }

    @Test
    void listsOfDifferentLengthsShareACompiledStatement(Database db) {
        try (Connection connection = db.engine().connect()) {
            connection
                    .execute(select(customer.name).where(customer.id.in(List.of(1L))))
                    .all();
            var before = db.engine().cacheStatistics();
            for (int length = 0; length < 20; length++) {
                List<Long> ids = LongStream.range(0, length).boxed().toList();
                connection
                        .execute(select(customer.name).where(customer.id.in(ids)))
                        .all();
            }

            assertThat(db.engine().cacheStatistics().misses()).isEqualTo(before.misses());
            assertThat(db.engine().cacheStatistics().hits()).isEqualTo(before.hits() + 20);
        }
    }

    @Test
    void aListIsGivenWhenTheStatementRuns(Database db) {
        Select<Long> some = select(customer.id)
                .where(customer.id.in(listParameter("ids", BIGINT)))
                .orderBy(customer.id);

        db.expect(some)
                .given("ids", List.of(3L, 1L, 9L))
                .sql("postgresql", "SELECT customer.id FROM customer WHERE customer.id = ANY(?) ORDER BY customer.id")
                .sql("h2", "SELECT customer.id FROM customer WHERE customer.id = ANY(?) ORDER BY customer.id")
                .sql("duckdb", "SELECT customer.id FROM customer WHERE customer.id = ANY(?) ORDER BY customer.id")
                .sql("SELECT customer.id FROM customer WHERE customer.id IN (?, ?, ?, ?) ORDER BY customer.id")
                .parameters(List.of(3L, 1L, 9L))
                .rows(1L, 3L);
        db.expect(some).given("ids", Set.of(2L)).rows(2L);
        db.expect(some).given("ids", new Long[] {2L, 3L}).rows(2L, 3L);
        db.expect(some).given("ids", List.of()).rows();
        db.expect(select(customer.id)
                        .where(customer.id.notIn(listParameter("ids", BIGINT)))
                        .orderBy(customer.id))
                .given("ids", List.of())
                .rows(1L, 2L, 3L);
    }

    @Test
    void listsOfDifferentLengthsAreGivenToOneCompiledStatement(Database db) {
        Select<String> some = select(customer.name).where(customer.id.in(listParameter("ids", BIGINT)));
        try (Connection connection = db.engine().connect()) {
            connection.execute(some, Map.of("ids", List.of(1L))).all();
            var before = db.engine().cacheStatistics();
            for (int length = 0; length < 20; length++) {
                List<Long> ids = LongStream.range(0, length).boxed().toList();
                connection.execute(some, Map.of("ids", ids)).all();
            }

            assertThat(db.engine().cacheStatistics().misses()).isEqualTo(before.misses());
        }
    }

    @Test
    void aListStandsInAText(Database db) {
        Query<Row> some =
                text("SELECT c.name FROM customer c WHERE c.id IN (:ids) AND c.name NOT IN (:not) ORDER BY c.id")
                        .bind("ids", listParameter("ids", BIGINT))
                        .bindList("not", TEXT, List.of("cid", "x') OR ('a' = 'a"))
                        .column("name", TEXT);

        db.expect(some)
                .given("ids", List.of(1L, 2L, 3L))
                .sql("SELECT c.name FROM customer c WHERE c.id IN (?, ?, ?, ?) AND c.name NOT IN (?, ?) ORDER BY c.id")
                .rows(List.of("ann"), List.of("bob"));
        db.expect(some).given("ids", List.of()).rows();
    }

    @Test
    void aListHasNoOtherValues(Database db) {
        Select<Long> some = select(customer.id).where(customer.id.in(listParameter("ids", BIGINT)));

        assertThatThrownBy(() -> db.engine().begin(connection -> connection.execute(some)))
                .hasMessageContaining("the parameter ids has no value");
        assertThatThrownBy(() -> db.expect(some).given("ids", List.of("1")))
                .hasMessage("the list ids takes values of java.lang.Long, not java.lang.String");
        assertThatThrownBy(() -> db.expect(some).given("ids", 1L))
                .hasMessage("the list ids takes a list of java.lang.Long, not java.lang.Long");
        assertThatThrownBy(() -> db.expect(some).given("ids", Arrays.asList(1L, null)))
                .hasMessage(
                        "the list ids has a null at index 1, which equals nothing: leave it out, and ask for nulls with isNull()");
        Delete<?> none = delete(customer).where(customer.id.in(listParameter("ids", BIGINT)));
        assertThatThrownBy(() ->
                        db.engine().begin(connection -> connection.execute(none, List.of(Map.of("ids", List.of(9L))))))
                .hasMessageContaining("the list ids cannot be given for many rows at once");
        assertThat(Rewriter.parameters(none, Map.of("ids", List.of(9L))).toString())
                .isEqualTo("DELETE FROM customer WHERE customer.id IN (9)");
        assertThat(none.toString()).isEqualTo("DELETE FROM customer WHERE customer.id IN (:ids)");
    }

    @Test
    void aListOfTextsIsNoSql(Database db) {
        Select<Long> some = select(customer.id).where(customer.name.in(listParameter("a b ?", TEXT)));

        db.expect(some)
                .given("a b ?", List.of("'; DROP TABLE customer; --", "x') OR ('a' = 'a", "\\", "", "bob"))
                .rows(2L);
    }
}
