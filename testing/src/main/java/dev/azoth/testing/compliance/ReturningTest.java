package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.testing.compliance.Warehouse.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Row;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import dev.azoth.testing.Requires;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change returns: rows, or a refusal that says what is lacking. */
@EveryDatabase
class ReturningTest {
    @PrepareDatabase
    static void create(Database db) {
        Warehouse.METADATA.createAll(db.engine());
    }

    @BeforeEach
    void empty(Database db) {
        db.engine().begin(connection -> connection.execute(delete(item)));
    }

    @Test
    void anInsertReturnsTheKey(Database db) {
        db.engine().begin(connection -> {
            long first = connection
                    .execute(insert(item).values(item.code, "a").returning(item.id))
                    .one();
            long second = connection
                    .execute(insert(item)
                            .values(item.code, "b")
                            .values(item.stock, 1)
                            .returning(item.id))
                    .one();

            assertThat(second).isGreaterThan(first);
            assertThat(connection.execute(select(item.stock).orderBy(item.id)).all())
                    .containsExactly(5, 1);
        });
    }

    @Test
    @Requires(Capability.INSERT_RETURNING)
    void anInsertReturnsAnyColumn(Database db) {
        db.expect(insert(item).values(item.code, "a").returning(item.code, item.stock))
                .rows(List.of("a", 5));
        db.expect(insert(item).columns(item.code).row("a").row("b").returning(item.code))
                .rowsInAnyOrder("a", "b");
    }

    @Test
    @Requires(Capability.UPDATE_RETURNING)
    void anUpdateReturnsWhatIsThereNow(Database db) {
        db.engine()
                .begin(connection -> connection.execute(
                        insert(item).columns(item.code).row("a").row("b")));
        db.expect(update(item).set(item.stock, 9).where(item.code.eq("b")).returning(item.code, item.stock))
                .rows(List.of("b", 9));
        db.expect(update(item).set(item.stock, 9).where(item.code.eq("c")).returning(item.id))
                .rows();
    }

    @Test
    @Requires(Capability.DELETE_RETURNING)
    void aDeletionReturnsWhatWasThere(Database db) {
        db.engine()
                .begin(connection -> connection.execute(
                        insert(item).columns(item.code).row("a").row("b")));
        db.expect(delete(item).where(item.code.eq("a")).returning(item.code)).rows("a");
    }

    record Stocked(String code, Integer stock) {}

    @Test
    @Requires(Capability.INSERT_RETURNING)
    void insertedRowsComeBackAsRecords(Database db) {
        var insert = insert(item).returning(item.code, item.stock).as(Stocked.class);

        db.expect(insert.values(item.code, "a")).rows(new Stocked("a", 5));
        db.engine()
                .begin(connection -> assertThat(connection
                                .execute(insert, List.of(Map.of(item.code, "b"), Map.of(item.code, "c")))
                                .all())
                        .containsExactly(new Stocked("b", 5), new Stocked("c", 5)));
    }

    @Test
    @Requires({Capability.UPDATE_RETURNING, Capability.DELETE_RETURNING})
    void changedRowsComeBackAsRecords(Database db) {
        db.engine().begin(connection -> connection.execute(insert(item).values(item.code, "a")));
        db.expect(update(item)
                        .set(new Stocked("b", 1))
                        .returning(item.code, item.stock)
                        .as(Stocked.class))
                .rows(new Stocked("b", 1));
        db.expect(delete(item).returning(item.code, item.stock).as(Stocked.class))
                .rows(new Stocked("a", 5));
        assertThatThrownBy(() -> delete(item).as(Stocked.class))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("a record is made of what is returned: call returning(…) before as(Stocked.class)");
    }

    @Test
    @Requires({Capability.INSERT_RETURNING, Capability.COMPUTED_RETURNING})
    void whatIsReturnedMayBeComputed(Database db) {
        db.expect(insert(item).values(item.code, "a").returning(item.stock.plus(1), item.code.concat("!")))
                .rows(List.of(6, "a!"));
    }

    /** A bug: the second statement found the first one's expressions in the cache, and one value for the other. */
    @Test
    @Requires({Capability.INSERT_RETURNING, Capability.COMPUTED_RETURNING})
    void aReturnedRowIsAskedByTheExpressionsOfItsOwnStatement(Database db) {
        try (Connection connection = db.engine().connect()) {
            for (int n = 1; n < 4; n++) {
                Expression<Integer> more = item.stock.plus(n);
                Expression<Integer> less = item.stock.plus(5 - n);
                Row row = connection
                        .execute(insert(item).returning(more, less), List.of(Map.of(item.code, "x" + n, item.stock, 1)))
                        .one();

                assertThat(row.get(more)).isEqualTo(1 + n);
                assertThat(row.get(less)).isEqualTo(6 - n);
            }
            assertThat(connection.execute(select(count()).from(item)).one()).isEqualTo(3L);
        }
    }
}
