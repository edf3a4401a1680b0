package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.sql.Sql.parameter;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.testing.compliance.Warehouse.item;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows are inserted: by values, by a query, with nothing but defaults. */
@EveryDatabase
class InsertTest {
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
    void rowsOfOneStatementAreInserted(Database db) {
        db.engine().begin(connection -> {
            var result = connection.execute(insert(item)
                    .columns(item.code, item.stock)
                    .row("a", 1)
                    .row("b", literal(2).plus(literal(1))));

            assertThat(result.rowCount()).isEqualTo(2);
            assertThat(connection.execute(select(item.stock).orderBy(item.id)).all())
                    .containsExactly(1, 3);
        });
    }

    @Test
    void rowsOfAQueryAreInserted(Database db) {
        db.engine().begin(connection -> {
            connection.execute(insert(item).columns(item.code, item.stock).row("a", 1));
            connection.execute(insert(item)
                    .columns(item.code, item.stock)
                    .select(select(item.code.concat("2"), item.stock).from(item)));

            assertThat(codes(connection)).containsExactly("a", "a2");
        });
    }

    @Test
    void valuesGivenByNameAreBound(Database db) {
        db.engine().begin(connection -> {
            var byCode = select(item.stock).where(item.code.eq(parameter("code", VARCHAR(20))));
            connection.execute(insert(item).columns(item.code, item.stock).row("a", 1));

            assertThat(connection.execute(byCode, Map.of("code", "a")).one()).isEqualTo(1);
            assertThatThrownBy(() -> connection.execute(byCode, Map.of("cod", "a")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("the parameter code has no value; there are values for [cod]");
        });
    }

    /** A bug: values of the statement itself were forgotten when rows were given with it. */
    @Test
    void valuesOfTheInsertAreThoseOfEveryRow(Database db) {
        db.engine().begin(connection -> {
            connection.execute(
                    insert(item).values(item.stock, 7), List.of(Map.of(item.code, "a"), Map.of(item.code, "b")));
            connection.execute(insert(item).values(item.stock, literal(8)), List.of(Map.of(item.code, "c")));
            connection.execute(insert(item).values(item.stock, 9), List.of());

            assertThat(connection
                            .execute(select(item.stock).from(item).orderBy(item.code.asc()))
                            .all())
                    .containsExactly(7, 7, 8);
        });
    }

    @Test
    void whatAnInsertHasItsRowsDoNotHaveToo(Database db) {
        db.engine().begin(connection -> {
            assertThatThrownBy(() -> connection.execute(
                            insert(item).values(item.stock, 1), List.of(Map.of(item.code, "a", item.stock, 2))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("the insert into item has a value for stock, and so have the rows given to execute:"
                            + " leave one of them out");
            assertThatThrownBy(() -> connection.execute(
                            insert(item).columns(item.code).row("a").row("b"), List.of(Map.of(item.code, "c"))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("the insert into item has rows of its own, which rows given to execute would replace:"
                            + " give it these, or those");
            assertThatThrownBy(() -> connection.execute(
                            insert(item).values(item.stock, item.stock.plus(1)), List.of(Map.of(item.code, "c"))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("the insert into item has an expression for stock, where rows given to execute have"
                            + " values: give it a value, or put that into each row");
        });
    }

    /** A bug: any number of rows without values was one row, and on PostgreSQL an error. */
    @Test
    void rowsOfDefaultsAreAsManyAsWereGiven(Database db) {
        MetaData metadata = new MetaData();
        Column<Long> id = Column.of("id", BIGINT).primaryKey().identity();
        Column<Integer> stock = Column.of("stock", INTEGER).serverDefault(5);
        Table defaults = Table.of(metadata, "defaults", id, stock);
        metadata.createAll(db.engine());
        List<Map<Column<?>, Object>> rows = List.of(Map.of(), Map.of(), Map.of());

        db.engine().begin(connection -> {
            connection.execute(insert(defaults), rows);
            assertThat(connection.execute(select(stock)).all()).containsExactly(5, 5, 5);
        });
        metadata.dropAll(db.engine());
    }
}
