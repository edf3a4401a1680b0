package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.update;
import static dev.azoth.testing.compliance.Warehouse.METADATA;
import static dev.azoth.testing.compliance.Warehouse.item;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.ColumnValues;
import dev.azoth.engine.Connection;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows are given as what a program has. */
@EveryDatabase
class RowSourceTest {
    record Item(String code, int stock) {}

    record Named(String cOde) {}

    record Other(String code, int price) {}

    record Change(String which, Integer stock) {}

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
    }

    @BeforeEach
    void empty(Database db) {
        db.engine().begin(connection -> connection.execute(delete(item)));
    }

    private static Map<String, Integer> stocks(Connection connection) {
        return connection.execute(select(item.code, item.stock)).all().stream()
                .collect(java.util.stream.Collectors.toMap(row -> row.get(item.code), row -> row.get(item.stock)));
    }

    @Test
    void recordsByTheNamesOfTheirComponents(Database db) {
        db.engine().begin(connection -> {
            List<Long> ids = connection
                    .execute(insert(item).returning(item.id), List.of(new Item("b", 1), new Item("a", 2)))
                    .all();
            connection.execute(insert(item), List.of(new Named("c")));

            assertThat(ids).hasSize(2).isSorted();
            assertThat(stocks(connection)).isEqualTo(Map.of("b", 1, "a", 2, "c", 5));
        });
    }

    @Test
    void mapsByTheNamesOfColumns(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(item), List.of(Map.of("code", "a", "stock", 1), Map.of("stock", 2, "code", "b")));

            assertThat(stocks(connection)).isEqualTo(Map.of("a", 1, "b", 2));
        });
    }

    @Test
    void arraysForTheColumnsThatTheInsertNames(Database db) {
        Iterable<Object[]> rows = () -> IntStream.range(0, 3_000)
                .mapToObj(i -> new Object[] {i, "c" + i})
                .iterator();
        db.engine().begin(connection -> {
            assertThat(connection
                            .execute(insert(item).columns(item.stock, item.code), rows)
                            .rowCount())
                    .isEqualTo(3_000);
            assertThat(connection
                            .execute(select(item.code).where(item.stock.eq(2_999)))
                            .one())
                    .isEqualTo("c2999");
        });
    }

    @Test
    void columnsBesideEachOther(Database db) {
        var columns = ColumnValues.of(item.code, List.of("a", "b", "c")).and(item.stock, new int[] {1, 2, 3});
        db.engine().begin(connection -> {
            connection.execute(insert(item), columns);

            assertThat(stocks(connection)).isEqualTo(Map.of("a", 1, "b", 2, "c", 3));
        });
        assertThatThrownBy(() -> ColumnValues.of(item.code, List.of("a")).and(item.stock, new int[] {1, 2}))
                .hasMessage("column stock has 2 values, but column code has 1");
    }

    @Test
    void parametersOfOtherStatements(Database db) {
        var change = update(item)
                .set(item.stock, parameter("stock", INTEGER))
                .where(item.code.eq(parameter("which", VARCHAR(20))));
        db.engine().begin(connection -> {
            connection.execute(insert(item), List.of(new Item("a", 1), new Item("b", 2)));
            var result = connection.execute(change, List.of(new Change("a", 10), new Change("x", 0)));
            connection.execute(change, List.of(Map.of("which", "b", "stock", 20)));

            assertThat(result.rowCount()).isEqualTo(1);
            assertThat(stocks(connection)).isEqualTo(Map.of("a", 10, "b", 20));
        });
    }

    @Test
    void whatIsNoRowIsRefused(Database db) {
        try (Connection connection = db.engine().connect()) {
            assertThatThrownBy(() -> connection.execute(insert(item), List.of("a")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "row 0 of the insert into item is a java.lang.String: rows are maps by column or name, records"
                                    + " with components of those names, or, for an insert that names its columns, arrays of their values");
            assertThatThrownBy(() -> connection.execute(insert(item), List.of(new Other("a", 1))))
                    .hasMessage(
                            "the record " + Other.class.getName()
                                    + " has a component price, for which there is no column; the columns are [id, code, stock]");
            assertThatThrownBy(() -> connection.execute(insert(item), List.of(new Item("a", 1), new Named("b"))))
                    .hasMessage("row 1 is a " + Named.class.getName() + ", but row 0 is a " + Item.class.getName()
                            + ": all rows must have the form of the first");
            assertThatThrownBy(() -> connection.execute(insert(item), List.of(Map.of("no such", 1))))
                    .hasMessage("table item has no column no such");
            assertThatThrownBy(() -> connection.execute(
                            insert(item).columns(item.code, item.stock), Arrays.<Object>asList(new Object[] {"a"}, 7)))
                    .hasMessageStartingWith("row 1 is a java.lang.Integer, but row 0 is an array");
            connection.rollback();
            assertThat(connection.execute(select(count()).from(item)).one()).isZero();
        }
    }
}
