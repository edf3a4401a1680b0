package dev.azoth.manual;

// tag::tables
import static dev.azoth.sql.Sql.literal;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.NUMERIC;
import static dev.azoth.type.Types.TIMESTAMPTZ;
import static dev.azoth.type.Types.VARCHAR;

import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import java.math.BigDecimal;
import java.time.Instant;

final class Shop {
    static final MetaData METADATA = new MetaData();
    static final UserTable user = new UserTable();
    static final OrderTable order = new OrderTable();

    static final class UserTable extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey().identity();
        final Column<String> name = column("name", VARCHAR(30)).notNull();
        final Column<String> email = column("email", VARCHAR(100)).unique();

        private UserTable() {
            super("user_account", METADATA);
        }
    }

    static final class OrderTable extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey().identity();
        final Column<Long> userId =
                column("user_id", BIGINT).notNull().indexed().references(user.id);
        final Column<BigDecimal> total = column("total", NUMERIC(10, 2)).notNull();
        final Column<Instant> placed = column("placed_at", TIMESTAMPTZ);

        private OrderTable() {
            super("customer_order", METADATA);
            check("ck_order_total", total.ge(literal(BigDecimal.ZERO)));
        }
    }
}
// end::tables
