package dev.azoth.manual;

import static dev.azoth.manual.Shop.order;
import static dev.azoth.manual.Shop.user;
import static dev.azoth.sql.Sql.dateTrunc;
import static dev.azoth.sql.Sql.extract;
import static dev.azoth.sql.Sql.jsonObject;
import static dev.azoth.sql.Sql.now;
import static dev.azoth.sql.Sql.rowNumber;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.stringAgg;
import static dev.azoth.sql.Sql.sum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.sql.Bound;
import dev.azoth.sql.DatePart;
import dev.azoth.sql.DateUnit;
import dev.azoth.sql.Query;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.type.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryDatabase
class FunctionsTest extends ShopTest {
    private static <T> List<T> rows(Database database, Query<T> query) {
        try (Connection connection = database.engine().connect()) {
            return connection.execute(query).all();
        }
    }

    @Test
    void windows(Database database) {
        // tag::functions-windows
        Select<Row> running = select(
                        order.id,
                        rowNumber().over(w -> w.partitionBy(order.userId).orderBy(order.id)),
                        sum(order.total)
                                .over(w -> w.orderBy(order.id).rows(Bound.unboundedPreceding(), Bound.currentRow())))
                .orderBy(order.id);
        // end::functions-windows
        assertThat(rows(database, running)).hasSize(3);
    }

    @Test
    void dates(Database database) {
        // tag::functions-dates
        Select<Row> recent = select(extract(DatePart.YEAR, order.placed), dateTrunc(DateUnit.MONTH, order.placed))
                .where(order.placed.gt(now().minus(100, DateUnit.YEAR)));
        // end::functions-dates
        assertThat(rows(database, recent)).isNotNull();
    }

    @Test
    void aggregates(Database database) {
        // tag::functions-aggregates
        Select<String> everybody =
                select(stringAgg(user.name, ", ").orderBy(user.name).filter(user.id.gt(0L)));

        Select<Json> asJson = select(jsonObject(user.name.as("name"), user.email.as("mail")));
        // end::functions-aggregates
        assertThat(rows(database, everybody).get(0)).contains(", ");
        assertThat(rows(database, asJson)).hasSize(3);
    }
}
