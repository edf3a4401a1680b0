package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.testing.compliance.Warehouse.item;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.engine.ParameterRows;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes tell how many rows they met, also those that were so before. */
@EveryDatabase
class RowCountTest {
    @PrepareDatabase
    static void create(Database db) {
        Warehouse.METADATA.createAll(db.engine());
    }

    @BeforeEach
    void empty(Database db) {
        db.engine().begin(connection -> connection.execute(delete(item)));
    }

    private static List<String> codes(Connection connection) {
        return connection.execute(select(item.code).orderBy(item.id)).all();
    }

    @Test
    void updatesAndDeletesTellHowManyRows(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(item).columns(item.code).row("a").row("b").row("c"));

            assertThat(connection
                            .execute(update(item)
                                    .set(item.stock, item.stock.plus(1))
                                    .where(item.code.ne("a")))
                            .rowCount())
                    .isEqualTo(2);
            // a row that is set to what it has is a row changed: on every database, or optimistic locking would fail
            assertThat(connection
                            .execute(update(item).set(item.stock, 6).where(item.code.ne("a")))
                            .rowCount())
                    .isEqualTo(2);
            assertThat(connection.execute(delete(item).where(item.stock.eq(6))).rowCount())
                    .isEqualTo(2);
            assertThat(codes(connection)).containsExactly("a");
        });
    }

    @Test
    void aBatchTellsTheRowsOfEach(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(item).columns(item.code).row("a").row("b"));
            var statement = update(item)
                    .set(item.stock, parameter("stock", INTEGER))
                    .where(item.code.eq(parameter("which", VARCHAR(20))));
            int[] counts = connection.executeBatch(
                    statement,
                    new ParameterRows(
                            List.of("which", "stock"),
                            Arrays.asList(new Object[] {"a", 1}, new Object[] {"x", 2}, new Object[] {"b", 3})));

            assertThat(counts).containsExactly(1, 0, 1);
            assertThat(connection.execute(select(item.stock).orderBy(item.id)).all())
                    .containsExactly(1, 3);
        });
    }
}
